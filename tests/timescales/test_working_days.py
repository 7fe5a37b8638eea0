"""Rules in working days and in plain days, forwards and back."""

import pytest

from domain import CalendarEnds
from tests.timescales.making import day, due, lines, notices
from timescales import Closure, england

WINTER = england(
    Closure(day=day(f"2025-12-{date}"), name="winter closure") for date in (29, 30, 31)
)


@pytest.mark.parametrize(
    ("start", "figure", "expected"),
    [
        pytest.param("2025-12-18", "15 working days", "2026-01-13", id="over Christmas"),
        pytest.param("2026-03-02", "4 working days", "2026-03-06", id="inside a week"),
        pytest.param("2026-03-05", "1 working day", "2026-03-06", id="the next day"),
        pytest.param("2026-03-06", "1 working day", "2026-03-09", id="over a weekend"),
        pytest.param("2026-03-04", "5 working days", "2026-03-11", id="a week"),
        pytest.param("2026-04-02", "1 working day", "2026-04-07", id="over Easter"),
        pytest.param("2026-03-27", "20 working days", "2026-04-28", id="Easter inside"),
        pytest.param("2026-05-01", "2 working days", "2026-05-06", id="early May"),
        pytest.param("2026-08-28", "1 working day", "2026-09-01", id="late August"),
        pytest.param("2026-12-24", "1 working day", "2026-12-29", id="Boxing Day on Saturday"),
        pytest.param("2027-12-24", "1 working day", "2027-12-29", id="Christmas on Saturday"),
        pytest.param("2022-12-23", "1 working day", "2022-12-28", id="Christmas on Sunday"),
        pytest.param("2027-12-31", "1 working day", "2028-01-04", id="New Year on Saturday"),
        pytest.param("2028-02-28", "1 working day", "2028-02-29", id="onto a leap day"),
        pytest.param("2028-02-29", "1 working day", "2028-03-01", id="from a leap day"),
        pytest.param("2022-06-01", "1 working day", "2022-06-06", id="the jubilee"),
        pytest.param("2022-09-16", "1 working day", "2022-09-20", id="the state funeral"),
    ],
)
def test_working_days_are_counted_from_the_day_after(start, figure, expected):
    """The day of the event is day 0; weekends and bank holidays are passed over."""
    assert due("within", figure, start).date == day(expected)


@pytest.mark.parametrize(
    ("start", "reason"),
    [("2026-03-07", "Saturday"), ("2026-03-08", "Sunday"), ("2026-04-03", "Good Friday")],
)
def test_an_event_on_a_closed_day_is_day_0_all_the_same(start, reason):
    """The next working day is day 1, and the working says why the event's day is closed."""
    found = due("within", "1 working day", start)

    assert lines(found)[0] == f"{start} - the day of the event is day 0 ({reason})"
    assert found.working[-1].why == "day 1"


def test_the_working_names_each_day_and_why_it_is_skipped():
    """A practitioner can check the count by eye."""
    assert lines(due("within", "3 working days", "2026-04-01")) == [
        "2026-04-01 - the day of the event is day 0",
        "2026-04-02 + day 1",
        "2026-04-03 - Good Friday",
        "2026-04-04 - Saturday",
        "2026-04-05 - Sunday",
        "2026-04-06 - Easter Monday",
        "2026-04-07 + day 2",
        "2026-04-08 + day 3",
    ]


@pytest.mark.parametrize(
    ("form", "start", "expected", "first"),
    [
        ("within", "2026-03-02", "2026-03-06", "day 1: counting from and including the day"),
        ("every", "2026-03-02", "2026-03-06", "day 1: counting from and including the day"),
        ("within", "2026-03-07", "2026-03-13", "not a working day, so the next one is day 1"),
        ("before", "2026-03-13", "2026-03-06", "the day of the event is day 0"),
    ],
)
def test_an_authority_that_counts_the_events_day_makes_it_day_1(form, start, expected, first):
    """It counts the day where that is open; counting back, the day stays day 0."""
    found = due(form, "5 working days", start, counts_event_day=True)

    assert found.date == day(expected)
    assert found.working[0].why.startswith(first)


def test_one_working_day_counted_from_and_including_an_open_day_is_that_day():
    """With the event's day as day 1, a single day is used up on it."""
    found = due("within", "1 working day", "2026-03-02", counts_event_day=True)

    assert found.date == day("2026-03-02")


@pytest.mark.parametrize(
    ("start", "figure", "expected"),
    [
        pytest.param("2026-03-12", "2 working days", "2026-03-10", id="inside a week"),
        pytest.param("2026-03-09", "two working days", "2026-03-05", id="over a weekend"),
        pytest.param("2026-04-08", "2 working days", "2026-04-02", id="over Easter"),
        pytest.param("2026-03-08", "1 working day", "2026-03-06", id="from a Sunday"),
        pytest.param("2026-01-02", "3 working days", "2025-12-29", id="over New Year"),
    ],
)
def test_before_counts_working_days_back(start, figure, expected):
    """At least two working days before a Thursday is by the Tuesday."""
    found = due("before", figure, start)

    assert found.date == day(expected)
    assert "due by" in found.summary
    assert "counted back from" in found.summary


def test_plain_days_are_calendar_days_with_the_working_day_reading_beside():
    """A document that does not say "working" is read as it stands, and the doubt is told."""
    found = due("within", "5 days", "2025-12-18")

    assert [(r.label, r.date) for r in found.readings] == [
        ("calendar days, as the document has it", day("2025-12-23")),
        ("if working days were meant", day("2025-12-29")),
    ]
    assert "Monday 29 December 2025" in notices(found)["days_not_working_days"]
    assert lines(found)[2] == "2025-12-20 + day 2 (Saturday)"


def test_calendar_days_in_the_documents_own_words_have_one_reading():
    """Where the document says "calendar" there is nothing to doubt."""
    found = due("within", "5 calendar days", "2025-12-18")

    assert [r.label for r in found.readings] == ["calendar days"]
    assert notices(found) == {}


def test_a_range_of_plain_days_gives_both_ends_of_both_readings():
    """The earliest calendar day is the answer; three more dates stand beside it."""
    found = due("within", "2-3 days", "2026-03-05")

    assert [(r.label.split(":")[0], r.date) for r in found.readings] == [
        ("earliest", day("2026-03-07")),
        ("latest", day("2026-03-08")),
        ("earliest", day("2026-03-09")),
        ("latest", day("2026-03-10")),
    ]
    assert "Monday 9 March 2026 and Tuesday 10 March 2026" in found.notices[0].text


def test_closures_put_a_date_off_and_the_date_without_them_is_told():
    """A statutory period may not wait for an office, so both dates are given."""
    found = due("within", "5 working days", "2025-12-23", calendar=WINTER)

    assert found.date == day("2026-01-07")
    assert "2025-12-30 - closure: winter closure" in lines(found)
    assert "the date is Friday 2 January 2026" in notices(found)["closures"]


@pytest.mark.parametrize(
    ("form", "figure", "start", "expected"),
    [
        ("within", "2-5 working days", "2025-12-23", "Friday 2 January 2026"),
        ("before", "2-5 working days", "2026-01-02", "Tuesday 30 December 2025"),
    ],
)
def test_closures_in_a_range_are_told_of_its_latest_end(form, figure, start, expected):
    """The later end is the one to keep to."""
    assert expected in notices(due(form, figure, start, calendar=WINTER))["closures"]


@pytest.mark.parametrize(
    ("figure", "start"),
    [
        pytest.param("1 working day", "2025-12-19", id="none in the period"),
        pytest.param("1 working day", "2025-12-31", id="only the event's own day"),
        pytest.param("1 week", "2025-12-29", id="a calendar week"),
    ],
)
def test_closures_that_move_nothing_are_not_mentioned(figure, start):
    """No notice where the date is the same without them."""
    assert "closures" not in notices(due("within", figure, start, calendar=WINTER))


def test_a_long_count_is_condensed_and_says_so():
    """Over a hundred days the list keeps each fifth day and each holiday on a weekday."""
    found = due("within", "90 working days", "2026-01-05")
    rows = lines(found)

    assert found.date == day("2026-05-14")
    assert "so it shows every 5th day counted" in rows[0]
    assert rows[1] == "2026-01-12 + day 5"
    assert [row for row in rows if "- " in row[10:13]][1:] == [
        "2026-04-03 - Good Friday",
        "2026-04-06 - Easter Monday",
        "2026-05-04 - Early May bank holiday",
    ]
    assert rows[-1] == "2026-05-14 + day 90"


def test_a_long_count_of_plain_days_is_condensed_by_weeks():
    """Each seventh day is shown, and the last."""
    rows = lines(due("within", "101 days", "2026-01-05"))

    assert rows[1:3] == ["2026-01-12 + day 7", "2026-01-19 + day 14"]
    assert rows[-2:] == ["2026-04-13 + day 98", "2026-04-16 + day 101"]


@pytest.mark.parametrize(
    ("form", "figure", "start"),
    [
        ("within", "1 working day", "2011-12-30"),
        ("within", "1 working day", "2041-01-01"),
        ("within", "20 working days", "2040-12-20"),
        ("before", "20 working days", "2012-01-10"),
        ("within", "9999 days", "2026-01-05"),
    ],
)
def test_a_count_outside_the_calendar_is_refused(form, figure, start):
    """No date is given where the bank holidays are not known."""
    with pytest.raises(CalendarEnds):
        due(form, figure, start)
