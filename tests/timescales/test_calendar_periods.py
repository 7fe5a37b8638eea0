"""Rules in weeks, months and years, ages and ranges."""

import pytest

from domain import CalendarEnds, CorpusFault
from tests.timescales.making import a_rule, day, due, lines, notices


@pytest.mark.parametrize(
    ("form", "figure", "start", "expected"),
    [
        pytest.param("within", "six weeks", "2026-03-03", "2026-04-14", id="weeks"),
        pytest.param("every", "fortnightly", "2026-03-03", "2026-03-17", id="fortnight"),
        pytest.param("every", "monthly", "2026-03-03", "2026-04-03", id="month"),
        pytest.param("within", "1 month", "2026-01-31", "2026-02-28", id="month end"),
        pytest.param("within", "1 month", "2028-01-31", "2028-02-29", id="leap month end"),
        pytest.param("within", "3 months", "2026-11-30", "2027-02-28", id="over New Year"),
        pytest.param("within", "6 months", "2026-08-31", "2027-02-28", id="six months"),
        pytest.param("within", "1 month", "2026-02-28", "2026-03-28", id="not stretched"),
        pytest.param("within", "1 month", "2026-12-15", "2027-01-15", id="December"),
        pytest.param("within", "3 months", "2026-09-15", "2026-12-15", id="into December"),
        pytest.param("every", "annually", "2028-02-29", "2029-02-28", id="leap year"),
        pytest.param("within", "18 months", "2026-01-05", "2027-07-05", id="over a year"),
        pytest.param("within", "24 months", "2026-01-05", "2028-01-05", id="two whole years"),
        pytest.param("before", "1 month", "2026-03-31", "2026-02-28", id="back a month"),
        pytest.param("before", "six weeks", "2026-04-14", "2026-03-03", id="back weeks"),
        pytest.param("before", "1 year", "2028-02-29", "2027-02-28", id="back a leap year"),
    ],
)
def test_weeks_months_and_years_go_by_the_calendar(form, figure, start, expected):
    """The same weekday, or the same day of the month, clamped to the month's end."""
    assert due(form, figure, start).date == day(expected)


def test_each_month_is_counted_from_the_start_so_that_none_drifts():
    """The working of three months from 31 January names each month's own end."""
    assert lines(due("within", "3 months", "2026-01-31")) == [
        "2026-01-31 - the day of the event is day 0 (Saturday)",
        "2026-02-28 + month 1: February 2026 has no day 31, so its last day is taken",
        "2026-03-31 + month 2",
        "2026-04-30 + month 3: April 2026 has no day 31, so its last day is taken",
    ]


def test_a_long_span_of_weeks_shows_every_fourth_and_the_last():
    """Twenty-seven weeks are not listed one by one."""
    rows = [row.split("+ ")[-1] for row in lines(due("within", "27 weeks", "2026-01-05"))[1:]]

    assert rows == [*(f"week {week}" for week in range(4, 27, 4)), "week 27"]


@pytest.mark.parametrize(
    ("form", "bound", "said"),
    [
        ("within", "", "Plan made: due by Sunday 14 June 2026."),
        ("within", "about", "Plan made: due about Sunday 14 June 2026."),
        ("within", "at least", "Plan made: not before Sunday 14 June 2026."),
        ("every", "at least", "Plan made: next due by Sunday 14 June 2026."),
        ("every", "", "Plan made: next due by Sunday 14 June 2026."),
        ("every", "about", "Plan made: next due about Sunday 14 June 2026."),
    ],
)
def test_the_summary_says_how_the_date_binds(form, bound, said):
    """At most, at least and about read differently; "at least every" is a frequency."""
    found = due(form, "12 weeks", "2026-03-22", bound=bound, event_name="the last visit")

    assert found.summary == (
        f"{said} The figure is “12 weeks”, counted from the last visit on Sunday 22 March 2026."
    )


@pytest.mark.parametrize(
    ("bound", "said"), [("", "due by"), ("at most", "not before"), ("about", "due about")]
)
def test_before_binds_the_other_way_round(bound, said):
    """At least a week before is a last day; at most a week before is a first day."""
    found = due("before", "1 week", "2026-03-17", bound=bound)

    assert f"{said} Tuesday 10 March 2026. " in found.summary
    assert "counted back from the home visit on Tuesday 17 March 2026" in found.summary


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("every", [("earliest", "2026-04-14"), ("latest", "2026-04-28")]),
        ("before", [("earliest", "2026-01-06"), ("latest", "2026-01-20")]),
    ],
)
def test_a_range_gives_both_ends_the_earlier_first(form, expected):
    """Six to eight weeks on, or back, are two dates in date order."""
    found = due(form, "6-8 weeks", "2026-03-03")

    assert [(r.label.split(":")[0], str(r.date)) for r in found.readings] == expected


def test_the_summary_of_a_range_names_both_ends():
    """Neither end is left to the small print."""
    assert due("every", "6-8 weeks", "2026-03-03").summary.startswith(
        "Plan made: next due Tuesday 14 April 2026 at the earliest, Tuesday 28 April 2026 at "
        "the latest."
    )


@pytest.mark.parametrize(
    ("figure", "born", "expected"),
    [
        pytest.param("16 years", "2010-05-14", "2026-05-14", id="a birthday"),
        pytest.param("15.5 years", "2010-05-14", "2025-11-14", id="half a year"),
        pytest.param("15 years 9 months", "2010-05-14", "2026-02-14", id="nine months"),
        pytest.param("15.5 years", "2010-08-31", "2026-02-28", id="a month too short"),
        pytest.param("16 years", "2012-02-29", "2028-02-29", id="a leap year again"),
        pytest.param("6 weeks", "2026-03-03", "2026-04-14", id="weeks of age"),
    ],
)
def test_an_age_is_counted_from_the_date_of_birth(figure, born, expected):
    """Ages go by the calendar, also for births before the calendar begins."""
    found = due("at_age", figure, born)

    assert found.date == day(expected)
    assert found.readings[0].label == "age, by the calendar"
    assert lines(found)[0] == f"{born} - the date of birth"


def test_a_birthday_on_29_february_falls_on_28_february():
    """In a year without the day it is taken a day early, and the answer says so."""
    found = due("at_age", "18 years", "2012-02-29")

    assert found.date == day("2030-02-28")
    assert "28 February in 2030" in notices(found)["leap_birthday"]


@pytest.mark.parametrize(
    ("form", "figure", "start"),
    [
        ("at_age", "16 years", "2012-02-29"),
        ("at_age", "18 years", "2012-02-28"),
        ("within", "1 year", "2028-02-29"),
    ],
)
def test_no_leap_birthday_is_told_where_there_is_none(form, figure, start):
    """Only a birthday that moved is mentioned."""
    assert "leap_birthday" not in notices(due(form, figure, start))


def test_the_working_of_an_age_names_each_birthday_and_the_months():
    """Years first, then what is left of them."""
    rows = lines(due("at_age", "2 years 1 month", "2020-05-14"))

    assert rows[1:] == [
        "2021-05-14 + year 1",
        "2022-05-14 + year 2",
        "2022-06-14 + 2 years and 1 month",
    ]


@pytest.mark.parametrize(
    ("figure", "born"), [("18 years", "2025-06-01"), ("15.5 years", "1990-01-01")]
)
def test_an_age_outside_the_calendar_is_given_with_a_warning(figure, born):
    """The date needs no bank holidays; whether it is a working day is not known."""
    found = due("at_age", figure, born)

    assert "was not checked" in notices(found)["beyond_calendar"]


@pytest.mark.parametrize(
    ("form", "figure", "start"),
    [
        ("within", "1 year", "2040-06-01"),
        ("within", "1 month", "2041-06-01"),
        ("every", "6 weeks", "2011-12-31"),
        ("before", "1 month", "2012-01-15"),
        ("before", "9000 years", "2026-01-15"),
        ("at_age", "9000 years", "2026-01-15"),
        ("at_age", "1 year", "9999-01-01"),
        ("at_age", "2 weeks", "9999-12-30"),
    ],
)
def test_a_date_outside_the_calendar_is_refused(form, figure, start):
    """Also a date that is no date at all."""
    with pytest.raises(CalendarEnds):
        due(form, figure, start)


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        pytest.param("24 weeks", ["2026-05-23"], id="16 weeks before"),
        pytest.param("week 20", ["2026-04-18", "2026-04-25"], id="its beginning and its end"),
    ],
)
def test_a_stage_of_pregnancy_is_counted_back_from_the_day_the_baby_is_due(figure, expected):
    """40 weeks are complete on that day, here Saturday 12 September 2026."""
    found = due("at_gestation", figure, "2026-09-12")

    assert [str(reading.date) for reading in found.readings] == expected
    assert "of a pregnancy whose 40 weeks are complete on" in found.summary


@pytest.mark.parametrize("figure", ["24 days", "41 weeks", "week 0", "week 1", "term"])
def test_what_is_no_stage_of_a_pregnancy_is_refused(figure):
    """A register that says so is at fault."""
    with pytest.raises(CorpusFault, match="at_gestation"):
        a_rule("at_gestation", figure)
