"""Counts hours: by the clock from a known time, else to a whole day."""

import datetime as dt
from typing import Final

from domain import CalendarEnds, DayWorked
from timescales import wording
from timescales.counts import Count

_CLOCKS_CHANGE: Final = dt.time(1)


def count_hours(count: Count, hours: int) -> tuple[list[DayWorked], dt.time | None]:
    """The start and the end of the hours, and the end's time where it is known.

    Raises CalendarEnds where the start is outside the calendar or the end is no date.
    """
    closed = count.calendar.why_closed(count.start)
    why = wording.hours_start(count.time)
    day, time = _end(count, count.sign * hours)
    reached = wording.hours_reached(hours, time, back=count.back)
    return [
        DayWorked(day=count.start, counted=False, why=wording.with_reason(why, closed)),
        DayWorked(day=day, counted=True, why=reached),
    ], time


def clock_change(start: dt.datetime, end: dt.datetime) -> dt.date | None:
    """The day on which the clocks change between two moments less than a month apart.

    Summer time runs from the last Sunday in March to the last in October, changing at
    01:00 Greenwich time (Summer Time Act 1972, as amended by the Summer Time Order 2002).
    """
    for month in (3, 10):
        month_end = dt.date(start.year, month, 31)
        sunday = month_end - dt.timedelta(days=(month_end.weekday() + 1) % 7)
        if start < dt.datetime.combine(sunday, _CLOCKS_CHANGE) < end:
            return sunday
    return None


def _end(count: Count, hours: int) -> tuple[dt.date, dt.time | None]:
    try:
        if count.time is None:
            # Where the hours could end on either of two days, floor division takes the
            # earlier one, forwards and back.
            return count.start + dt.timedelta(days=hours // 24), None
        start = dt.datetime.combine(count.start, count.time)
        end = start + dt.timedelta(hours=hours)
    except OverflowError:
        raise CalendarEnds(count.start, dt.date.min, dt.date.max) from None
    return end.date(), end.time()
