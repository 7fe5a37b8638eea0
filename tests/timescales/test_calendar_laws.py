"""Laws that hold for counting working days, and a second opinion for every start date."""

import datetime as dt
from itertools import islice
from unittest.mock import ANY

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from domain import DATED_FORMS, DayWorked, Form, Unit
from tests.timescales.making import CALENDAR, a_rule, announced, day
from timescales import Calendar, Closure, england, parse_period, work_out
from timescales.counts import Count
from timescales.day_counts import numbered_days

ONE = dt.timedelta(days=1)
CLOSED = england(
    Closure(day=dt.date(year, 12, date), name="winter closure")
    for year in range(2012, 2041)
    for date in (24, 29, 30, 31)
)
calendars = st.sampled_from([CALENDAR, CLOSED])
days = st.dates(dt.date(2013, 1, 1), dt.date(2038, 12, 31))
counts = st.integers(1, 60)


@given(calendars, days, days, counts)
def test_a_later_start_is_never_due_earlier(calendar, one, other, count):
    """Counting is monotone, forwards and back."""
    earlier, later = sorted((one, other))

    assert calendar.after(earlier, count) <= calendar.after(later, count)
    assert calendar.before(earlier, count) <= calendar.before(later, count)


@given(calendars, days, counts)
def test_one_day_more_is_always_later(calendar, start, count):
    """A longer period ends later, forwards, and starts earlier, counted back."""
    assert calendar.after(start, count) < calendar.after(start, count + 1)
    assert calendar.before(start, count) > calendar.before(start, count + 1)


@given(calendars, days, counts)
def test_a_count_never_lands_on_a_closed_day(calendar, start, count):
    """A due day is a working day."""
    assert calendar.is_working(calendar.after(start, count))
    assert calendar.is_working(calendar.before(start, count))


@given(calendars, days, counts)
def test_from_a_working_day_it_counts_back_what_it_counted_forward(calendar, start, count):
    """From a working day, so many forwards and as many back end where they began."""
    assume(calendar.is_working(start))

    assert calendar.before(calendar.after(start, count), count) == start
    assert calendar.after(calendar.before(start, count), count) == start


@given(calendars, days, counts)
def test_from_a_closed_day_counting_back_ends_on_the_working_day_beside_it(calendar, start, count):
    """From a closed day it ends on the last working day before it, or the next after it."""
    assume(not calendar.is_working(start))

    assert calendar.before(calendar.after(start, count), count) == calendar.before(start)
    assert calendar.after(calendar.before(start, count), count) == calendar.after(start)


@given(calendars, days, counts, counts)
def test_counting_in_two_goes_is_counting_in_one(calendar, start, first, second):
    """Ten working days and then five more are fifteen."""
    assert calendar.after(calendar.after(start, first), second) == calendar.after(
        start, first + second
    )
    assert calendar.before(calendar.before(start, first), second) == calendar.before(
        start, first + second
    )


@given(days, counts)
def test_a_closure_never_makes_a_date_earlier(start, count):
    """More closed days can only put a date off."""
    assert CLOSED.after(start, count) >= CALENDAR.after(start, count)


@given(days, st.integers(1, 60), st.booleans())
def test_the_working_counts_to_the_figure(start, count, counts_event_day):
    """The counted days of a working are as many as the figure, and all of them are open."""
    rule = a_rule("within", f"{count} working days")
    due = work_out(rule, start, CALENDAR, counts_event_day=counts_event_day)
    counted = [row.day for row in due.working if row.counted]

    assert len(counted) == count
    assert counted[-1] == due.date
    assert all(map(CALENDAR.is_working, counted))
    assert not any(
        CALENDAR.is_working(row.day) for row in due.working if not row.counted and row.day != start
    )


@given(
    st.sampled_from(sorted(DATED_FORMS - {Form.AT_GESTATION})),
    st.sampled_from(["3 weeks", "6-8 weeks", "1 month", "9 months", "1 year", "15.5 years"]),
    days,
)
def test_a_calendar_period_is_kept_on_its_date(form, figure, start):
    """Weeks, months and years end on the same weekday or day, whatever is closed."""
    due_years = parse_period(figure).amount > 12 and form is not Form.AT_AGE
    assume(not due_years)
    due = work_out(a_rule(form.value, figure), start, CALENDAR)

    if "week" in figure:
        assert {reading.date.weekday() for reading in due.readings} == {start.weekday()}
    else:
        month_end = (due.date + ONE).month != due.date.month
        assert due.date.day == start.day or (month_end and due.date.day < start.day)


def open_days() -> list[dt.date]:
    """Every open day from 2012 to 2030, worked out without the calendar under test.

    GOV.UK's announced list to 2028; those of 2029 and 2030 are written out.
    """
    closed = {date.isoformat() for date in announced()} | {
        *(f"2029-{date}" for date in "01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26".split()),
        *(f"2030-{date}" for date in "01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26".split()),
    }
    found, date = [], dt.date(2012, 1, 1)
    while date.year < 2031:
        if date.isoweekday() not in (6, 7) and date.isoformat() not in closed:
            found.append(date)
        date += ONE
    return found


def test_every_amount_to_260_from_every_start_of_2012_to_2028_agrees_with_a_list_of_open_days():
    """For each start and each amount the day is that entry after it in a plain list."""
    opened = open_days()
    position, date, wrong = 0, dt.date(2012, 1, 1), []
    while date <= dt.date(2028, 12, 31):
        while opened[position] <= date:
            position += 1
        count = Count(start=date, time=None, calendar=CALENDAR)
        rows = numbered_days(count, Unit.WORKING_DAY)
        assert next(rows) == (0, DayWorked(day=date, counted=False, why=ANY))
        counted = ((number, row.day) for number, row in rows if row.counted)
        expected = enumerate(opened[position : position + 260], 1)
        if list(islice(counted, 260)) != list(expected):
            wrong.append(date)
        date += ONE

    assert wrong == []


@pytest.mark.parametrize("count", [1, 2, 3, 5, 10, 15, 20, 30, 45, 56])
def test_the_calendars_own_count_agrees_with_a_list_of_open_days(count):
    """For each start the day is the count-th entry after it in a plain list."""
    opened = open_days()
    position, date, wrong = 0, dt.date(2012, 1, 1), []
    while date <= dt.date(2028, 12, 31):
        while opened[position] <= date:
            position += 1
        if CALENDAR.after(date, count) != opened[position + count - 1]:
            wrong.append(date)
        date += ONE

    assert wrong == []


def loop(start: dt.date, count: int, calendar: Calendar) -> dt.date:
    """The simplest day loop there can be."""
    date = start
    while count:
        date = date + ONE
        if date.weekday() < 5 and date not in calendar.bank_holidays:
            count = count - 1
    return date


def test_the_calculator_agrees_with_a_day_loop_for_every_start_from_2012_to_2028():
    """Fifteen working days, worked out as a rule, for every start date."""
    rule = a_rule("within", "15 working days")
    starts = [
        day("2012-01-01") + ONE * n for n in range((day("2029-01-01") - day("2012-01-01")).days)
    ]

    assert len(starts) == 6210
    assert [s for s in starts if work_out(rule, s, CALENDAR).date != loop(s, 15, CALENDAR)] == []
