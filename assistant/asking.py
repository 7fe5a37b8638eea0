"""One short question back, with options, where something that matters is missing or in doubt."""

from collections.abc import Iterable, Sequence

from assistant.dates import Doubt, FoundDate
from assistant.library import Library
from domain import (
    Answer,
    AnswerKind,
    CalendarEnds,
    Clarify,
    Framework,
    Option,
    Rule,
    Slot,
    Strength,
)
from prompts import reply
from timescales import in_words

MOST_OPTIONS = 6
MOST_SECTIONS = 24


def ask(
    question: str, options: tuple[Option, ...], slot: Slot, *, given: str = "", of: str = ""
) -> Answer:
    """Ask one short question back."""
    clarify = Clarify(question=question, options=options, slot=slot, given=given, of=of)
    return Answer(kind=AnswerKind.CLARIFY, text=question, clarify=clarify)


def ask_framework(frameworks: Iterable[Framework]) -> Answer:
    """Ask which of these frameworks is meant."""
    options = tuple(Option(label=f.authority, value=f.id) for f in frameworks)
    return ask(reply("clarify.framework"), options, Slot.FRAMEWORK)


def ask_section(library: Library, framework: Framework) -> Answer:
    """Ask for the part when only "the bottom lines" or the like are asked for."""
    answering = library.index.answering.get(framework.id)
    parts = dict.fromkeys(
        s.section[0]
        for s in library.index.statements.values()
        if s.source.framework == framework.id and s.source.edition is answering and s.section
        if s.strength is Strength.MUST
    )
    options = tuple(Option(label=part, value=part) for part in list(parts)[:MOST_SECTIONS])
    return ask(reply("clarify.section"), options, Slot.SECTION)


def ask_date(found: FoundDate) -> Answer:
    """Ask about a date that is in doubt, with the readings there are."""
    given = found.given
    if found.doubt is Doubt.IMPOSSIBLE:
        question = reply("clarify.impossible_date", given=given)
    elif found.doubt is Doubt.YEAR:
        question = reply("clarify.year", given=given)
    elif found.doubt is Doubt.WRONG_WEEKDAY:
        weekday = f"{found.offers[0]:%A}"
        number = found.number
        question = reply(
            "clarify.wrong_weekday", given=number, weekday=weekday, said=found.said_weekday
        )
    else:
        question = reply("clarify.relative_date", given=given)
    options = tuple(Option(label=in_words(d), value=d.isoformat()) for d in found.offers)
    return ask(question, options, Slot.DATE, given=given)


def ask_inside(library: Library, rule: Rule, found: FoundDate, fault: CalendarEnds) -> Answer:
    """Ask again for a date that no calendar reaches, or whose due date none does."""
    question = reply(
        "clarify.outside_calendar",
        date=in_words(fault.asked),
        first=str(fault.first.year),
        last=str(fault.last.year),
        event=library.events[rule.event].name,
    )
    return ask(question, (), Slot.DATE, given=found.given)


def ask_rule(rules: Sequence[Rule]) -> Answer:
    """Ask which of several rules is meant."""
    options = tuple(Option(label=_label(rule), value=rule.id) for rule in rules[:MOST_OPTIONS])
    return ask(reply("clarify.event"), options, Slot.RULE)


def date_option(found: FoundDate) -> Option:
    """A date that was read, as one way to answer."""
    assert found.date is not None  # noqa: S101 - only read dates are offered
    return Option(label=in_words(found.date), value=found.date.isoformat())


def _label(rule: Rule) -> str:
    return f"{rule.subject} ({'; '.join(rule.conditions)})" if rule.conditions else rule.subject
