"""Understand: which framework, which dates and events, and what kind of answer is wanted."""

import re
from collections.abc import Iterable
from dataclasses import replace

from assistant.asking import ask_framework, ask_section
from assistant.dates import find_dates, find_time
from assistant.events import FoundEvent, find_events, narrowed
from assistant.library import Library
from assistant.turn import Turn
from domain import (
    Answer,
    AnswerKind,
    BadQuestion,
    Framework,
    Notice,
    time_figures,
)
from prompts import reply

LONGEST_QUESTION = 2000
"""Characters; a page of notes is no question, and would drown what is asked."""

MOST_TERSE = 9
"""Words of a date question without a verb: "strat 18/12/25, icpc?"."""

_CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
_INVISIBLE = re.compile(r"[\u200b-\u200d\u2060\ufeff\u00ad]")
"""What pasted text brings along unseen; taken out before anything is judged."""

_TIMESCALE = re.compile(
    r"\b(?:how (?:often|soon|long|quickly|many|frequently|far ahead|early|late)|when['’]?s?|by when"
    r"|deadlines?|time ?scales?|time ?frames?|time limit|frequency|frequencies|within what"
    r"|what age|how old)\b",
    re.IGNORECASE,
)
_WANTS_DATE = re.compile(
    r"\b(?:when['’]?s?|by when|due|deadline|what date|which date|what day|by what|late|overdue|next"
    r"|how (?:long|soon|quickly)|in time|on time|latest|last date|needed by|timescale"
    r"|last day|no later than|(?:final|end) date|within what"
    r"|how (?:early|far ahead|far in advance))\b"
    r"|\bby\s*(?:\?|$)",
    re.IGNORECASE,
)
_IF_LATE = re.compile(
    r"\b(?:late|overdue|over due|out of time|missed|in time|on time|still time|time left|days left"
    r"|how long (?:have|has|do) \w+ (?:got|left)(?! to\b)|how many (?:working )?days)\b",
    re.IGNORECASE,
)
"""Asks how a due date stands to today."""

_FRAME = re.compile(
    r"\b(?:(?:any|some|the)\s+)?(?:reflective\s+)?(?:questions?|prompts?|bottom lines?|standards?"
    r"|expectations?)\s+(?:about|on|around|for|regarding)\b",
    re.IGNORECASE,
)
_NO_TOPIC = re.compile(
    r"(?:so |and |please |tell me |list )*(?:what|which)?(?:'s|s| are| is)?(?: all)?"
    r"(?: the| our| my)? ?(?:bottom lines?|standards?|requirements?|expectations?|timescales?"
    r"|deadlines?|rules)[\s?.!]*",
    re.IGNORECASE,
)
_MOVED = re.compile(
    r"\b(?:mov(?:e|es|ed|ing)|gone|goes|going|went|relocat\w+|living|lives?|staying|placed)"
    r" (?:\w+ )?(?:to|in|into|from|near|outside) (?:(?:the|north|south|east|west) )*\w+",
    re.IGNORECASE,
)
"""A place that a family moves to names no other framework than the one that was chosen."""

_DATE_ALONE = re.compile(r"\d{1,4}[/.-]\d{1,2}(?:[/.-]\d{2,4})?[.?!]?")
"""As an answer to "what is the date of that?"."""

_LETTER = re.compile(r"[^\W\d_]")
_ENGLISH = frozenset(
    "a about after all am an and any are as at be before by can child children could did do "
    "does due during each for from get give had has have how i if in into is it kid kids may "
    "me must my need needs no not of off on or our out over own say says see seen should "
    "that the their them then there they this time to until up visit was we were what when "
    "where which who whose why will with without work would yes you young your".split()
)


def checked_question(text: str) -> str:
    """Fold a question's white space; raises BadQuestion when it is not one.

    Refused: nothing but space, over `LONGEST_QUESTION` characters, control characters (and
    the invisible ones that reorder text), no letter at all.
    """
    if len(text) > LONGEST_QUESTION:
        raise BadQuestion(
            f"the question has {len(text)} characters; keep it under {LONGEST_QUESTION}: one "
            "question, without case notes or names."
        )
    text = _INVISIBLE.sub("", text)
    if _CONTROL.search(text):
        raise BadQuestion("the question holds control characters; type it again as plain text.")
    folded = " ".join(text.split())
    if not folded:
        raise BadQuestion("the question is empty; ask what your framework requires.")
    if not (_LETTER.search(folded) or _DATE_ALONE.fullmatch(folded)):
        raise BadQuestion("the question has no words; ask what your framework requires.")
    return folded


def understand(library: Library, turn: Turn) -> Turn | Answer:
    """Find the framework, dates, events and intent; ask for the framework when it is missing."""
    english = reads_as_english(turn.question)
    if not english and not reads_as_english(turn.question, _known_words(library)):
        return Answer(kind=AnswerKind.OUT_OF_SCOPE, text=reply("out_of_scope.language"))
    text = _MOVED.sub(" ", turn.question) if turn.framework else turn.question
    named = named_frameworks(text, library)
    if len(named) > 1 and not turn.framework_settled:
        return ask_framework(named)
    framework = _only(named) or turn.framework
    if framework is None:
        return ask_framework(library.frameworks[name] for name in sorted(library.index.answering))
    if turn.framework_settled and turn.framework:
        framework = turn.framework
    elif turn.framework and framework != turn.framework:
        turn = replace(turn, notices=(*turn.notices, _other_framework(framework, turn.framework)))
    topic = _topic(turn.question, framework)
    if _NO_TOPIC.fullmatch(topic):
        return ask_section(library, framework)
    dates = find_dates(turn.question, turn.today)
    known = library.events.values()
    counted = frozenset(rule.event for rule in library.rules_of(framework.id) if rule.gives_date)
    events = narrowed(turn.question, find_events(turn.question, known), known, counted)
    return replace(
        turn,
        framework=framework,
        topic=topic,
        dates=dates,
        time=find_time(turn.question) if dates else None,
        events=events,
        asks_for_date=bool(dates) and _wants_date(turn.question, events),
        asks_if_late=asks_if_late(turn.question),
        asks_timescale=bool(_TIMESCALE.search(topic) or time_figures(topic)),
    )


def _wants_date(question: str, events: tuple[FoundEvent, ...]) -> bool:
    """ "ICPC by when?", or no more than two events and a date: "strat 18/12/25, icpc?"."""
    two = len({place.event.id for place in events}) > 1
    return bool(_WANTS_DATE.search(question)) or (two and len(question.split()) <= MOST_TERSE)


def asks_if_late(question: str) -> bool:
    """Whether it is asked how a due date stands to today."""
    return bool(_IF_LATE.search(question))


def reads_as_english(question: str, known: frozenset[str] = frozenset()) -> bool:
    """Whether enough plain English words, or words of the field, stand in the question.

    Short questions of one or two words pass ("ICPC?"): they are often acronyms.
    """
    words: list[str] = re.findall(r"[^\W\d_]+", question.lower())
    if any(not word.isascii() and not _latin(word) for word in words):
        return sum(word.isascii() for word in words) * 2 > len(words)
    if len(words) <= 3:
        return True
    hits = sum(word in _ENGLISH or word in known for word in words)
    return hits * 5 >= len(words)


def _latin(word: str) -> bool:
    return all(ord(letter) < 0x250 for letter in word)


def named_frameworks(text: str, library: Library) -> tuple[Framework, ...]:
    """The frameworks that a text names by id, authority or a name of `also_called`.

    A name inside a longer one that is named too does not count: a county inside the name
    of its trust.
    """
    return tuple(library.frameworks[name] for name in names_found(text, library))


def names_found(text: str, library: Library) -> dict[str, str]:
    """By id of each framework that a text names, in order: the words it is named by, folded."""
    folded = f" {' '.join(re.findall(r'[a-z0-9]+', text.lower()))} "
    found = [
        (framework.id, name)
        for framework in library.frameworks.values()
        for name in _names(framework)
        if f" {name} " in folded
    ]
    whole = [
        (owner, name)
        for owner, name in found
        if not any(name != other and f" {name} " in f" {other} " for _, other in found)
    ]
    in_order = sorted(whole, key=lambda each: folded.index(f" {each[1]} "))
    return dict(in_order)


def _names(framework: Framework) -> Iterable[str]:
    for name in (framework.id, framework.authority, *framework.also_called):
        yield " ".join(re.findall(r"[a-z0-9]+", name.lower()))


def _other_framework(named: Framework, chosen: Framework) -> Notice:
    """The question's own words win over a chooser that was set before; never in silence."""
    text = reply("notice.other_framework", named=named.authority, chosen=chosen.authority)
    return Notice(kind="other_framework", text=text)


def _topic(question: str, framework: Framework) -> str:
    """The question without the framework's names and words such as "reflective questions
    about", unless nothing else is left."""
    names = sorted(_names(framework), key=len, reverse=True)
    spaced = (r"[\W_]+".join(map(re.escape, name.split())) for name in names)
    named = re.compile(rf"\b(?:in |at |for )?(?:{'|'.join(spaced)})(?:['’]s)?\b", re.IGNORECASE)
    return " ".join(_FRAME.sub(" ", named.sub(" ", question)).split()) or question


def _known_words(library: Library) -> frozenset[str]:
    return frozenset(
        word
        for event in library.events.values()
        for phrase in event.phrases
        for word in phrase.lower().split()
    )


def _only(found: tuple[Framework, ...]) -> Framework | None:
    return found[0] if len(found) == 1 else None
