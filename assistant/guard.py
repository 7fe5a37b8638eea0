"""The guard: a chat model's words are let through only where all stand in their evidence.

A model may be wrong in every way there is, so nothing is trusted: each sentence is held to the
statements that it names. It is strict on purpose. An honest sentence that is refused costs some
prose, as the composed answer goes out instead; an invention that is let through can hurt a child.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant.events import find_concepts, named_concepts
from domain import Citation, Concept, ConceptKind, Statement, Strength, time_figures
from retrieval import stem

MOST_SENTENCES = 6
MOST_WORDS = 45
"""Of one sentence."""

IN_ORDER = 0.85
"""Share of a sentence's words that its evidence has in the same order: whatever is turned round
("the meeting within 15 days of the conference") has the words and not the order."""

KEPT = 0.75
"""Share of one whole clause of its evidence that a sentence keeps."""

_CLAUSE_END = re.compile(r"[.;](?:\s|$)")
_QUOTING = re.compile(r"[“”\"`\[\]{}<>|*#_\\]|https?:|www\.|\n")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_NUMBER_WORDS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty "
    "fifty sixty hundred once twice thrice half quarter third fortnight fortnightly daily weekly "
    "monthly quarterly yearly annually annual".split()
)
_DATE = re.compile(
    r"\b\d{1,2}(?:st|nd|rd|th)?\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b"
    r"|\b(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|tomorrow|yesterday)\b"
    r"|\b\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}\b",
    re.IGNORECASE,
)
_ROLES = frozenset(
    "manager worker officer chair adviser advisor practitioner supervisor director clerk nurse "
    "teacher doctor police lawyer solicitor judge court panel parent mother father carer guardian "
    "sibling child family reviewer lead head service team agency school gp".split()
)
_BINDS = frozenset("must shall required mandatory obliged compulsory needs need has have".split())
_SCOPES = frozenset("always never only every all each any immediately".split())
_EXPECTS = frozenset("should expected ought recommended encouraged aim".split())
_ALLOWS = frozenset("may might can could optional optionally allowed permitted".split())
_MODALS = _BINDS | _EXPECTS | _ALLOWS
"""Words that a statement's strength stands for."""

_DENIES = frozenset("not no never without neither nor cannot unless except nobody none".split())
_PLACES = frozenset(
    "before after within until during following prior since between from by least most".split()
)
_CONDITIONS = frozenset("if unless except when where whenever wherever only".split())
"""What a sentence may not leave out of a statement that has it."""

_JOINS = frozenset("and or".split())
_NEUTRAL = frozenset(
    "a an the this that these those it its they them their there he she his her you your we our us "
    "of to in on at by for with as into out up off is are be been being was were do does did done "
    "so then than also which who whom whose what how make makes made take takes taken give gives "
    "given get goes go going please thing things".split()
)
"""Words without which no sentence is one, and which bind, allow or limit nothing."""

_PIVOTS = frozenset(
    stem(word)
    for word in (
        *(_NUMBER_WORDS | _ROLES | _MODALS | _SCOPES | _DENIES | _PLACES | _CONDITIONS | _JOINS),
    )
)

_IRREGULAR = {
    "held": "hold",
    "told": "tell",
    "seen": "see",
    "saw": "see",
    "kept": "keep",
    "sent": "send",
    "written": "write",
    "wrote": "write",
    "left": "leave",
    "met": "meet",
    "brought": "bring",
    "begun": "begin",
    "began": "begin",
    "sought": "seek",
    "spoken": "speak",
    "spoke": "speak",
    "said": "say",
}
"""Verbs whose past no ending tells."""

_WORD = re.compile(r"[a-z]+(?:['’][a-z]+)?|\d+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence of a draft, and the numbers of the citations that it rests on."""

    text: str
    rests_on: tuple[int, ...]


def guard(
    draft: Sequence[Sentence], citations: Iterable[Citation], concepts: Sequence[Concept]
) -> tuple[str, ...]:
    """What is wrong with a draft; nothing where every sentence stands in its evidence.

    Held to the statements that it names are each sentence's figures and numbers, dates (there
    may be none), roles, how strongly it binds, its denials, its places in time, and its words in
    their order.
    """
    given = {citation.number: citation.statement for citation in citations}
    faults = []
    if not draft:
        faults.append("it has no sentence")
    if len(draft) > MOST_SENTENCES:
        faults.append(f"it has {len(draft)} sentences, over {MOST_SENTENCES}")
    for sentence in draft:
        faults += [f"{fault}: {sentence.text}" for fault in _faults(sentence, given, concepts)]
    return tuple(faults)


def _faults(
    sentence: Sentence, given: Mapping[int, Statement], concepts: Sequence[Concept]
) -> list[str]:
    text = sentence.text
    if not text.strip() or len(text.split()) > MOST_WORDS:
        return ["a sentence is empty or too long"]
    if _QUOTING.search(text):
        return ["it quotes, marks up or links"]
    if text.rstrip().endswith("?"):
        return ["it asks"]
    unknown = [number for number in sentence.rests_on if number not in given]
    if unknown or not sentence.rests_on:
        return [f"it rests on {unknown or 'nothing'}, which was not given"]
    statements = [given[number] for number in sentence.rests_on]
    evidence = " ".join(statement.quotation for statement in statements)
    own, said = _words(text), _words(evidence)
    faults = []
    if _DATE.search(text):
        faults.append("it gives a date")
    faults += _missing("figure", time_figures(text), time_figures(evidence))
    faults += _missing("number", _numbers(text), _numbers(evidence))
    faults += _missing("role", _roles(text, concepts), _roles(evidence, concepts))
    faults += _strength_faults(own, said, statements)
    if _denials(text) != _denials(evidence):
        faults.append("it denies what its evidence does not, or leaves a denial out")
    faults += _missing("place in time", own & _PLACES, said & _PLACES)
    faults += _missing("joining word", own & _JOINS, said & _JOINS)
    faults += _missing("word of scope", own & _SCOPES, said)
    left_out = Counter(_of(evidence, _CONDITIONS)) - Counter(_of(text, _CONDITIONS))
    faults += [f"it leaves the condition {each!r} of its evidence out" for each in left_out]
    held = _in_order(evidence, concepts)
    # A modal that its evidence does not have was judged by the statement's strength.
    ordered = [w for w in _in_order(text, concepts) if w not in _MODALS or w in held]
    faults += _missing("word", ordered, held)
    faults += _missing("joint", _joints(ordered), _neighbours(held))
    faults += [f"it says {word!r} too often" for word in Counter(ordered) - Counter(held)]
    if not faults and _longest_common(ordered, held) < IN_ORDER * len(ordered):
        faults.append("it turns round what its evidence says")
    if not faults and not any(_keeps(ordered, clause, concepts) for clause in _clauses(statements)):
        faults.append("it leaves too much of its evidence out")
    return faults


def _strength_faults(
    own: frozenset[str], said: frozenset[str], statements: Sequence[Statement]
) -> list[str]:
    """A duty stays a duty, an expectation an expectation; what binds less is not made to bind."""
    strengths = {statement.strength for statement in statements}
    faults = []
    if strengths != {Strength.MUST}:
        faults += _missing("binding word", own & _BINDS, said)
    if own & _EXPECTS and (Strength.SHOULD not in strengths or Strength.MUST in strengths):
        faults += _missing("word of expectation", own & _EXPECTS, said)
    faults += _missing("word of permission", own & _ALLOWS, said)
    return faults


def _missing(what: str, own: Iterable[str], said: Iterable[str]) -> list[str]:
    held = frozenset(said)
    return [f"its {what} {each!r} is not in its evidence" for each in own if each not in held]


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.lower()))


def _denials(text: str) -> list[str]:
    """Each denial, in its plain form."""
    words = _WORD.findall(text.lower().replace("’", "'"))
    return sorted(w if w in _DENIES else "not" for w in words if w in _DENIES or w.endswith("n't"))


def _numbers(text: str) -> frozenset[str]:
    return frozenset(_NUMBER.findall(text)) | (_words(text) & _NUMBER_WORDS)


def _roles(text: str, concepts: Sequence[Concept]) -> frozenset[str]:
    """Whom a text names: by the vocabulary, and by the plain words for people and bodies."""
    people = [c for c in concepts if c.kind in (ConceptKind.PERSON, ConceptKind.TEAM)]
    plain = {word.removesuffix("s") for word in _words(text)}
    return frozenset(find_concepts(text, people)) | (plain & _ROLES)


def _in_order(text: str, concepts: Sequence[Concept]) -> list[str]:
    """The words that say something, as stems in their order, each idea of the field as one."""
    words: list[str] = []
    at = 0
    for named in named_concepts(text, concepts):
        words += [*_stems(text[at : named.start]), f"#{named.name}"]
        at = named.end
    return [*words, *_stems(text[at:])]


def _joints(words: Sequence[str]) -> list[str]:
    """Each word with the next: a word is true only beside the one that it stands by."""
    return [f"{one} {other}" for one, other in pairwise(words)]


def _neighbours(words: Sequence[str]) -> frozenset[str]:
    """Each word with the next, and with the one after a next that is no pivot itself."""
    near = [f"{one} {other}" for one, other in pairwise(words)]
    further = zip(words, words[1:], words[2:], strict=False)
    return frozenset([*near, *(f"{a} {c}" for a, b, c in further if not _is_pivot(b))])


def _clauses(statements: Iterable[Statement]) -> Iterator[str]:
    """What can be said by itself: a statement, or what stands between its full stops and the like.

    A lead-in belongs to what it leads in.
    """
    for statement in statements:
        parts = [part for part in _CLAUSE_END.split(statement.text) if part.strip()]
        yield statement.quotation
        yield from (f"{statement.lead_in} {part}".strip() for part in parts)


def _keeps(words: Sequence[str], clause: str, concepts: Sequence[Concept]) -> bool:
    """Whether enough of a clause is kept: what is left out of it may be what it holds for."""
    whole = _in_order(clause, concepts)
    return _longest_common(words, whole) >= KEPT * len(whole)


def _is_pivot(word: str) -> bool:
    return word in _PIVOTS or word[0].isdigit()


def _of(text: str, words: frozenset[str]) -> list[str]:
    return [word for word in _WORD.findall(text.lower()) if word in words]


def _stems(text: str) -> list[str]:
    words = _WORD.findall(text.lower())
    return [stem(_IRREGULAR.get(word, word)) for word in words if word not in _NEUTRAL]


def _longest_common(ones: Sequence[str], others: Sequence[str]) -> int:
    best = [0] * (len(others) + 1)
    for one in ones:
        before = 0
        for at, other in enumerate(others, start=1):
            kept = best[at]
            best[at] = before + 1 if one == other else max(best[at], best[at - 1])
            before = kept
    return best[-1]
