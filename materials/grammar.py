"""The grammar of a statement, by a parser: imperatives, duties of others, and states of things.

The parser is a statistical one and now and then wrong, above all with imperatives ("Record every
visit" looks like a record). So an imperative is parsed again as "We record every visit", which
nothing else fits, and whatever is left in doubt is not read.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from materials.reading import Reading
from materials.verbs import after

if TYPE_CHECKING:  # a question needs no parser, and importing it takes a while
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from materials.english import English

GRAMMAR = 15
"""Goes up when a change here reads a sentence otherwise, so that kept readings are made anew."""

MOST_WORDS = 22
"""Of an action or a fact: a longer one is no part of a question that anybody would ask."""

LEAST_WORDS = 2
MOST_LOST = 5
"""Words of a sentence of which two alone may be kept."""

MOST_WHEN = 14
MOST_TOKENS = 30
MOST_BEFORE_TIME = 9
"""Words of an action that a time can still be said after."""

GOOD_LENGTH = 16
"""Up to here nothing is cut."""

_PRACTITIONERS = frozenset(
    "practitioner practitioners worker workers staff we you colleague colleagues".split()
)
_NOT_THEM = frozenset("support duty key family residential outreach youth".split())
"""Before "worker": these are other people than the one who is asked."""

_DUTY_MODALS = frozenset({"should", "must", "will", "shall"})
_ALLOWING = frozenset({"can", "may", "might", "could", "would"})
_DEONTIC = frozenset({"need", "expect", "require", "encourage", "have", "aim", "supposed"})
_PURPOSE = re.compile(r",?\s+(?:so that|in order that)\s+", re.IGNORECASE)
_ASIDE = re.compile(r"\s*\([^()]*\)")
_LABEL = re.compile(r"^[^:;.,]{2,60}:\s")
_CLAUSE_END = re.compile(r"\s*[;:]\s|[.?!]\s+(?=[A-Z])")
_CUT_BEFORE = re.compile(r"^(?:in order to|so as to|because|unless|although|rather than)\b", re.I)
_USUAL = re.compile(
    r"\b(?:every|each|all|always|any|regular(?:ly)?|monthly|weekly|daily|whenever|throughout"
    r"|routinely|annual(?:ly)?|at least|minimum|per|continue|keep|ongoing|times?)\b",
    re.IGNORECASE,
)
_LEANING = frozenset(
    "it its this these that those they them their such there he she his her both".split()
)
_NEVER_LAST = frozenset({"ADP", "DET", "CCONJ", "SCONJ", "AUX", "PART", "PUNCT"})
_OPEN_END = frozenset("these this following both how what whether when where that".split())
_CLAUSES = frozenset("if when where once whenever wherever before after while until".split())
_ODD_VERBS = frozenset("case child parent team network".split())
"""Nouns of this field that are verbs in no statement of it."""

_OPENINGS = frozenset(
    "if when where once whenever wherever before after in at for with during to as within on until "
    "while throughout from under between post of whilst upon prior ahead subject".split()
)
"""What a condition or a context that stands before its sentence begins with."""

_PREFIXED = re.compile(r"(?:co|re|pre|cross)-\w+", re.IGNORECASE)
"""Verbs that the parser takes for names: "Co-produce the plan"."""

_OPEN_START = frozenset("what whatever whoever whether how there".split())
_NOT_IN_A_QUESTION = re.compile(
    r"(?i:holds? strongly|believes? |(?:is|are) committed to |(?:relies|rely) on "
    r"|set out in |\bappendix )"
    r"|[“”\"?‘\[\]–]|\betc\b|\.\S|\be\.g|\bi\.e"
)
_LOOSE = frozenset("relcl acl mark neg aux".split())
"""What after a comma only adds."""

_ALLOWANCE = re.compile(
    r"(?:where|when|if|wherever|whenever)\s+(?:it is\s+)?"
    r"(?:possible|appropriate|necessary|relevant|needed|required|practicable)",
    re.IGNORECASE,
)
"""An opening that is no condition of the case: a question does without it."""

_TRYING = re.compile(
    r"^(?:(?:be|are) able|have room|make sure|remember|try|seek|strive|aim) to ", re.IGNORECASE
)
"""What a question about the thing itself does without."""

_ROLE = re.compile(
    r"\b(?:managers?|chairs?|officers?|workers?|members?|teams?|leads?|carers?|advis[eo]rs?|staff|IRO"
    r"|SQAS|SSW|PA|professionals?|police|health|practitioners?|SENCO|administrators?)\b",
    re.IGNORECASE,
)
_OWN_ROLE = re.compile(r"(?:allocated |lead )?(?:social workers?|practitioners?)\b", re.IGNORECASE)
"""Labels that name who is to act: only the practitioner's own can be said to one."""

_TIMES = re.compile(
    r"(?:within|by|at least|no later than|at \d+|at the earliest|as soon as possible|at all times"
    r"|throughout|(?:at|in|on|for|during) (?:each|every))\b",
    re.IGNORECASE,
)
"""Openings that are no condition: they say when the thing itself is to be done."""

_HOLLOW = frozenset("talk speak meet work use go come aim".split())
"""Verbs that say little without what the thing is done for."""

_ADDS = frozenset(
    "which who whose so with including such as unless because although though if when where while "
    "until rather to even especially except".split()
)
"""What after a second comma only adds; anything else goes on with an enumeration."""

_DENIES = re.compile(r"\b(?:not|never|no|none|nobody)\b")
_DUTY_INSIDE = re.compile(
    r"\b(?:should|must|shall|(?:is|are) (?:expected|required|encouraged|supposed) to)\b",
    re.IGNORECASE,
)
"""A duty that is told inside what was read: a question would ask whether it is a duty."""

_THEIR_OWN = re.compile(
    r"\btheir (?=(?:own )?(?:(?:team|line|practice) )?(?:managers?|supervis\w+|caseloads?|role)\b)",
    re.IGNORECASE,
)

_OF_TWO_OBJECTS = frozenset({"give", "offer", "send", "tell", "show", "put"})
_TOLD_TO = frozenset({"inform", "notify", "tell"})
_OBJECTS = frozenset({"dobj", "dative", "ccomp", "xcomp", "pobj"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
_NEEDED = frozenset(
    "dobj attr acomp prt ccomp xcomp pobj oprd dative nsubj nsubjpass aux auxpass det amod "
    "compound poss case agent pcomp nummod quantmod relcl acl mark neg expl".split()
)
"""What a word cannot lose without saying something else."""


def read(text: str, english: English) -> Reading | None:
    """Read one sentence's parts; None where they are not certain."""
    leads_on = text.rstrip().endswith(":")
    plain = _ASIDE.sub("", text).strip().rstrip(".;:")
    if names_another(plain):
        return None
    if label := _LABEL.match(plain):
        plain = plain[label.end() :]
    body, why = _split_purpose(plain)
    body = _CLAUSE_END.split(body)[0].strip(" ,")
    if not body or _NOT_IN_A_QUESTION.search(body):
        return None
    for when, rest in _conditions(body, english):
        found = _imperative(rest, english) or _declarative(rest, english)
        # What stands under a label ("Child in care: ...") may hold for nothing else.
        if found is None or (label and found.fact):
            continue
        kept = found.do or found.fact
        if found.do.startswith("aim for ") or _DENIES.search(found.fact):
            continue
        if _says_twice(found.do) or (len(kept.split()) < 3 and len(rest.split()) > MOST_LOST):
            continue
        if _DUTY_INSIDE.search(kept) or (leads_on and _ends_in_verb(kept, english)):
            continue
        if why and found.do.split(maxsplit=1)[:1] in ([verb] for verb in _HOLLOW):
            continue
        if not LEAST_WORDS <= len(kept.split()) <= MOST_WORDS or _dangles(kept, when, english):
            continue
        if _TIMES.match(when):
            if len(kept.split()) > MOST_BEFORE_TIME or "," in kept:
                continue
            found, when = _with_time(found, when), ""
        return Reading(
            do=_own(found.do),
            act=_own(found.act),
            fact=_lower_first(found.fact, english),
            when=when,
            why=why if _stands_alone(why) else "",
            usual=bool(_USUAL.search(kept)),
        )
    return None


def _says_twice(do: str) -> bool:
    """ "Visit the child on all visits" is odd in a question."""
    first, _, rest = do.partition(" ")
    return bool(re.search(rf"\b{re.escape(first)}s\b", rest)) if rest else False


def _ends_in_verb(text: str, english: English) -> bool:
    return english.parse(text)[-1].pos_ in ("VERB", "AUX")


def _with_time(found: Reading, when: str) -> Reading:
    """ "Within a day, write it up" as "write it up within a day"."""
    return Reading(
        do=f"{found.do} {when}" if found.do else "",
        act=f"{found.act} {when}" if found.act else "",
        fact=f"{found.fact} {when}" if found.fact else "",
    )


def _own(text: str) -> str:
    """Practitioners' own managers and caseloads, said to one of them."""
    return _THEIR_OWN.sub("your ", _TRYING.sub("", text))


def _split_purpose(text: str) -> tuple[str, str]:
    found = _PURPOSE.search(text)
    if not found:
        return text, ""
    return text[: found.start()], re.split(r"[;:]", text[found.end() :])[0].strip()


def _stands_alone(why: str) -> bool:
    words = why.lower().split()
    return 2 < len(words) <= MOST_WORDS and words[0] not in _LEANING and "(" not in why


def _conditions(text: str, english: English) -> Iterator[tuple[str, str]]:
    """A condition or context that opens the sentence, with the rest: each comma it may end at."""
    first = text.split(maxsplit=1)[0].lower()
    if first not in _OPENINGS:
        yield "", text
        return
    for comma in re.finditer(r",\s", text):
        when, rest = text[: comma.start()], text[comma.end() :]
        if _ALLOWANCE.fullmatch(when):
            yield "", rest
        elif re.search(r",\s(?:the|an?|all|every|each)\s", when) or not _is_setting(when, english):
            continue
        elif len(when.split()) <= MOST_WHEN and len(rest.split()) >= LEAST_WORDS:
            yield _lower_first(when, english), rest


def _is_setting(when: str, english: English) -> bool:
    """Whether an opening is whole, and no command of its own ("In records avoid jargon, ...")."""
    doc = english.parse(when)
    if doc[-1].pos_ in _NEVER_LAST:
        return False
    return doc[0].lower_ in _CLAUSES or _root(doc).tag_ not in ("VB", "VBP", "VBZ", "VBD")


def _imperative(text: str, english: English) -> Reading | None:
    """ "Record every visit": what practitioners do, read as "We record every visit"."""
    always = re.match(r"(?:always|also|then|and)\s+", text, re.IGNORECASE)
    text = text[always.end() :] if always else text
    first = text.split(maxsplit=1)[0] if text else ""
    if not english.is_verb(first) or first.lower() in _LEANING | _ODD_VERBS:
        return None
    if first.lower() == "be":
        return _be(text, english)
    doc = english.parse(f"We {first.lower()}{text[len(first) :]}")
    root = _root(doc)
    if root.i != 1 or root.tag_ not in ("VBP", "VB") or root.lemma_.lower() != first.lower():
        return None
    if not any(t.i == 0 and t.dep_ == "nsubj" for t in root.lefts) or _denied(root):
        return None
    if _has_own_subject(text, english):
        return None
    return _action(doc, 1)


def _be(text: str, english: English) -> Reading | None:
    doc = english.parse(f"We {text[0].lower()}{text[1:]}")
    found = _action(doc, 1)
    if found is None or found.fact:
        return None
    return Reading(do=found.do, act=f"are{found.do[2:]}")


def _has_own_subject(text: str, english: English) -> bool:
    """ "Plans record ..." is no imperative: as it stands it has a subject before its verb."""
    root = _root(english.parse(text))
    return any(t.dep_ in ("nsubj", "nsubjpass", "csubj", "expl") for t in root.lefts)


def _declarative(text: str, english: English) -> Reading | None:
    doc = english.parse(text)
    root = _root(doc)
    subject = next((t for t in root.lefts if t.dep_ in ("nsubj", "nsubjpass", "expl")), None)
    if subject is None or root.pos_ not in ("VERB", "AUX") or _denied(root):
        return None
    first = doc[0]
    if min(t.i for t in subject.subtree) != 0 or first.lower_ in _OPEN_START:
        return None
    if first.tag_ in ("VB", "VBP") or _PREFIXED.match(text):
        return None
    helpers = [t for t in root.lefts if t.dep_ in ("aux", "auxpass")]
    modal = next((t for t in helpers if t.tag_ == "MD"), None)
    if modal is not None and modal.lower_ not in _DUTY_MODALS:
        return None
    verbs = [t for t in (*helpers, root) if t.tag_ != "MD"]
    if not verbs:  # "They can": a verb is missing, or was taken for something else
        return None
    plural = _is_plural(subject)
    if modal is not None:
        return _without_modal(doc, subject, modal, verbs[0], plural=plural)
    deontic = _deontic(root)
    if deontic is not None:
        if plural is None:
            return None
        return _of_subject(doc, subject, deontic, plural=plural)
    if verbs[0].tag_ not in ("VBZ", "VBP", "VB"):
        return None
    if _is_practitioner(subject) and verbs[0] is root and root.lemma_ != "be":
        return _of_subject(doc, subject, root, plural=bool(plural))
    if doc[root.i - 1].text == ",":
        return None
    start = min(t.i for t in subject.subtree)
    fact = _trimmed(doc, start, root)
    return Reading(fact=fact) if fact else None


def _without_modal(
    doc: Doc, subject: Token, modal: Token, verb: Token, *, plural: bool | None
) -> Reading | None:
    """ "All plans should be clear" as a fact: "all plans are clear"."""
    if verb.i < modal.i or verb.tag_ != "VB" or _deontic(verb) is not None:
        return None
    if _is_practitioner(subject) and verb.dep_ == "ROOT" and verb.lower_ != "be":
        return _action(doc, verb.i)
    if plural is None:
        return None
    return _fact(doc, subject, modal.i, verb, plural=plural)


def _deontic(root: Token) -> Token | None:
    """The verb that is really asked for: "needs to attend", "are expected to attend"."""
    if root.lemma_.lower() not in _DEONTIC | {"be"}:
        return None
    # "The first thing to do is to book time" is no duty of the thing.
    if root.lemma_ == "be" and any(t.lemma_ in ("thing", "step", "task") for t in root.lefts):
        return None
    verb = next((t for t in root.rights if t.dep_ == "xcomp" and t.tag_ == "VB"), None)
    if verb is None or not any(t.lower_ == "to" for t in verb.lefts):
        return None
    return verb


def _of_subject(doc: Doc, subject: Token, verb: Token, *, plural: bool) -> Reading | None:
    """What a subject does, where words of duty stand between it and its verb."""
    if _is_practitioner(subject):
        if any(t.dep_ == "auxpass" for t in verb.lefts):
            return None
        found = _action(doc, verb.i)
        base = verb.lemma_.lower()
        if found is None or found.fact or base == "be":
            return found if found and found.fact else None
        rest = found.do.split(maxsplit=1)[1:]
        do = " ".join([base, *rest])
        return Reading(do=do, act=do)
    helper = next((t for t in verb.lefts if t.dep_ in ("aux", "auxpass") and t.tag_ == "VB"), verb)
    cut = max(t.i for t in subject.subtree) + 1
    return _fact(doc, subject, cut, helper, plural=plural)


def _fact(doc: Doc, subject: Token, cut: int, verb: Token, *, plural: bool) -> Reading | None:
    start = min(t.i for t in subject.subtree)
    if verb.tag_ != "VB" or verb.i < cut:
        return None
    before = doc[start:cut].text.strip()
    between = " ".join(t.text for t in doc[cut : verb.i] if t.pos_ == "ADV" and t.dep_ == "advmod")
    tail = _trimmed(doc, verb.i, verb)
    if not tail or doc[start].i > verb.i:
        return None
    rest = tail.split(maxsplit=1)[1:]
    # A second verb of the same duty would need its own form: it is left out.
    rest = [_first_verb_only(doc, verb, rest[0])] if rest else []
    words = [before, between, after(verb.text, plural=plural), *rest]
    return Reading(fact=" ".join(filter(None, words)))


def _first_verb_only(doc: Doc, verb: Token, rest: str) -> str:
    joined = next(
        (
            t
            for t in doc
            if t.dep_ == "conj" and t.head in (verb, verb.head) and t.tag_ == "VB" and t.i > verb.i
        ),
        None,
    )
    if joined is None:
        return rest
    start = min((t.i for t in joined.lefts if t.dep_ in _SUBJECTS), default=joined.i)
    start = min(doc[start].left_edge.i, start)
    while start - 1 > verb.i and (
        doc[start - 1].pos_ in ("CCONJ", "PUNCT", "ADV") or doc[start - 1].tag_ == "MD"
    ):
        start -= 1
    kept = doc[verb.i + 1 : start].text.rstrip(" ,")
    return kept if rest.startswith(kept) else rest


def _action(doc: Doc, start: int) -> Reading | None:
    """The words from a verb in its base form, where no other doer comes between."""
    verb = doc[start]
    inner = _made_sure(verb)
    if inner is not None:
        first = min(t.i for t in inner.subtree if t.dep_ != "mark")
        fact = _trimmed(doc, first, inner)
        if not fact or inner.tag_ not in ("VBZ", "VBP", "VBN", "VBD", "VB", "JJ"):
            return None
        if not any(t.dep_ in ("nsubj", "nsubjpass", "expl") for t in inner.lefts):
            return None
        if any(t.tag_ == "MD" for t in inner.lefts):
            return None
        mine = doc[first].lower_ in ("you", "we")
        return None if mine else Reading(fact=fact)
    if verb.lemma_ in _TOLD_TO and not any(t.dep_ in _OBJECTS for t in verb.rights):
        return None
    do = _trimmed(doc, start, verb)
    if any(t.dep_ == "conj" and t.head.i == verb.i and t.lower_ == "be" for t in doc):
        return None
    return Reading(do=do, act=do) if do else None


def _made_sure(verb: Token) -> Token | None:
    """The clause of "make sure that ..." or "ensure that ..."."""
    if verb.lemma_ == "ensure":
        return next((t for t in verb.rights if t.dep_ == "ccomp"), None)
    if verb.lemma_ != "make":
        return None
    sure = next((t for t in verb.rights if t.lower_ in ("sure", "certain")), None)
    if sure is None:
        return None
    return next((t for t in (*sure.rights, *verb.rights) if t.dep_ == "ccomp"), None)


def _trimmed(doc: Doc, start: int, verb: Token) -> str:
    """The words from a place on, cut where what only adds to them begins; or nothing."""
    ends = [end for end in _ends(doc, start, verb) if end - start <= MOST_TOKENS]
    fitting = [end for end in ends if _words(doc, start, end) <= MOST_WORDS]
    if not fitting:
        return ""
    good = [end for end in fitting if _words(doc, start, end) <= GOOD_LENGTH]
    end = max(good) if good and len(doc) not in fitting else max(fitting)
    if good and _words(doc, start, max(fitting)) > GOOD_LENGTH:
        end = max(good)
    return doc[start:end].text.strip(" ,")


def _words(doc: Doc, start: int, end: int) -> int:
    return len(doc[start:end].text.split())


def _ends(doc: Doc, start: int, verb: Token) -> Iterator[int]:
    """The places where a text from `start` may end and still be whole."""
    for end in range(verb.i + 1, len(doc) + 1):
        at_end = end == len(doc)
        stops = at_end or doc[end].text == "," or _CUT_BEFORE.match(doc[end:].text)
        if stops and _is_whole(doc, start, end, verb):
            yield end


def _is_whole(doc: Doc, start: int, end: int, verb: Token) -> bool:
    """Whether the kept words end well, and nothing that follows belongs to one of them."""
    last = doc[end - 1]
    if verb.lemma_ in _HOLLOW and re.match(r",?\s*(?:in order|so as) to\b", doc[end:].text):
        return False
    if last.i == verb.i and verb.tag_ in ("VBZ", "VBP"):
        return False
    if last.pos_ == "ADV" and last.head.i == verb.i and end < len(doc):
        return False
    if (
        end + 1 < len(doc)
        and doc[end].text == ","
        and "," in doc[verb.i : end].text
        and doc[end + 1].lower_ not in _ADDS
    ):
        return False
    stranded = last.pos_ == "ADP" and end == len(doc)
    if last.lower_ in _OPEN_END or (last.tag_ in ("VB", "VBP", "VBZ") and end < len(doc)):
        return False
    if last.pos_ in _NEVER_LAST and last.dep_ != "prt" and not stranded:
        return False
    if end < len(doc) and verb.lemma_ in _OF_TWO_OBJECTS and not _has_both(verb, end):
        return False
    if any(t.head.i >= end for t in doc[start:end]):
        return False
    lost = (t for t in doc[end:] if start <= t.head.i < end)
    if any(_belongs(each, verb, after_comma=doc[end].text == ",") for each in lost):
        return False
    return all(_is_joined(t, start, end) for t in doc[start + 1 : end] if t.dep_ == "cc")


def _belongs(token: Token, verb: Token, *, after_comma: bool) -> bool:
    """Whether a word that would be cut off is needed by the word that it hangs on."""
    if token.dep_ == "conj":
        head = token.head
        # A second thing to do can be left for another question; half of an enumeration cannot.
        return not (head is verb or (head.dep_ in ("ROOT", "conj") and head.pos_ == "VERB"))
    if after_comma and token.dep_ in _LOOSE:
        return False
    if token.dep_ == "prep" and token.head.dep_ == "acomp":
        return True
    return token.dep_ in _NEEDED


def _is_joined(conjunction: Token, start: int, end: int) -> bool:
    """Whether what an "and" joins on stands among the words from start to end."""
    joined = (t for t in conjunction.head.rights if t.dep_ == "conj" and t.i > conjunction.i)
    return any(start <= t.i < end for t in joined)


def _has_both(verb: Token, end: int) -> bool:
    """Whether what is given, and to whom, both stand before the end."""
    own = [t for t in verb.rights if t.i < end and t.dep_ in ("dobj", "dative", "prep", "ccomp")]
    return len(own) > 1


def _denied(root: Token) -> bool:
    own = (*root.lefts, *root.rights)
    return any(t.dep_ == "neg" or t.lower_ in ("never", "neither", "nobody", "no") for t in own)


def _dangles(kept: str, when: str, english: English) -> bool:
    """Whether a pronoun leans on something that a question would not have said."""
    words = re.findall(r"[a-z']+", kept.lower())
    if (words and words[0] in _LEANING) or {"instead", "therefore", "however"} & set(words):
        return True
    if not when and {"this", "these", "those", "such", "other"} & set(words[:3]):
        return True
    said = bool(when)
    for token in english.parse(kept):
        if token.pos_ in ("NOUN", "PROPN"):
            said = True
        elif token.lower_ in ("it", "its", "they", "them", "their") and not said:
            return True
    return False


def _is_plural(subject: Token) -> bool | None:
    if any(t.dep_ == "cc" and t.lower_ in ("and", "or") for t in subject.rights):
        first = min(t.i for t in subject.subtree)
        either = any(t.lower_ == "or" for t in subject.rights)
        if either or subject.doc[first].lower_ in ("each", "every"):
            return None
        return True
    if subject.tag_ in ("NNS", "NNPS") or subject.lower_ in ("we", "you", "they", "those", "all"):
        return True
    if subject.tag_ in ("NN", "NNP") or subject.lower_ in ("everyone", "everybody", "each"):
        return False
    return None


def _is_practitioner(subject: Token) -> bool:
    if subject.lower_ not in _PRACTITIONERS:
        return False
    if any(t.dep_ in ("cc", "conj") for t in subject.rights):
        return False
    words = {t.lower_ for t in subject.subtree}
    if words & _NOT_THEM or "'s" in words or "’s" in words:
        return False
    return len(words) <= 5


def _root(doc: Doc) -> Token:
    return next(t for t in doc if t.dep_ == "ROOT")


def _lower_first(text: str, english: English) -> str:
    """Begin in lower case, unless the first word is an acronym or begins a name."""
    if not text:
        return ""
    first, second, *_ = (*text.split(maxsplit=2), "")
    token = english.parse(text)[0]
    acronym = sum(letter.isupper() for letter in first) > 1
    plain = english.is_noun(first) or english.is_verb(first) or token.tag_ not in _NAMES
    title = second[:1].isupper() and second[1:2].islower() and token.pos_ not in _SMALL
    if acronym or not plain or title or (token.tag_ in _NAMES and second[:1].isupper()):
        return text
    return text[:1].lower() + text[1:]


_NAMES = frozenset({"NNP", "NNPS"})
_SMALL = frozenset({"DET", "PRON", "ADP", "SCONJ", "VERB", "AUX", "ADV"})
"""Words that begin no name, whatever follows."""


def names_another(text: str) -> bool:
    """Whether a label says that somebody other than the practitioner is to act."""
    label = _LABEL.match(text)
    return bool(label and _ROLE.search(label[0]) and not _OWN_ROLE.match(label[0]))
