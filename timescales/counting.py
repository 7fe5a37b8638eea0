"""Counts a period off from its start, by the unit's own convention."""

from domain import Reading, Unit
from timescales.calendar_steps import count_steps
from timescales.counts import Count
from timescales.day_counts import count_days
from timescales.hour_counts import count_hours


def count_off(count: Count, amount: int, unit: Unit, label: str) -> Reading:
    """Count so many of a unit from the start, and keep the working.

    Raises CalendarEnds where a counted day, or an end that is not an age's, is outside
    the calendar.
    """
    time = None
    if unit is Unit.HOUR:
        rows, time = count_hours(count, amount)
    elif unit in (Unit.DAY, Unit.WORKING_DAY):
        rows = count_days(count, amount, unit)
    else:
        rows = count_steps(count, amount, unit)
    if not count.of_age:
        count.calendar.why_closed(rows[-1].day)  # refuses a date outside the calendar
    return Reading(label=label, date=rows[-1].day, time=time, working=tuple(rows))
