"""The working-day calendar: its facts, its edges and a second opinion on its holidays."""

import datetime as dt
from dataclasses import FrozenInstanceError

import pytest

from domain import CalendarEnds
from tests.timescales.making import CALENDAR, announced, day
from timescales import ANNOUNCED_UNTIL, Closure, england


@pytest.mark.parametrize(
    ("date", "why"),
    [
        ("2025-12-18", None),
        ("2025-12-20", "Saturday"),
        ("2025-12-21", "Sunday"),
        ("2025-12-25", "Christmas Day"),
        ("2025-12-26", "Boxing Day"),
        ("2026-01-01", "New Year's Day"),
        ("2026-04-03", "Good Friday"),
        ("2026-04-06", "Easter Monday"),
        ("2026-05-04", "Early May bank holiday"),
        ("2020-05-08", "Early May bank holiday"),
        ("2020-05-04", None),
        ("2026-05-25", "Spring bank holiday"),
        ("2026-08-31", "Summer bank holiday"),
        ("2022-06-03", "Platinum Jubilee of Elizabeth II"),
        ("2022-09-19", "State Funeral of Queen Elizabeth II"),
        ("2023-05-08", "Coronation of Charles III"),
    ],
)
def test_a_day_says_why_it_is_closed(date, why):
    """Weekends and bank holidays are closed and say so; other days are working days."""
    assert CALENDAR.why_closed(day(date)) == why
    assert CALENDAR.is_working(day(date)) is (why is None)


@pytest.mark.parametrize(
    ("date", "why"),
    [
        ("2026-12-25", "Christmas Day"),
        ("2026-12-26", "Saturday"),
        ("2026-12-28", "Boxing Day (substitute day)"),
        ("2027-12-25", "Saturday"),
        ("2027-12-27", "Christmas Day (substitute day)"),
        ("2027-12-28", "Boxing Day (substitute day)"),
        ("2022-12-26", "Boxing Day"),
        ("2022-12-27", "Christmas Day (substitute day)"),
        ("2028-01-03", "New Year's Day (substitute day)"),
    ],
)
def test_a_holiday_on_a_weekend_moves_to_its_substitute_day(date, why):
    """The weekend stays a weekend and the substitute day is the bank holiday."""
    assert CALENDAR.why_closed(day(date)) == why


def test_the_bank_holidays_are_those_gov_uk_has_announced():
    """Every day of every year that both lists know agrees, in both directions."""
    until = max(announced())
    ours = {date for date in CALENDAR.bank_holidays if date <= ANNOUNCED_UNTIL}

    assert (min(announced()).year, until.year) == (2012, ANNOUNCED_UNTIL.year)
    assert ours == set(announced())


def test_the_yearly_bank_holidays_have_their_gov_uk_names():
    """Titles and substitute days are as on GOV.UK; only single occasions are worded otherwise."""
    single = ("ubilee", "State Funeral", "oronation", "VE day")
    names = {
        date: f"{title} (substitute day)" if note and date.month in {1, 12} else title
        for date, (title, note) in announced().items()
        if not any(word in title for word in single)
    }

    assert len(names) > 130
    assert {date: CALENDAR.bank_holidays[date] for date in names} == names


def test_the_year_announced_last_is_whole():
    """The constant names a year that the GOV.UK list has down to Boxing Day."""
    assert day("2028-12-26") in announced()
    assert dt.date(2028, 12, 31) == ANNOUNCED_UNTIL == CALENDAR.announced_until


@pytest.mark.parametrize("date", ["2011-12-31", "2041-01-01", "0001-01-01", "9999-12-31"])
def test_a_day_outside_the_calendar_is_refused(date):
    """Nothing is guessed before the first day or after the last."""
    with pytest.raises(CalendarEnds, match="2012-01-01 to 2040-12-31"):
        CALENDAR.is_working(day(date))
    with pytest.raises(CalendarEnds):
        CALENDAR.why_closed(day(date))


def test_the_calendars_own_ends_are_inside_it():
    """The first and the last day can be asked about."""
    assert CALENDAR.why_closed(CALENDAR.first) == "Sunday"
    assert CALENDAR.is_working(CALENDAR.last)


@pytest.mark.parametrize(("method", "start"), [("after", "2040-12-20"), ("before", "2012-01-10")])
def test_a_count_that_leaves_the_calendar_is_refused(method, start):
    """A count stops at the calendar's end with an error, not with its last day."""
    with pytest.raises(CalendarEnds):
        getattr(CALENDAR, method)(day(start), 20)


@pytest.mark.parametrize("start", ["2011-12-31", "2041-01-01"])
def test_a_count_that_starts_outside_the_calendar_is_refused(start):
    """The day before the first day is outside, although the next one is not."""
    with pytest.raises(CalendarEnds):
        CALENDAR.after(day(start))
    with pytest.raises(CalendarEnds):
        CALENDAR.before(day(start))


@pytest.mark.parametrize("count", [0, -1])
def test_fewer_than_one_working_day_cannot_be_counted(count):
    """Counting none is a mistake of the caller's."""
    with pytest.raises(ValueError, match="give 1 or more"):
        CALENDAR.after(day("2026-01-05"), count)


def test_the_next_working_day_and_the_last_one():
    """One is the default count, both ways."""
    assert CALENDAR.after(day("2026-04-02")) == day("2026-04-07")
    assert CALENDAR.before(day("2026-04-07")) == day("2026-04-02")


def test_a_closure_is_not_a_working_day():
    """The service's own closures count as closed and carry their name."""
    closed = england([Closure(day=day("2025-12-29"), name="winter closure")])

    assert closed.why_closed(day("2025-12-29")) == "closure: winter closure"
    assert closed.after(day("2025-12-24")) == day("2025-12-30")
    assert CALENDAR.after(day("2025-12-24")) == day("2025-12-29")


def test_a_closure_on_a_bank_holiday_leaves_the_holidays_name():
    """A day that is closed anyway says the stronger reason."""
    closed = england([Closure(day=day("2025-12-25"), name="winter closure")])

    assert closed.why_closed(day("2025-12-25")) == "Christmas Day"


def test_a_closure_outside_the_calendar_is_refused():
    """A mistyped year in the settings is found at once."""
    with pytest.raises(CalendarEnds, match="2062-12-29"):
        england([Closure(day=day("2062-12-29"), name="winter closure")])


def test_the_calendar_is_a_frozen_value():
    """Two calendars of the same facts are equal, and neither can be changed."""
    assert england() == CALENDAR
    assert hash(england()) == hash(CALENDAR)
    with pytest.raises(FrozenInstanceError):
        CALENDAR.first = day("2000-01-01")  # type: ignore[misc]  # the refusal is the test
    with pytest.raises(TypeError):
        CALENDAR.bank_holidays[day("2026-01-05")] = "x"  # type: ignore[index]  # as above


def test_the_calendar_names_its_source():
    """The package and its version stand in the source."""
    assert CALENDAR.source.startswith("holidays 0.")
