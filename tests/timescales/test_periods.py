"""Figures as documents write them become periods, or are refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain import Period, Unit
from timescales import parse_period
from timescales.periods import parse_count


@pytest.mark.parametrize(
    ("text", "amount", "unit"),
    [
        ("15 working days", 15, Unit.WORKING_DAY),
        ("one working day", 1, Unit.WORKING_DAY),
        ("1 working-day", 1, Unit.WORKING_DAY),
        ("10 days working days", 10, Unit.WORKING_DAY),
        ("10 days", 10, Unit.DAY),
        ("7 calendar days", 7, Unit.DAY),
        ("a day", 1, Unit.DAY),
        ("daily", 1, Unit.DAY),
        ("72 hours", 72, Unit.HOUR),
        ("24hour", 24, Unit.HOUR),
        ("48 hrs", 48, Unit.HOUR),
        ("an hour", 1, Unit.HOUR),
        ("six weeks", 6, Unit.WEEK),
        ("Six  Weeks ", 6, Unit.WEEK),
        ("6 weekly", 6, Unit.WEEK),
        ("12-weekly", 12, Unit.WEEK),
        ("week", 1, Unit.WEEK),
        ("weekly", 1, Unit.WEEK),
        ("fortnight", 2, Unit.WEEK),
        ("fortnightly", 2, Unit.WEEK),
        ("three fortnights", 6, Unit.WEEK),
        ("monthly", 1, Unit.MONTH),
        ("month", 1, Unit.MONTH),
        ("one calendar month", 1, Unit.MONTH),
        ("six-monthly", 6, Unit.MONTH),
        ("3 monthly", 3, Unit.MONTH),
        ("quarterly", 3, Unit.MONTH),
        ("annually", 1, Unit.YEAR),
        ("annual", 1, Unit.YEAR),
        ("yearly", 1, Unit.YEAR),
        ("18yrs", 18, Unit.YEAR),
        ("14 years", 14, Unit.YEAR),
        ("forty-five working days", 45, Unit.WORKING_DAY),
        ("twenty working days", 20, Unit.WORKING_DAY),
        ("fifty six working days", 56, Unit.WORKING_DAY),
        ("15.5 years", 186, Unit.MONTH),
        ("15½ years", 186, Unit.MONTH),
        ("fifteen and a half years", 186, Unit.MONTH),
        ("15.75 years", 189, Unit.MONTH),
        ("15 years 9 months", 189, Unit.MONTH),
        ("15 years and 9 months", 189, Unit.MONTH),
        ("15 years, 9 months", 189, Unit.MONTH),
        ("one year one month", 13, Unit.MONTH),
    ],
)
def test_a_figure_is_read_as_an_amount_and_a_unit(text, amount, unit):
    """Digits, words, adverbs and parts of years are all read."""
    assert parse_period(text) == Period(amount=amount, unit=unit)


@pytest.mark.parametrize(
    ("text", "amount", "upper", "unit"),
    [
        ("6-8 weeks", 6, 8, Unit.WEEK),
        ("4 – 6 weekly", 4, 6, Unit.WEEK),
        ("4 to 6 months", 4, 6, Unit.MONTH),
        ("six to eight weeks", 6, 8, Unit.WEEK),
        ("two-three days", 2, 3, Unit.DAY),
        ("between 20 and 30 working days", 20, 30, Unit.WORKING_DAY),
        ("twenty-five to thirty working days", 25, 30, Unit.WORKING_DAY),
        ("2-3 fortnights", 4, 6, Unit.WEEK),
    ],
)
def test_a_range_keeps_both_amounts(text, amount, upper, unit):
    """Neither end of a range is dropped."""
    assert parse_period(text) == Period(amount=amount, upper=upper, unit=unit)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "same day",
        "immediately",
        "bi-monthly",
        "twice a year",
        "termly",
        "a few days",
        "15",
        "fifteen",
        "working days 15",
        "0 days",
        "zero weeks",
        "0-5 years",
        "8-6 weeks",
        "6-6 weeks",
        "2.5 weeks",
        "15.4 years",
        "15.5-16 years",
        "6 8 weeks",
        "-3 days",
        "3 school days",
        "3 clear days",
        "10 days or 2 weeks",
        "10 per 1 year",
        "99999 days",
        "15 working days from the conference",
    ],
)
def test_a_figure_it_does_not_know_for_certain_is_refused(text):
    """Nothing is guessed: the refusal quotes the figure."""
    with pytest.raises(ValueError, match="is not a period that can be counted") as refusal:
        parse_period(text)

    assert repr(text) in str(refusal.value)


@given(st.integers(1, 999), st.sampled_from(list(Unit)))
def test_a_period_reads_back_as_itself(amount, unit):
    """What a period prints is what it is read from."""
    period = Period(amount=amount, unit=unit)

    assert parse_period(str(period)) == period


@pytest.mark.parametrize(
    ("text", "times", "period"),
    [
        ("10 per 1 year", 10, Period(amount=1, unit=Unit.YEAR)),
        ("two per year", 2, Period(amount=1, unit=Unit.YEAR)),
        ("1 per fortnight", 1, Period(amount=2, unit=Unit.WEEK)),
    ],
)
def test_a_count_is_so_many_times_in_a_period(text, times, period):
    """A count's two halves are kept apart."""
    assert parse_count(text) == (times, period)


@pytest.mark.parametrize("text", ["10", "per year", "0 per year", "ten times a year", "x per year"])
def test_what_is_not_a_count_is_refused(text):
    """A count says how many, and per what."""
    with pytest.raises(ValueError, match="is not a count"):
        parse_count(text)
