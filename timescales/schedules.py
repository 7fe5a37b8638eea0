"""What follows an event: every duty of a register, chained from one outcome to the next event."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from heapq import heappop, heappush

from domain import CalendarEnds, Due, Form, Rule
from timescales import wording
from timescales.calculator import work_out
from timescales.calendars import Calendar


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """An event that the schedule reaches, and the date it is counted from."""

    event: str
    date: dt.date
    given: bool
    """Whether the date was given; else it is the last day by which the event is due."""

    through: tuple[str, ...] = ()
    """Ids of the rules whose being kept on time the date rests on, the first of them first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """One rule, laid out from one event."""

    rule: Rule
    placed: Placed
    """The event it counts from."""

    due: Due | None
    """None for a duty that binds without a figure, or whose date no calendar reaches."""

    why_no_date: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """Every duty that follows an event."""

    events: tuple[Placed, ...]
    """The event asked about, then each that it leads to, in the order of their dates."""

    duties: tuple[Duty, ...]
    """Those with a date, in date order."""

    undated: tuple[Duty, ...]
    """Those that bind without a date, in the order of their events."""


def lay_out(
    rules: Iterable[Rule],
    event: str,
    date: dt.date,
    calendar: Calendar,
    *,
    happened: Mapping[str, dt.date] | None = None,
    counts_event_day: bool = False,
    names: Mapping[str, str] | None = None,
) -> Schedule:
    """Lay out what follows `event`, held on `date`, by the rules of one register.

    A rule's outcome is the event of further rules: it is taken to happen on the last day
    that it is due (of several rules, the soonest), unless `happened` gives its real date.
    Each event is laid out once. `names` says how events read in a sentence.

    A rule that is due by another's outcome has the date on which that is due.
    A rule whose date is outside the calendar stands among the undated, with the reason.
    """
    by_event: dict[str, list[Rule]] = {}
    for rule in rules:
        by_event.setdefault(rule.event, []).append(rule)
    real, named = happened or {}, names or {}
    placed: dict[str, Placed] = {}
    duties: list[Duty] = []
    waiting: list[tuple[dt.date, str, tuple[str, ...]]] = [(date, event, ())]
    while waiting:
        expected, name, through = heappop(waiting)
        if name in placed:
            continue
        own = real.get(name, date if name == event else None)
        here = Placed(
            event=name,
            date=own or expected,
            given=own is not None,
            through=() if own is not None else through,
        )
        placed[name] = here
        for rule in by_event.get(name, ()):
            duty = _laid(rule, here, calendar, named.get(name, ""), counts_event_day)
            duties.append(duty)
            if rule.starts and duty.due:
                heappush(waiting, (duty.due.date, rule.starts, (*here.through, rule.id)))
    duties = [_by_another(duty, duties) for duty in duties]
    order = {name: place for place, name in enumerate(_in_date_order(placed.values()))}
    return Schedule(
        events=tuple(sorted(placed.values(), key=lambda each: order[each.event])),
        duties=tuple(sorted(_dated(duties), key=_when)),
        undated=tuple(
            sorted(
                (duty for duty in duties if duty.due is None and _binds(duty)),
                key=lambda duty: order[duty.placed.event],
            )
        ),
    )


def _laid(
    rule: Rule, placed: Placed, calendar: Calendar, name: str, counts_event_day: bool
) -> Duty:
    if not rule.gives_date:
        return Duty(rule=rule, placed=placed, due=None)
    try:
        due = work_out(
            rule, placed.date, calendar, counts_event_day=counts_event_day, event_name=name
        )
    except CalendarEnds as fault:
        return Duty(rule=rule, placed=placed, due=None, why_no_date=str(fault))
    return Duty(rule=rule, placed=placed, due=due)


def _by_another(duty: Duty, duties: Iterable[Duty]) -> Duty:
    """A duty that is due by the outcome of another rule ("by the second review") has its date."""
    other = next((d for d in duties if d.rule.id == duty.rule.by and d.due), None)
    if other is None or other.due is None:
        return duty
    placed = replace(other.placed, given=False, through=(*other.placed.through, other.rule.id))
    summary = wording.by_another(duty.rule, other.due.date)
    due = replace(other.due, rule_id=duty.rule.id, summary=summary)
    return replace(duty, placed=placed, due=due)


def _dated(duties: Iterable[Duty]) -> Iterator[Duty]:
    return (duty for duty in duties if duty.due is not None)


def _when(duty: Duty) -> tuple[dt.date, dt.time, str]:
    assert duty.due is not None  # noqa: S101 - only the dated are sorted by it
    return duty.due.date, duty.due.time or dt.time.max, duty.rule.id


def _binds(duty: Duty) -> bool:
    """Whether a duty without a date is one: a duration or an age alone asks for nothing."""
    return duty.rule.form is Form.WITHOUT_FIGURE or bool(duty.why_no_date)


def _in_date_order(placed: Iterable[Placed]) -> list[str]:
    """The events by date; the first of all was asked about, and stays first."""
    first, *later = placed
    return [first.event, *(p.event for p in sorted(later, key=lambda each: each.date))]
