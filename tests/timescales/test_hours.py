"""Rules in hours, with and without a time."""

import datetime as dt
from dataclasses import replace

import pytest

from domain import CalendarEnds, Period, Unit
from tests.timescales.making import CALENDAR, a_rule, day, due, lines, notices, time
from timescales import work_out


@pytest.mark.parametrize(
    ("form", "figure", "start", "at", "date", "end"),
    [
        pytest.param(
            "within", "24 hours", "2026-03-03", "14:30", "2026-03-04", "14:30", id="a day"
        ),
        pytest.param(
            "within", "4 hours", "2026-03-03", "09:15", "2026-03-03", "13:15", id="same day"
        ),
        pytest.param("within", "4 hours", "2026-03-03", "22:00", "2026-03-04", "02:00", id="night"),
        pytest.param(
            "within", "72 hours", "2026-03-05", "16:00", "2026-03-08", "16:00", id="weekend"
        ),
        pytest.param("within", "24 hours", "2026-12-31", "00:00", "2027-01-01", "00:00", id="year"),
        pytest.param("before", "48 hours", "2026-03-05", "10:00", "2026-03-03", "10:00", id="back"),
    ],
)
def test_hours_from_a_time_are_clock_time(form, figure, start, at, date, end):
    """Hours run through nights and weekends."""
    found = due(form, figure, start, at=at)

    assert (found.date, found.time) == (day(date), time(end))


@pytest.mark.parametrize(
    ("form", "figure", "date"),
    [
        ("within", "24 hours", "2026-03-04"),
        ("within", "72 hours", "2026-03-06"),
        ("within", "4 hours", "2026-03-03"),
        ("within", "36 hours", "2026-03-04"),
        ("before", "48 hours", "2026-03-01"),
        ("before", "4 hours", "2026-03-02"),
    ],
)
def test_hours_without_a_time_take_the_whole_day_they_end(form, figure, date):
    """Where they could end on either of two days it is the earlier, and a time is asked for."""
    found = due(form, figure, "2026-03-03")

    assert (found.date, found.time) == (day(date), None)
    assert "With the time of the event" in notices(found)["time_not_given"]


def test_the_working_of_hours_names_both_times():
    """From when, and to when."""
    assert lines(due("within", "24 hours", "2026-03-07", at="14:30")) == [
        "2026-03-07 - the hours start at 14:30 (Saturday)",
        "2026-03-08 + 24 hours after is 14:30",
    ]
    assert lines(due("before", "1 hour", "2026-03-03")) == [
        "2026-03-03 - the day of the event; its time is not given",
        "2026-03-02 + 1 hour before falls on this day; the whole of it is taken",
    ]


def test_the_summary_of_hours_names_the_time():
    """The hour is part of the date."""
    assert "due by 14:30 on Wednesday 4 March 2026." in (
        due("within", "24 hours", "2026-03-03", at="14:30").summary
    )


def test_a_time_says_nothing_about_working_days():
    """Only hours have a time."""
    assert due("within", "1 working day", "2026-03-03", at="14:30").time is None


def test_the_zone_of_a_time_is_left_out():
    """Times are clock times in England, whatever zone a caller attaches."""
    found = work_out(
        a_rule("within", "24 hours"),
        day("2026-03-03"),
        CALENDAR,
        event_time=dt.time(14, 30, tzinfo=dt.UTC),
    )

    assert found.time == time("14:30")
    assert found.time.tzinfo is None


@pytest.mark.parametrize(
    ("form", "start", "said"),
    [
        ("within", "2026-03-28", "go forward on Sunday 29 March 2026"),
        ("within", "2026-10-24", "go back on Sunday 25 October 2026"),
        ("within", "2024-03-30", "go forward on Sunday 31 March 2024"),
        ("before", "2026-03-29", "go forward on Sunday 29 March 2026"),
        ("before", "2026-10-25", "go back on Sunday 25 October 2026"),
    ],
)
def test_a_change_of_the_clocks_inside_the_hours_is_told(form, start, said):
    """Clock time and elapsed time part by an hour, and the answer says which way."""
    found = due(form, "24 hours", start, at="10:00")
    text = notices(found)["clock_change"]

    assert found.time == time("10:00")
    assert said in text
    assert text.endswith("an hour later.") is ((form == "within") is ("forward" in said))


@pytest.mark.parametrize("start", ["2026-03-29", "2026-03-27", "2026-10-26", "2026-07-04"])
def test_no_change_of_the_clocks_is_told_where_there_is_none(start):
    """The Sunday itself after one in the morning is past the change."""
    assert "clock_change" not in notices(due("within", "24 hours", start, at="10:00"))


@pytest.mark.parametrize("at", [None, "10:00"])
@pytest.mark.parametrize(
    ("form", "figure", "start"),
    [
        ("within", "24 hours", "2040-12-31"),
        ("within", "24 hours", "2041-12-31"),
        ("before", "24 hours", "2012-01-01"),
    ],
)
def test_hours_outside_the_calendar_are_refused(form, figure, start, at):
    """Like any other count."""
    with pytest.raises(CalendarEnds):
        due(form, figure, start, at=at)


@pytest.mark.parametrize("at", [None, time("10:00")])
def test_hours_that_end_on_no_date_are_refused(at):
    """More hours than there are dates for."""
    rule = replace(
        a_rule("within", "24 hours"), period=Period(amount=24 * 4_000_000, unit=Unit.HOUR)
    )

    with pytest.raises(CalendarEnds):
        work_out(rule, day("2026-03-03"), CALENDAR, event_time=at)
