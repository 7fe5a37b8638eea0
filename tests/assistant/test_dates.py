"""Dates in a question: day first, strictly, doubt told."""

import datetime as dt

import pytest

from assistant.dates import Doubt, find_dates, find_time

TODAY = dt.date(2026, 11, 21)


def only(text):
    (found,) = find_dates(text, TODAY)
    return found


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("held on Thursday 18 December 2025, so by when?", "2025-12-18"),
        ("23/12/25", "2025-12-23"),
        ("23.12.2025", "2025-12-23"),
        ("3-4-2026", "2026-04-03"),
        ("2026-03-03", "2026-03-03"),
        ("4th April 2026", "2026-04-04"),
        ("the 3rd of May '26", "2026-05-03"),
        ("wednesday the 3rd of june 2026 at 16:30", "2026-06-03"),
        ("March 3rd, 2026", "2026-03-03"),
        ("born 29 Feb 2012", "2012-02-29"),
        ("Sept 1 2026", "2026-09-01"),
        ("yesterday at 4pm", "2026-11-20"),
        ("today", "2026-11-21"),
    ],
)
def test_a_whole_date_is_read_day_first(text, date):
    """UK orders and forms give the one date they mean."""
    found = only(text)

    assert (found.date, found.doubt, found.year_assumed) == (
        dt.date.fromisoformat(date),
        None,
        False,
    )


@pytest.mark.parametrize(
    ("text", "date"),
    [("on 24/12", "2026-12-24"), ("4th January", "2027-01-04"), ("Tue 3 March", "2026-03-03")],
)
def test_a_missing_year_takes_the_nearest_and_says_so(text, date):
    """The reading nearest to today, or the only one that fits the weekday."""
    found = only(text)

    assert (found.date, found.year_assumed) == (dt.date.fromisoformat(date), True)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("came into care on 3 March", "2026-03-03"),
        ("ICPC was 3 March, when is the next?", "2026-03-03"),
        ("the conference is on 3 March", "2027-03-03"),
        ("when do we have to hold it if the strategy discussion is on 3 March", "2027-03-03"),
        ("it was booked for 12 February", "2027-02-12"),
        ("I have to visit by 3 January", "2027-01-03"),
    ],
)
def test_the_words_before_a_date_tell_whether_it_has_gone_by(text, date):
    """An event that happened did not happen next spring, nor a planned one last spring."""
    assert only(text).date == dt.date.fromisoformat(date)


def test_a_missing_year_that_could_be_either_is_asked():
    """Half a year away both ways is no reason to choose."""
    found = only("review on 12 May")

    assert found.doubt is Doubt.YEAR
    assert found.offers == (dt.date(2026, 5, 12), dt.date(2027, 5, 12))


@pytest.mark.parametrize(
    "text", ["31/02", "31/02/2026", "2026-02-30", "31 April 2026", "14/13/2026"]
)
def test_an_impossible_date_is_doubted(text):
    """A day that no calendar has is asked about."""
    assert only(text).doubt is Doubt.IMPOSSIBLE


def test_a_wrong_weekday_is_doubted_with_both_readings():
    """The date as numbered and the nearest such weekday are offered."""
    found = only("Tuesday 24 December 2025")

    assert found.doubt is Doubt.WRONG_WEEKDAY
    assert found.offers == (dt.date(2025, 12, 24), dt.date(2025, 12, 23))
    assert found.number == "24 December 2025"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("3 weeks ago", "2026-10-31"),
        ("a fortnight ago", "2026-11-07"),
        ("two days ago", "2026-11-19"),
        ("1 month ago", "2026-10-21"),
        ("9 months ago", "2026-02-21"),
        ("a year ago", "2025-11-21"),
        # Today is a Saturday: a day of an earlier week is the last one to everybody.
        ("last Sunday", "2026-11-15"),
        ("last Saturday", "2026-11-14"),
        ("next Tuesday", "2026-11-24"),
        ("she was seen on Tuesday", "2026-11-17"),
        ("the visit is booked on Tuesday", "2026-11-24"),
        ("it was held on the 3rd", "2026-11-03"),
        ("it was held on the 30th", "2026-10-30"),
        ("it is planned on the 3rd", "2026-12-03"),
        ("saw him monday, next when", "2026-11-16"),
        ("conference is tues", "2026-11-24"),
        ("she was seen weds", "2026-11-18"),
        ("last sun", "2026-11-15"),
        ("Monday just gone", "2026-11-16"),
        ("thurs last week", "2026-11-12"),
        ("this coming wed", "2026-11-25"),
        ("on the 21st", "2026-11-21"),
        ("it was held on the 31st", "2026-10-31"),
    ],
)
def test_a_date_told_from_today_is_worked_out(text, date):
    """Where all would agree which day is meant; the reader is shown the day that was read."""
    found = only(text)

    assert (found.date, found.read_as) == (dt.date.fromisoformat(date), True)


@pytest.mark.parametrize(
    ("text", "offers"),
    [
        ("last Tuesday", ["2026-11-10", "2026-11-17"]),
        ("on Tuesday", ["2026-11-17", "2026-11-24"]),
        ("this Saturday", ["2026-11-14", "2026-11-21", "2026-11-28"]),
        ("on the 3rd", ["2026-11-03", "2026-12-03"]),
        ("next Sunday", ["2026-11-22", "2026-11-29"]),
        ("weds", ["2026-11-18", "2026-11-25"]),
        ("last thurs", ["2026-11-12", "2026-11-19"]),
        ("next week", []),
        ("last month", []),
        ("on the 32nd", []),
        ("999 years ago", []),
    ],
)
def test_a_date_that_people_tell_apart_is_asked_about(text, offers):
    """With the days that it can mean, where they can be named."""
    found = only(text)

    assert found.doubt is Doubt.RELATIVE
    assert [day.isoformat() for day in found.offers] == offers


def test_a_month_ago_from_a_long_month_is_its_last_day():
    """31 March has no 31 February behind it."""
    (found,) = find_dates("a month ago", dt.date(2026, 3, 31))

    assert found.date == dt.date(2026, 2, 28)


@pytest.mark.parametrize(
    "text",
    ["24/7 support", "section 47", "within 15 working days", "I may 3 times visit", "standard 6.5",
     "every 6-8 weeks", "a 10/10 day", "13/14", "s.17", "every Monday", "Monday to Friday",
     "mon-fri", "I sat with the family", "on a Tuesday", "Tuesdays", "in the sun"],
)  # fmt: skip
def test_what_is_no_date_is_not_read_as_one(text):
    """Numbers of another kind pass by."""
    found = find_dates(text, TODAY)

    assert [f for f in found if f.given != "10/10"] == []


def test_several_dates_come_in_their_order():
    """Each date is found once."""
    found = find_dates("came into care on 2 April 2026, first review was on 29/04/2026", TODAY)

    assert [f.date for f in found] == [dt.date(2026, 4, 2), dt.date(2026, 4, 29)]


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("at 4pm", dt.time(16)),
        ("at 12.30am", dt.time(0, 30)),
        ("16:30", dt.time(16, 30)),
        ("14pm", None),
        ("from 9am to 5pm", None),
        ("no time", None),
    ],
)
def test_one_clock_time_is_read(text, time):
    """Two times in one question are no time."""
    assert find_time(text) == time
