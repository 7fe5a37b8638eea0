"""Counts weeks, months and years by the calendar, one whole step after another."""

import datetime as dt
from collections.abc import Iterator
from typing import Final

from domain import CalendarEnds, DayWorked, Unit
from timescales import wording
from timescales.counts import Count

STEPS_LISTED: Final = 26
"""Weeks or years that are listed one by one; beyond it every fourth is."""

_MONTHS_LISTED: Final = 12


def count_steps(count: Count, amount: int, unit: Unit) -> list[DayWorked]:
    """The start, then each whole week, month or year; a long span of months by years.

    Raises CalendarEnds where an event that is not a birth is outside the calendar, or the
    end is no date.
    """
    rows = [_start(count)]
    for months, days, text in _steps(amount, unit):
        day = _shifted(count.start, count.sign * months, count.sign * days)
        why = text
        if months and day.day != count.start.day:
            why = wording.clamped(text, count.start.day, day)
        rows.append(DayWorked(day=day, counted=True, why=why))
    return rows


def shift_months(day: dt.date, months: int) -> dt.date:
    """The same day so many months on (or back), or that month's last where it has none.

    Raises ValueError where that is no date at all.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return dt.date(year, month + 1, min(day.day, _length(year, month + 1)))


def _length(year: int, month: int) -> int:
    following = dt.date(year + month // 12, month % 12 + 1, 1)
    return (following - dt.date(year, month, 1)).days


def _shifted(day: dt.date, months: int, days: int) -> dt.date:
    try:
        return shift_months(day, months) + dt.timedelta(days=days)
    except (OverflowError, ValueError):
        raise CalendarEnds(day, dt.date.min, dt.date.max) from None


def _start(count: Count) -> DayWorked:
    if count.of_age:
        return DayWorked(day=count.start, counted=False, why=wording.BIRTH)
    closed = count.calendar.why_closed(count.start)
    why = wording.with_reason(wording.EVENT_DAY, closed)
    return DayWorked(day=count.start, counted=False, why=why)


def _steps(amount: int, unit: Unit) -> Iterator[tuple[int, int, str]]:
    """Steps as (months, days, words), each from the start, so that no clamping adds up."""
    if unit is Unit.WEEK:
        for week in _listed(amount):
            yield 0, 7 * week, wording.counted(week, unit)
    elif unit is Unit.YEAR:
        for year in _listed(amount):
            yield 12 * year, 0, wording.counted(year, unit)
    elif amount <= _MONTHS_LISTED:
        for month in range(1, amount + 1):
            yield month, 0, wording.counted(month, unit)
    else:
        years, months = divmod(amount, 12)
        yield from _steps(years, Unit.YEAR)
        if months:
            yield amount, 0, wording.years_and_months(years, months)


def _listed(amount: int) -> list[int]:
    """Every step, or every fourth and the last where there are many."""
    if amount <= STEPS_LISTED:
        return list(range(1, amount + 1))
    return [*range(4, amount, 4), amount]
