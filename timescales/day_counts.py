"""Counts days and working days, one by one, and says why each is counted or not."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from domain import DayWorked, Unit
from timescales import wording
from timescales.counts import Count

# Every day is listed up to this span, which is over the longest period of days that the
# frameworks have (56 working days, some 80 days); a longer list is condensed.
DAYS_LISTED: Final = 100

_SATURDAY: Final = 5


def count_days(count: Count, amount: int, unit: Unit) -> list[DayWorked]:
    """Each day from the start to the one that makes the amount full.

    Raises CalendarEnds where it leaves the calendar.
    """
    rows = []
    for number, row in numbered_days(count, unit):
        rows.append(row)
        if number == amount:
            break
    return rows if len(rows) <= DAYS_LISTED else _condensed(rows, 7 if unit is Unit.DAY else 5)


def numbered_days(count: Count, unit: Unit) -> Iterator[tuple[int, DayWorked]]:
    """The start and each day on from it without end, with how many are counted by then.

    Raises CalendarEnds where it leaves the calendar.
    """
    first = _first_day(count, unit)
    number, day = int(first.counted), count.start
    yield number, first
    while True:
        day += dt.timedelta(days=count.sign)
        closed = count.calendar.why_closed(day)
        if closed and unit is Unit.WORKING_DAY:
            yield number, DayWorked(day=day, counted=False, why=closed)
            continue
        number += 1
        why = wording.with_reason(wording.counted(number, Unit.DAY), closed)
        yield number, DayWorked(day=day, counted=True, why=why)


def _first_day(count: Count, unit: Unit) -> DayWorked:
    """The day of the event: day 0, or day 1 where the authority counts it."""
    closed = count.calendar.why_closed(count.start)
    if not count.counts_start:
        text = wording.EVENT_DAY
    elif closed and unit is Unit.WORKING_DAY:
        text = wording.NEXT_IS_FIRST
    else:
        text = wording.COUNTED_EVENT_DAY
    return DayWorked(
        day=count.start,
        counted=text == wording.COUNTED_EVENT_DAY,
        why=wording.with_reason(text, closed),
    )


def _condensed(rows: Sequence[DayWorked], every: int) -> list[DayWorked]:
    """A long working: its ends, each seventh or fifth counted day, weekdays not counted."""
    first = replace(rows[0], why=wording.list_condensed(rows[0].why, every))
    kept, number = [first], int(first.counted)
    for row in rows[1:-1]:
        number += row.counted
        shown = number % every == 0 if row.counted else row.day.weekday() < _SATURDAY
        if shown:
            kept.append(row)
    return [*kept, rows[-1]]
