"""What is told beside a date: closed days, projected holidays, rules without a date."""

import datetime as dt
from dataclasses import replace

import pytest

from domain import RuleNotCalculable
from tests.timescales.making import CALENDAR, a_rule, day, due, notices
from timescales import in_words, work_out


@pytest.mark.parametrize(
    ("form", "figure", "start", "bound", "said"),
    [
        pytest.param(
            "within",
            "1 month",
            "2026-03-03",
            "",
            "Friday 3 April 2026 is not a working day (Good Friday). The date stands; the last "
            "working day before it is Thursday 2 April 2026.",
            id="a due date",
        ),
        pytest.param(
            "before",
            "1 week",
            "2026-03-15",
            "",
            "Sunday 8 March 2026 is not a working day (Sunday). The date stands; the last "
            "working day before it is Friday 6 March 2026.",
            id="counted back",
        ),
        pytest.param(
            "within",
            "1 month",
            "2026-03-03",
            "at least",
            "Friday 3 April 2026 is not a working day (Good Friday). The date stands; the first "
            "working day after it is Tuesday 7 April 2026.",
            id="not before",
        ),
        pytest.param(
            "within",
            "1 day",
            "2026-03-07",
            "",
            "Sunday 8 March 2026 is not a working day (Sunday). The date stands; there is no "
            "working day between it and the event on Saturday 7 March 2026.",
            id="inside a weekend",
        ),
    ],
)
def test_a_calendar_date_on_a_closed_day_stands_and_names_the_day_to_act(
    form, figure, start, bound, said
):
    """The date is kept, and the working day to keep to is named."""
    assert notices(due(form, figure, start, bound=bound))["non_working_day"] == said


def test_each_end_of_a_range_on_a_closed_day_is_told():
    """Both ends may be closed, and each has its own day before."""
    found = due("every", "6-8 weeks", "2026-03-08")

    assert [n.kind for n in found.notices] == ["non_working_day", "non_working_day"]
    assert "Sunday 19 April 2026" in found.notices[0].text
    assert "Sunday 3 May 2026" in found.notices[1].text


def test_the_calendars_first_day_has_no_working_day_before_it():
    """New Year's Day 2012 was a Sunday: the date stands, and no other day is made up."""
    told = notices(due("before", "1 year", "2013-01-01"))["non_working_day"]

    assert told.endswith("The date stands; the working day beside it is outside the calendar.")


def test_a_date_on_an_open_day_needs_no_notice():
    """An ordinary answer stands alone."""
    assert due("within", "6 weeks", "2026-03-03").notices == ()


@pytest.mark.parametrize(
    ("form", "figure", "start", "said"),
    [
        ("within", "10 working days", "2028-12-20", "would change this date"),
        ("within", "10 days", "2028-12-28", "does not depend on them"),
        ("at_age", "16 years", "2015-03-03", "does not depend on them"),
        ("before", "10 working days", "2029-01-05", "would change this date"),
    ],
)
def test_bank_holidays_that_are_not_announced_yet_are_told(form, figure, start, said):
    """Past the last announced year the pattern is projected, and that is said."""
    text = notices(due(form, figure, start))["projected_holidays"]

    assert text.startswith("Bank holidays after 2028 are projected")
    assert said in text


def test_the_last_announced_day_is_not_projected():
    """The notice begins the day after the last announced year."""
    assert notices(due("within", "2 working days", "2028-12-27")) == {}


@pytest.mark.parametrize(
    ("form", "figure", "why"),
    [
        ("count", "10 per 1 year", "“10 per 1 year” is a number of times in a period"),
        ("without_figure", "immediately", "the document says “immediately” of the visit"),
    ],
)
def test_a_rule_without_a_figure_to_count_says_why(form, figure, why):
    """It binds all the same, so the refusal says what the document has."""
    with pytest.raises(RuleNotCalculable, match="gives no date") as refusal:
        work_out(a_rule(form, figure), day("2026-03-03"), CALENDAR, event_name="the visit")

    assert why in refusal.value.why
    assert refusal.value.rule_id == "made-up:r"


def test_a_rule_that_lost_its_period_is_not_calculated():
    """Also a rule that was made by hand without one."""
    with pytest.raises(RuleNotCalculable):
        work_out(replace(a_rule("within", "1 day"), period=None), day("2026-03-03"), CALENDAR)


def test_dates_in_words_do_not_depend_on_the_locale():
    """Weekday, day, month and year, in English."""
    assert in_words(day("2026-01-13")) == "Tuesday 13 January 2026"
    assert in_words(dt.date(2028, 2, 29)) == "Tuesday 29 February 2028"


def test_hours_run_on_over_a_weekend_without_a_word_about_it():
    """A strategy discussion within 24 hours does not wait for Monday."""
    assert "non_working_day" not in notices(due("within", "24 hours", "2026-03-06"))
