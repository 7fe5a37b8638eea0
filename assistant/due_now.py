"""What is due and what is late in a piece of work, from the dates that a manager gives."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping

from assistant.ages import holds_at
from assistant.library import Library
from assistant.telling import relation
from domain import BadInput, CalendarEnds, Form, Framework, Rule
from materials import DueLine
from prompts import FactKind, Practice, Work, reply
from timescales import in_words, lateness, work_out

MOST_LINES = 8
LONG_AGO = 2
"""Years: a date further back, or further ahead, is a slip."""


def check_dates(
    practice: Practice, dates: Mapping[str, dt.date], today: dt.date
) -> dict[FactKind, dt.date]:
    """The dates by their kind; raises BadInput for one that cannot be so."""
    kinds = {each.id: each for each in practice.facts}
    found = {}
    for name, date in dates.items():
        kind = kinds[name]
        if date > today and not kind.ahead:
            raise BadInput(name, reply("material.in_future", date=in_words(date)))
        if date < today and kind.ahead:
            raise BadInput(name, reply("material.gone_by", date=in_words(date)))
        if abs((date - today).days) > LONG_AGO * 366:
            raise BadInput(name, reply("material.far_off", date=in_words(date)))
        found[kind] = date
    return found


def due_lines(
    library: Library,
    framework: Framework,
    *,
    work: Work | None,
    dates: Mapping[FactKind, dt.date],
    age: int | None,
    today: dt.date,
    practice: Practice,
) -> tuple[DueLine, ...]:
    """Everything that falls due by these dates, what is late first."""
    lines = [
        line
        for kind, date in dates.items()
        for rule in _rules(library, framework, work, kind, age, practice)
        if (line := _line(library, framework, rule, date, today)) is not None
    ]
    lines.sort(key=lambda line: (not line.late, line.date, line.rule_id))
    return tuple(lines[:MOST_LINES])


def _rules(
    library: Library,
    framework: Framework,
    work: Work | None,
    kind: FactKind,
    age: int | None,
    practice: Practice,
) -> Iterator[Rule]:
    """The rules that count from what the date is of, for this kind of work."""
    events = work.events.get(kind.id, kind.events) if work else kind.events
    register = library.rules_of(framework.id)
    for event in events:
        found = [
            rule
            for rule in register
            if rule.event == event
            and rule.gives_date
            and rule.reviewed
            and (rule.form is Form.BEFORE) == kind.ahead
            and _applies(rule, work, age, practice)
        ]
        if found:
            # What says for which work it holds speaks before what does not.
            named = [rule for rule in found if work and _names(rule.conditions, work)]
            yield from named or found
            return


def _applies(rule: Rule, work: Work | None, age: int | None, practice: Practice) -> bool:
    if age is not None and any(holds_at(each, age) is False for each in rule.conditions):
        return False
    if work is None or _names(rule.conditions, work):
        return True
    others = (each for each in practice.works if not set(each.plans) & set(work.plans))
    return not any(_names(rule.conditions, other) for other in others)


def _names(conditions: Iterable[str], work: Work) -> bool:
    words = " ".join(conditions).casefold()
    return any(f" {plan} " in f" {words} " or plan in words.split() for plan in work.plans) or any(
        plan in words for plan in work.plans if " " in plan
    )


def _line(
    library: Library, framework: Framework, rule: Rule, date: dt.date, today: dt.date
) -> DueLine | None:
    try:
        due = work_out(
            rule,
            date,
            library.calendar,
            counts_event_day=framework.counts_event_day,
            event_name=library.events[rule.event].name,
        )
        late = lateness(due.date, today, library.calendar)
    except CalendarEnds:
        return None
    return DueLine(
        subject=rule.subject,
        date=due.date,
        relation=relation(library, rule),
        summary=due.summary,
        late=late.late,
        standing=_standing(late.days, late.working_days, rule),
        rule_id=rule.id,
        statements=library.rests_on(rule.id),
        conditions=rule.conditions,
        if_missed=library.links[rule.id].if_missed if late.late else (),
    )


def _standing(days: int, working: int, rule: Rule) -> str:
    if days > 0:
        # Whether a thing that is done once was done by then, a date of its start cannot tell.
        name = "material.late" if rule.form is Form.EVERY else "material.past"
        return reply(name, days=_working_days(working))
    return (
        reply("material.today")
        if days == 0
        else reply("material.left", days=_working_days(working))
    )


def _working_days(number: int) -> str:
    if number == 0:
        return "no working day"
    return "1 working day" if number == 1 else f"{number} working days"
