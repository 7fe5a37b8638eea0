"""From a question with a date to a due date, or to a question back."""

import datetime as dt

import pytest

from assistant import Request
from domain import (
    AnswerKind,
)
from tests.support.answers import TODAY, notice_kinds


def test_a_terse_date_question_is_a_date_question(ask):
    """Two events and a date, no verb."""
    answer = ask("strat 18/12/25, icpc?")

    assert answer.due is not None
    assert answer.due.date == dt.date(2026, 1, 13)


def test_a_date_that_is_not_used_is_told(ask):
    """Nothing that was given goes by in silence."""
    answer = ask("on 2 March 2026 I visited, do I see the child alone on a visit?")

    assert "date_unused" in notice_kinds(answer)


def test_a_date_question_gets_the_date_with_its_working(ask):
    """Fifteen working days over Christmas, each day accounted for."""
    answer = ask("Strategy meeting was held on Thursday 18 December 2025. ICPC by when?")

    assert answer.kind is AnswerKind.DATE
    assert answer.due is not None
    assert answer.due.date == dt.date(2026, 1, 13)
    assert "Tuesday 13 January 2026" in answer.text
    assert sum(day.counted for day in answer.due.working) == 15
    assert answer.citations[0].statement.id == "vale:digest:8.b1"


def test_two_figures_for_one_duty_are_both_worked_out(ask):
    """The sooner comes first, both are cited, and the contradiction is told."""
    answer = ask("ICPC was on 2 February 2026, core group by when?")

    assert answer.due is not None
    assert answer.due.date == dt.date(2026, 2, 12)
    assert dt.date(2026, 2, 16) in {reading.date for reading in answer.due.readings}
    assert {c.statement.id for c in answer.citations} == {"vale:digest:8.b2", "vale:digest:8.b3"}
    assert answer.conflicts[0].citations == (1, 2)


def test_the_plan_that_is_named_decides_between_rules(ask):
    """ "CP plan" is the condition of one of two visiting rules."""
    answer = ask("last visit was 2 February 2026, he is on a CP plan, when is the next due?")

    assert answer.due is not None
    assert answer.due.rule_id == "vale:cp-visit"


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("31/02/2026", "31/02/2026 is not a date in the calendar."),
        ("Tuesday 24 December 2025", "24 December 2025 is a Wednesday, not a Tuesday."),
        ("24/12/2025, a Tuesday", "24/12/2025 is a Wednesday, not a Tuesday."),
        ("next week", 'Which date is "next week"?'),
    ],
)
def test_a_doubtful_date_is_asked_about(ask, given, said):
    """No date is guessed past."""
    answer = ask(f"strategy meeting was on {given}, ICPC by when?")

    assert answer.kind is AnswerKind.CLARIFY
    assert answer.text.startswith(said)


def test_a_day_told_from_today_is_read_and_told(ask):
    """A day of an earlier week is the last one to everybody."""
    answer = ask("strategy meeting was last Sunday, ICPC by when?")

    assert answer.due is not None
    assert answer.due.event_date.weekday() == 6
    [told] = [notice.text for notice in answer.notices if notice.kind == "date_read"]
    assert told.startswith('"last Sunday" was read as Sunday ')


def test_a_year_that_could_be_either_is_asked_about(ask):
    """Half a year away both ways is no reason to choose."""
    answer = ask("strategy meeting on 12 July, ICPC by when?")

    assert answer.text == "12 July of which year?"


def test_a_year_that_was_assumed_is_told(ask):
    """The nearest reading is taken and said."""
    answer = ask("strategy meeting was on 18 December, ICPC due when?")

    assert answer.due is not None
    assert answer.due.date == dt.date(2026, 1, 13)
    assert "year_assumed" in notice_kinds(answer)


def test_a_date_with_no_rule_for_it_is_told_to_be_unused(ask):
    """The words are given, and that nothing was counted is said."""
    answer = ask("the report was authorised on 2 March 2026, when is it late?")

    assert answer.due is None
    assert "no_rule" in notice_kinds(answer)


def test_two_dates_for_one_event_are_asked_about(ask):
    """Which date is the strategy discussion's is not guessed."""
    answer = ask("strategy meeting 2 March 2026 or maybe 3 March 2026, ICPC by when?")

    assert answer.kind is AnswerKind.CLARIFY
    assert answer.clarify is not None
    assert [o.value for o in answer.clarify.options] == ["2026-03-02", "2026-03-03"]


def test_the_date_of_another_event_is_not_counted_from(assistant):
    """A visit asked for with the conference's date is asked about, and the reply completes it."""
    first = assistant.ask(
        Request(question="ICPC was on 2 March 2026, when is the visit written up by?",
                framework="vale"), today=TODAY,
    )  # fmt: skip
    assert first.answer.text == "It counts from the last visit. What is the date of that?"

    second = assistant.ask(
        Request(question="4 March 2026", conversation_id=first.conversation_id), today=TODAY
    )

    assert second.answer.due is not None
    assert second.answer.due.rule_id == "vale:visit-written-up"
    assert second.answer.due.event_date == dt.date(2026, 3, 4)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("strategy meeting was on 1 December 2025, are we late for the ICPC?", "It is late"),
        (
            "strategy meeting was on 18 December 2025, is the ICPC overdue?",
            "6 working days are left",
        ),
        ("strategy meeting was on 10 December 2025, is the ICPC late?", "It is due today"),
        (
            "strat was on 1 December 2025 and the ICPC on 24 December 2025, was it late?",
            "It was late: it was on Wednesday 24 December 2025, 2 working days",
        ),
        (
            "strategy meeting was on 1 December 2025, ICPC on 19 December 2025, was that late?",
            "It was in time",
        ),
    ],
)
def test_how_a_date_stands_to_today_is_told_where_it_is_asked(ask, question, told):
    """Counted in working days, the due date among those that are left."""
    answer = ask(question)

    [notice] = [notice.text for notice in answer.notices if notice.kind == "late_or_not"]
    assert told in notice


def test_how_a_date_stands_to_today_is_not_told_unasked(ask):
    """A date in an old case is nobody's lateness."""
    answer = ask("strategy meeting was on 1 December 2025, ICPC by when?")

    assert "late_or_not" not in notice_kinds(answer)


@pytest.mark.parametrize(
    ("born", "told"),
    [
        ("3 March 2030", "still to come"),
        ("3 March 1890", "no care leaver"),
        ("1 Jan 1979", "no child"),
    ],
)
def test_a_date_of_birth_that_is_no_childs_is_asked_about(ask, born, told):
    """A slip of the year, in a case file or on a phone."""
    answer = ask(f"born {born}, when is the dental check due?")

    assert answer.kind is AnswerKind.CLARIFY
    assert told in answer.text


def test_a_condition_that_is_denied_speaks_for_no_rule(ask):
    """Not on a child protection plan: which of the two it is has to be asked."""
    answer = ask("last visit 2 February 2026, he is not on a CP plan. when is the next due?")

    assert answer.kind is AnswerKind.CLARIFY


def test_what_is_due_by_another_outcome_gets_its_date_and_each_step(ask):
    """15 working days from Tuesday 3 March: the conference by 24 March, the meeting before it."""
    answer = ask("strat was 3 March 2026, when is the preparation meeting due?")

    assert answer.due is not None
    assert (str(answer.due.date), answer.due.rule_id) == ("2026-03-24", "vale:preparation-meeting")
    assert "The figure is “15 working days”" in answer.text
    assert {c.statement.id for c in answer.citations} == {"vale:digest:8.b5", "vale:digest:8.b1"}
    assert "moves_with_steps" in notice_kinds(answer)


@pytest.mark.parametrize("year", ["1887", "2011", "2041", "2955"])
def test_a_date_that_no_calendar_reaches_is_asked_about(ask, year):
    """A slip of the year is no error of the service's."""
    answer = ask(f"strat was 3 March {year}, when is the ICPC due?")

    assert answer.clarify is not None
    assert "2012 to 2040" in answer.text


def test_an_age_that_is_past_is_asked_about_where_another_is_ahead(ask):
    """Of a leaver of 21 "from 17 until 25" may be asked about either way round."""
    answer = ask("born 9 June 2004, wants to keep the personal adviser, when to?")

    assert answer.due is None
    assert {option.value for option in answer.clarify.options} == {
        "vale:adviser-from",
        "vale:adviser-until",
    }


@pytest.mark.parametrize(
    ("question", "due"),
    [
        ("born 9 June 2012, when do they get a personal adviser?", "2029-06-09"),
        ("born 9 June 2004, personal adviser by when? am I late?", "2021-06-09"),
    ],
)
def test_an_age_is_not_asked_about_where_it_is_ahead_or_said_to_be_late(ask, question, due):
    """Nothing then speaks for the other."""
    assert ask(question).due.date.isoformat() == due


def test_what_has_a_date_is_not_what_is_asked_for(ask):
    """Nothing of Vale's is due after these two but the visit, which nobody has asked about."""
    answer = ask("strat was 3 March 2026, ICPC was 20 March 2026, dentist by when?")

    assert answer.due is None


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("strat was 3 November 2025, ICPC by when? am I late?", "Where it is missed: “Tell the"),
        ("visited 3 Nov 2025, child in need plan, am I late?", "No statement is known that says"),
        ("strat was 2 January 2026, ICPC by when? am I late?", None),
    ],
    ids=["the framework says", "it does not", "not late"],
)
def test_what_to_do_where_it_is_missed_is_told_where_the_framework_says(ask, question, told):
    """Only of what is late, and in the framework's words."""
    answer = ask(question)

    assert answer.due is not None
    assert (told or "") in answer.text
    assert ("missed" in answer.text) is bool(told)


def test_what_happened_at_something_else_that_has_the_date_has_it_too(ask):
    """Ten days from Tuesday 3 March; the visit's own rules are not what is asked for."""
    answer = ask("ICPC at the home visit on 3 March 2026, first core group by when?")

    assert answer.due is not None
    assert (answer.due.rule_id, str(answer.due.date)) == ("vale:core-group-days", "2026-03-13")


def test_a_rule_that_shares_a_word_gives_no_date_for_what_is_named_and_is_not_its_own(ask):
    """The date is a visit's: no core group is due from it."""
    answer = ask("home visit on 3 March 2026, core group write by when?")

    assert answer.due is None
