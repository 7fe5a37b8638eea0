"""Words as the keyword search sees them: folded, lightly stemmed, number words as figures."""

import re
from functools import lru_cache

_TOKEN = re.compile(r"[a-z0-9]+(?:[.:/][a-z0-9]+)*")
_VOWEL = re.compile(r"[aeiouy]")
_SHORTEST_STEM = 3

NUMBER_WORDS = {
    word: str(number)
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen "
        "fourteen fifteen sixteen seventeen eighteen nineteen twenty".split()
    )
} | {"thirty": "30", "forty": "40", "fifty": "50", "sixty": "60"}

EVERYDAY = (
    dict.fromkeys(("kid", "kids", "lad", "lads", "lass", "yp", "yps"), "child")
    | dict.fromkeys(("mum", "mums", "mam", "dad", "dads"), "parent")
    | {"yrs": "year", "yr": "year", "hrs": "hour", "wk": "week", "wks": "week", "mtg": "meeting"}
)
"""What people type and documents do not, as the documents have it."""

STOP_WORDS = frozenset(
    """
    a about after again all also always am an and another any anyone anything are as at
    back be because been being but by came can cant come comes coming could couldnt
    did didnt do does doesnt doing done dont each else ever every everything find for from get
    gets getting give given gives go goes going gone got gotta had happen happened happening
    happens has have havent having he hed her here hes him his how i id if ill im in into is
    isnt it its itself ive just keep know let lets like likely ll made make makes making may
    me meant might mine must my myself need needed needing needs no not nothing now of off ok
    okay on once one only or other our ours ourselves out over own please put puts re s said
    say saying says sh she shed shes should so some someone something soon still such suppose
    supposed sure t take taken takes taking tell than that thatll thats the their theirs them
    then theres there these they theyd theyll theyre theyve thing things this those through
    to today told tomorrow too try trying turn turned until up upon us use used using usually
    ve very want wanted wants was wasnt way we went were werent weve what whats when whens
    where wheres whether which while who whom whos whose why will with within wont would
    wouldnt yesterday you youd your youre yours often long quick quickly fast late many much
    """.split()
)
"""Words that carry no subject, with contractions as people type them, apostrophe or none."""


NEAR_WORDS = {"see": ("seen", "visit"), "children": ("child",), "child": ("children",)}
"""Stems that a question's stem may be met by: to see a family is to visit it."""

PARTS = {"toolkit": ("tool", "kit")}
"""Stems that documents also write apart."""

HAPPENING = frozenset(
    "held hold plac happen start begin conven arrang occur book due timescal deadlin".split()
)
"""Stems that say of a thing only that it takes place."""

GENERAL = frozenset(
    "process procedur policy rul rol purpos aim expectat standard guidanc approach differenc "
    "child children".split()
)
"""Stems too general for what a question is after: a policy on what, a role in what."""

BEFOREHAND = dict.fromkeys(
    ("prior", "prepare", "prepares", "prepared", "preparing", "preparation", "beforehand"), "before"
)
"""What is done in preparing for a thing, or prior to it, is done before it."""

_WRITTEN = NUMBER_WORDS | EVERYDAY | BEFOREHAND


def tokens(text: str) -> list[str]:
    """Split text into lower-case words, number words as figures, possessives dropped."""
    folded = text.casefold().replace("’", "'")
    folded = folded.replace("'s", "").replace("'", "")
    return [_WRITTEN.get(word, word) for word in _TOKEN.findall(folded)]


def content_stems(text: str) -> list[str]:
    """Return the stems of the words that carry meaning, in order."""
    return [stem(word) for word in tokens(text) if word not in STOP_WORDS]


def singular(word: str) -> str:
    """Take off a plain plural ending: "reviews", "families", "assesses"."""
    if len(word) <= _SHORTEST_STEM or not word.endswith("s"):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    return word if word.endswith(("ss", "us", "is")) else word[:-1]


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Take off the common endings, so that "placed", "placing" and "placement" meet."""
    if any(character.isdigit() for character in word):
        return word
    bare = _without_verb_ending(singular(word))
    for ending, kept in (("ment", 4), ("ion", 5), ("ly", 4)):
        if bare.endswith(ending) and len(bare) - len(ending) >= kept:
            bare = bare[: -len(ending)]
            break
    return bare[:-1] if bare.endswith("e") and len(bare) > _SHORTEST_STEM else bare


def _without_verb_ending(word: str) -> str:
    if word.endswith("eed"):
        return word[:-1] if len(word) > _SHORTEST_STEM + 2 else word
    for ending in ("ing", "ed"):
        root = word.removesuffix(ending)
        if root != word and len(root) >= _SHORTEST_STEM and _VOWEL.search(root):
            doubled = root[-1] == root[-2] and root[-1] not in "lsz"
            return root[:-1] if doubled else root
    return word
