"""What comes after an event: "and after that?"."""

import datetime as dt
from dataclasses import replace

from assistant.library import Library
from assistant.roles import event_of
from assistant.turn import Turn, Worked
from domain import Answer, AnswerKind, Notice, Rule
from prompts import reply
from timescales import in_words, work_out

MOST_FOLLOWING = 6
"""Duties told; a whole schedule is asked for by itself."""


def following(library: Library, turn: Turn) -> Turn | Answer:
    """Put what counts from the event that is leant on in place of the question's own timescale.

    With a date for the event each duty has its own; else the register's words are told. An
    event that nothing counts from is said to lead nowhere.
    """
    if turn.follows is None or turn.framework is None:
        return turn
    event = library.events[turn.follows]
    rules = [rule for rule in library.rules_of(turn.framework.id) if rule.event == event.id]
    if not rules:
        text = reply(
            "following.nothing",
            document=turn.framework.document,
            authority=turn.framework.authority,
            event=event.name,
        )
        return Answer(kind=AnswerKind.NOT_FOUND, text=text)
    day = _day(turn)
    dated = [rule for rule in rules if rule.gives_date]
    if day is None or not dated:
        bare = replace(turn, dates=(), asks_for_date=False, asks_timescale=True)
        return replace(bare, undated=tuple([*dated, *rules][:MOST_FOLLOWING]))
    worked = sorted(
        (_worked(library, turn, rule, day) for rule in dated), key=lambda each: each.due.date
    )
    text = reply("notice.follows", event=event.name, date=in_words(day))
    return replace(
        turn,
        asks_for_date=False,
        worked=tuple(worked[:MOST_FOLLOWING]),
        notices=(*turn.notices, Notice(kind="follows", text=text)),
    )


def _day(turn: Turn) -> dt.date | None:
    """The event's own date where the thread gives it, else the day it is due."""
    own = [d.date for d in turn.dates if turn.events and event_of(d, turn) == turn.follows]
    return own[0] if len(own) == 1 else turn.follows_on


def _worked(library: Library, turn: Turn, rule: Rule, day: dt.date) -> Worked:
    assert turn.framework is not None  # noqa: S101 - `following` has looked
    due = work_out(
        rule,
        day,
        library.calendar,
        counts_event_day=turn.framework.counts_event_day,
        event_name=library.events[rule.event].name,
    )
    return Worked(rule=rule, due=due)
