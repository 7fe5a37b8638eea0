"""A reply to a clarifying question becomes the whole question again."""

import datetime as dt
import re
from dataclasses import replace

from assistant.conversation import Pending
from assistant.dates import find_dates
from assistant.events import find_concepts, find_events
from assistant.library import Library
from assistant.turn import Turn
from assistant.understand import named_frameworks
from assistant.which import UNNAMED
from domain import Option, Slot
from retrieval import content_stems

MOST_BESIDE = 4
"""Words beside a date in a reply that only gives it: "sorry, it was 3 March"."""

MOST_NAMING = 5
"""Words of a reply that only names the thing meant."""

_ARTICLE = re.compile(r"^(?:an?|the|my|our|her|his|their)\s+", re.IGNORECASE)
_ASKS_OR_DENIES = re.compile(
    r"\?|\b(?:(?:what|how|who|when|where|why|which)(?:['’]?s)?|not|isn['’]?t|no longer)\b",
    re.IGNORECASE,
)

MOST_TELLING = 12
"""Words of a reply that tells of the child instead of choosing; a longer one asks its own."""


def resume(library: Library, turn: Turn, pending: Pending) -> Turn:
    """Fill the pending question's slot from this turn's words; else leave the turn as it is.

    Words that fit no option and name neither a framework nor a date are a new question.
    """
    clarify = pending.clarify
    chosen = _option(turn.question, clarify.options)
    if clarify.slot is Slot.RULE:
        chosen = chosen or _told(turn.question, library, clarify.options)
        if chosen is None and (named := _naming(library, turn.question, pending)):
            return replace(turn, question=named)
        return replace(turn, question=pending.question, chosen_rule=chosen) if chosen else turn
    if clarify.slot is Slot.SECTION:
        return replace(turn, question=f"{pending.question} {chosen}") if chosen else turn
    if clarify.slot is Slot.FRAMEWORK:
        name = chosen or _framework(turn.question, library)
        if name is None:
            return turn
        framework = library.frameworks[name]
        question = pending.question
        return replace(turn, question=question, framework=framework, framework_settled=True)
    date = chosen or _date(library, turn)
    return replace(turn, question=_with_date(pending, date, turn.today)) if date else turn


def lean_on(read: Turn, typed: Turn, pending: Pending) -> Turn:
    """ "LAC, she's just gone to new carers", where it was asked whose timescale is meant.

    A short reply that picks no option, and that leans on nothing else (as `read` shows beside
    what was `typed`), may be searched for together with the question that was asked back about.
    """
    short = len(typed.question.split()) <= MOST_TELLING
    own = read.question != typed.question or read.follows
    if pending.clarify.slot is not Slot.RULE or own or not short:
        return read
    return replace(read, about=pending.question)


def _option(text: str, options: tuple[Option, ...]) -> str | None:
    folded = text.strip().casefold()
    for option in options:
        if folded in (option.value.casefold(), option.label.casefold()):
            return option.value
    return None


def _told(text: str, library: Library, options: tuple[Option, ...]) -> str | None:
    """The one rule offered that is about what a reply names: "foster carer, im her SSW"."""
    if len(text.split()) > MOST_TELLING or _ASKS_OR_DENIES.search(text):
        return None
    named = find_concepts(text, library.concepts)
    rules = [library.rules[each.value] for each in options if each.value in library.rules]
    about = {rule.id: "; ".join((rule.subject, *rule.conditions)) for rule in rules}
    told = {id_: len(named & find_concepts(each, library.concepts)) for id_, each in about.items()}
    if not any(told.values()):
        words = set(content_stems(text))
        told = {id_: len(words.intersection(content_stems(each))) for id_, each in about.items()}
        if 2 * max(told.values(), default=0) < len(words):
            return None
    most = max(told.values(), default=0)
    best = [id_ for id_, shared in told.items() if shared == most]
    return best[0] if most and len(best) == 1 else None


def _naming(library: Library, text: str, pending: Pending) -> str | None:
    """ "Early help action plan", where "the plan" was asked about."""
    named = _ARTICLE.sub("", text.strip(" .!"))
    bare = len(named.split()) <= MOST_NAMING and not _ASKS_OR_DENIES.search(named)
    if (
        not bare
        or not UNNAMED.search(pending.question)
        or not find_concepts(named, library.concepts)
    ):
        return None
    return UNNAMED.sub(lambda _: f"the {named}", pending.question, count=1)


def _framework(text: str, library: Library) -> str | None:
    named = named_frameworks(text, library)
    short = len(text.split()) <= 8
    return named[0].id if short and len(named) == 1 else None


def _date(library: Library, turn: Turn) -> str | None:
    """The one date of a message that says little else; a question of its own fills no slot."""
    found = find_dates(turn.question, turn.today)
    if len(found) != 1:
        return None
    (date,) = found
    rest = f"{turn.question[: date.start]} {turn.question[date.end :]}"
    if len(rest.split()) > MOST_BESIDE or find_events(rest, library.events.values()):
        return None
    # A doubtful date goes back in as it was written, to be asked about again.
    return date.date.isoformat() if date.date else date.given


def _with_date(pending: Pending, date: str, today: dt.date) -> str:
    question, given = pending.question, pending.clarify.given
    if given and given in question:
        return question.replace(given, date, 1)
    for found in reversed(find_dates(question, today)):
        question = question[: found.start] + question[found.end :]
    return f"{question} {pending.clarify.of} {date}"
