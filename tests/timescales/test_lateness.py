"""How late something is, or how much time is left."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain import CalendarEnds
from tests.timescales.making import CALENDAR, day
from timescales import lateness


@pytest.mark.parametrize(
    ("due", "today", "days", "working"),
    [
        ("2026-03-04", "2026-03-03", -1, 1),
        ("2026-03-03", "2026-03-03", 0, 0),
        ("2026-03-03", "2026-03-04", 1, 1),
        # Friday to Monday is one working day over, Friday to Sunday none.
        ("2026-03-06", "2026-03-09", 3, 1),
        ("2026-03-06", "2026-03-08", 2, 0),
        # Thursday before Easter to the Tuesday after it.
        ("2026-04-07", "2026-04-02", -5, 1),
    ],
)
def test_days_over_or_left_are_counted(due, today, days, working):
    """Weekends and bank holidays are days, and no working days."""
    found = lateness(day(due), day(today), CALENDAR)

    assert (found.days, found.working_days, found.late) == (days, working, days > 0)


@given(st.dates(dt.date(2013, 1, 1), dt.date(2026, 1, 1)), st.integers(1, 40))
def test_what_is_due_in_so_many_working_days_has_so_many_left(today, count):
    """The count and the calculator agree."""
    assert lateness(CALENDAR.after(today, count), today, CALENDAR).working_days == count


def test_what_the_calendar_does_not_know_is_not_counted():
    """No bank holidays are known there."""
    with pytest.raises(CalendarEnds):
        lateness(day("2011-12-01"), day("2026-03-03"), CALENDAR)
