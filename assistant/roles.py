"""Which date of a question is the date of which event."""

import re

from assistant.asking import ask, date_option
from assistant.dates import FoundDate
from assistant.library import Library
from assistant.turn import Turn
from domain import Answer, Form, Rule, Slot
from prompts import reply
from timescales import in_words

OLDEST = 26
"""Years: nobody is older than a care leaver can be whose timescales are asked about."""

_AT = re.compile(
    r"\s+(?:at|in|during)(?:\s+(?:the|a|an|his|her|their|its))?(?:\s+\w+)?\s+", re.IGNORECASE
)
"""Between two events, of which one happened at the other."""


def date_of(library: Library, rule: Rule, turn: Turn) -> FoundDate | Answer:
    """The date of the rule's event, if the question gives just one; else it is asked for.

    The date of another event is never counted from. Where no event is named in words that are
    known, the date is that of what happened, which the rule was found by.
    """
    event = library.events[rule.event]
    own = [d for d in turn.dates if not turn.events or rule.event in _events_of(d, turn)]
    if not own and event.narrows:
        # The rule says whose visit it is, and "last saw her on 3 March" only that it was one.
        own = [d for d in turn.dates if event.narrows in _events_of(d, turn)]
    if len(own) == 1:
        return _ask_of_birth(rule, own[0], turn) or own[0]
    question = reply("clarify.date_of_event", event=event.name)
    options = tuple(date_option(d) for d in own if d.date)
    return ask(question, options, Slot.DATE, of=event.phrases[0])


def _ask_of_birth(rule: Rule, found: FoundDate, turn: Turn) -> Answer | None:
    """Ask again where a date of birth is no child's or care leaver's: a slip of the year."""
    if rule.form is not Form.AT_AGE or found.date is None:
        return None
    if found.date > turn.today:
        name = "clarify.birth_ahead"
    elif (turn.today - found.date).days > OLDEST * 366:
        name = "clarify.birth_long_ago"
    else:
        return None
    question = reply(name, date=in_words(found.date))
    return ask(question, (), Slot.DATE, given=found.given)


def _events_of(date: FoundDate, turn: Turn) -> set[str]:
    """The event a date is the date of, and one that happened at it: "came off the plan at the
    review conference on 7 May" dates both."""
    of = {event_of(date, turn)}
    before = [place for place in turn.events if place.start < date.start]
    if len(before) < 2:
        return of
    earlier, last = before[-2:]
    happened_at_it = _AT.fullmatch(turn.question[earlier.end : last.start])
    return of | {earlier.event.id} if happened_at_it else of


def event_of(date: FoundDate, turn: Turn) -> str:
    """The event a date is the date of: the last one named before it, or the first after.

    Nothing where the question names no event in words that are known.
    """
    if not turn.events:
        return ""
    before = [place for place in turn.events if place.start < date.start]
    return (before[-1] if before else turn.events[0]).event.id
