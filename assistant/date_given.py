"""A message that gives the date of what was asked about: "it was on 3 March 2026"."""

import re

from assistant.conversation import Thread
from assistant.dates import find_dates
from assistant.library import Library
from assistant.read_whole import ASKS, Read, events_named
from assistant.turn import Turn
from domain import Event

MOST_BESIDE_DATE = 6
"""Words beside the date of a message that only gives it: "sorry, it was on 3 March 2026"."""

MOST_TOLD = 14
"""Words beside the date of a message that tells what happened, and asks nothing."""

MOST_PLAIN = 2
"""Words beside a date that only say that something was done then: "last visited"."""

_BY_WHEN = re.compile(
    r"\b(?:(?:so|and|then) )*(?:what(?:['’]?s| is) (?:the|my|our) (?:last day|deadline|cut ?off"
    r"|latest(?: date)?|due date|date)|(?:by )?when(?: by| for)?)\W*$",
    re.IGNORECASE,
)
"""Asks only for the date, and so nothing beside what was asked before."""


def date_given(library: Library, turn: Turn, thread: Thread) -> Read | None:
    """ "It was on 3 March 2026": the date of what the last question counts from."""
    found = find_dates(turn.question, turn.today)
    if len(found) != 1 or (turn.question.endswith("?") and not _BY_WHEN.search(turn.question)):
        return None
    (date,) = found
    rest = f"{turn.question[: date.start]} {turn.question[date.end :]}"
    rest = _BY_WHEN.sub("", rest)
    words = len(rest.split())
    if words > MOST_TOLD or (words > MOST_BESIDE_DATE and ASKS.search(rest)):
        return None
    counted = {rule.event for rule in library.rules_of(thread.framework or "")}
    told = [event for event in events_named(library, rest) if event.id in counted]
    rule = library.rules.get(thread.rule or "")
    # "Last saw her" tells of the visit that was asked about, which is one to a child in care.
    own = {rule.event, library.events[rule.event].narrows} if rule else set()
    asks_nothing = words > MOST_BESIDE_DATE or {each.id for each in told} <= own
    if rule and rule.gives_date and asks_nothing:
        event: Event | None = library.events[rule.event]
    elif counts := _counts_from(library, thread, told):
        rule, event = None, counts
    else:
        asked = [event for event in events_named(library, thread.question) if event.id in counted]
        # "Visited", alone, is the visit that was asked about.
        rest_is_plain = len(rest.split()) <= MOST_PLAIN
        in_order = [*asked[-1:], *told[-1:]] if rest_is_plain else [*told[-1:], *asked[-1:]]
        rule, event = None, next(iter(in_order), None)
    if event is None:
        return None
    given = date.date.isoformat() if date.date and date.read_as else date.given
    question = _without_dates(thread.question, turn)
    if thread.about and not ASKS.search(question) and events_named(library, question):
        # It only told what happened: what it leant on is what was asked.
        question = f"{thread.about.rstrip(' ?.!')}: {question}"
    return Read(
        question=f"{question}? The {event.phrases[0]} was {given}: due by when?",
        rule=rule.id if rule else None,
    )


def _counts_from(library: Library, thread: Thread, told: list[Event]) -> Event | None:
    """What the thing last asked for counts from, where the register counts it one way."""
    named = events_named(library, thread.question)
    if told or not named:
        return None
    rules = library.rules_of(thread.framework or "")
    rules_for = [rule for rule in rules if rule.starts == named[-1].id and rule.gives_date]
    if len({(rule.form, rule.period) for rule in rules_for}) != 1:
        return None
    return library.events[rules_for[0].event]


def _without_dates(question: str, turn: Turn) -> str:
    for found in reversed(find_dates(question, turn.today)):
        question = question[: found.start] + question[found.end :]
    return " ".join(question.split()).rstrip(" ?.!,")
