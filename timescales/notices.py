"""What the reader of a due date should know beside it."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from domain import CalendarEnds, Form, Notice, Period, Reading, Rule, Unit
from timescales import wording
from timescales.counting import count_off
from timescales.counts import Count
from timescales.hour_counts import clock_change


@dataclass(frozen=True, slots=True, kw_only=True)
class Calculation:
    """A finished calculation, as the notices look at it."""

    rule: Rule
    period: Period
    count: Count
    stated: tuple[Reading, ...]
    """The readings of the figure as the document has it: one, or a range's two ends."""

    if_working: tuple[Reading, ...]
    """The readings beside them, where plain days may mean working days."""


def notices(calculation: Calculation) -> tuple[Notice, ...]:
    """Every notice that applies, the most important first."""
    return tuple(
        Notice(kind=kind, text=text)
        for tell in (
            _plain_days,
            _not_working_days,
            _leap_birthday,
            _closures,
            _projected_holidays,
            _hours_without_time,
            _clock_changes,
        )
        for kind, text in tell(calculation)
    )


def _plain_days(of: Calculation) -> Iterator[tuple[str, str]]:
    if of.if_working:
        dates = [reading.date for reading in of.if_working]
        yield "days_not_working_days", wording.plain_days(of.rule.figure, dates)


def _not_working_days(of: Calculation) -> Iterator[tuple[str, str]]:
    """Calendar dates stay where they fall; the reader is told which day is open."""
    if of.period.unit is Unit.HOUR:
        return  # the clock runs on whether an office is open or not
    calendar = of.count.calendar
    for day in _dates(of.stated):
        if not calendar.first <= day <= calendar.last:
            yield "beyond_calendar", wording.beyond_calendar(calendar.first, calendar.last)
        elif closed := calendar.why_closed(day):
            yield "non_working_day", wording.not_working(day, closed, _nearest(of, day))


def _nearest(of: Calculation, day: dt.date) -> str:
    """Which working day to act on; on the calendar's very first or last day there may be none."""
    try:
        return _working_day_beside(of, day)
    except CalendarEnds:
        return wording.NO_WORKING_DAY_KNOWN


def _working_day_beside(of: Calculation, day: dt.date) -> str:
    if wording.LIMITS[of.rule.form, of.rule.bound] == wording.NOT_BEFORE:
        return wording.next_working(of.count.calendar.after(day))
    open_day = of.count.calendar.before(day)
    if open_day < of.count.start < day:
        return wording.no_working_day_between(of.count.start)
    return wording.last_working(open_day)


def _leap_birthday(of: Calculation) -> Iterator[tuple[str, str]]:
    born = of.count.start
    if of.rule.form is not Form.AT_AGE or (born.month, born.day) != (2, 29):
        return
    for day in _dates(of.stated):
        if (day.month, day.day) == (2, 28):
            yield "leap_birthday", wording.leap_birthday(day)


def _closures(of: Calculation) -> Iterator[tuple[str, str]]:
    """Closures the service configured move a due date that the law may not let move."""
    count, stated = of.count, of.stated[-1]
    bare = replace(count.calendar, closures=MappingProxyType({}))
    names = [
        count.calendar.closures[row.day]
        for row in stated.working
        if not row.counted and row.day in count.calendar.closures and bare.is_working(row.day)
    ]
    if not names:
        return
    upper = of.period.upper or of.period.amount
    amount = of.period.amount if count.back else upper
    without = count_off(replace(count, calendar=bare), amount, of.period.unit, stated.label)
    if without.date != stated.date:
        yield "closures", wording.closures_skipped(dict.fromkeys(names), without.date)


def _projected_holidays(of: Calculation) -> Iterator[tuple[str, str]]:
    last = max(of.count.start, *_dates((*of.stated, *of.if_working)))
    until = of.count.calendar.announced_until
    if until < last <= of.count.calendar.last:
        moves = of.period.unit is Unit.WORKING_DAY
        yield "projected_holidays", wording.projected(until, moves=moves)


def _hours_without_time(of: Calculation) -> Iterator[tuple[str, str]]:
    if of.period.unit is Unit.HOUR and of.count.time is None:
        yield "time_not_given", wording.time_not_given(of.rule.figure, back=of.count.back)


def _clock_changes(of: Calculation) -> Iterator[tuple[str, str]]:
    """Two clocks: the one on the wall and the hours that pass."""
    start, end = of.count.time, of.stated[-1].time
    if start is None or end is None:
        return
    moments = sorted(
        (
            dt.datetime.combine(of.count.start, start),
            dt.datetime.combine(of.stated[-1].date, end),
        )
    )
    if day := clock_change(moments[0], moments[1]):
        yield "clock_change", wording.clocks_change(day, back=of.count.back)


def _dates(readings: Sequence[Reading]) -> list[dt.date]:
    """The dates of the readings, each once, in order."""
    return list(dict.fromkeys(reading.date for reading in readings))
