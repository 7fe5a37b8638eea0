"""Messages that lean on what was said before are read as whole questions, which the reader sees."""

import datetime as dt

import pytest

from assistant import Request
from domain import AnswerKind
from tests.support.answers import notice_kinds

MARCH_5 = dt.date(2026, 3, 5)


@pytest.fixture
def talk(assistant):
    """Say several things in one conversation; get the last answer."""

    def _talk(*messages, framework="vale"):
        conversation = None
        for message in messages:
            reply = assistant.ask(
                Request(question=message, framework=framework, conversation_id=conversation),
                today=MARCH_5,
            )
            conversation = reply.conversation_id
        return reply.answer

    return _talk


def read_as(answer):
    """How the reader is told that the message was read."""
    [text] = [notice.text for notice in answer.notices if notice.kind == "read_as"]
    return text.removeprefix("Read as: ")


ICPC = "how soon after the strategy meeting does the ICPC have to be?"


@pytest.mark.parametrize(
    "message",
    [
        "it was on 3 March 2026",
        "3/3/26",
        "sorry, 3rd March",
        "it was on 3 March so whats the last day",
        "held 3 March 2026, so when by?",
    ],
)
def test_a_date_alone_is_that_of_what_the_last_timescale_counts_from(talk, message):
    """15 working days from Tuesday 3 March."""
    answer = talk(ICPC, message)

    assert answer.due is not None
    assert (answer.due.rule_id, str(answer.due.date)) == ("vale:icpc", "2026-03-24")
    assert "The strategy discussion was" in read_as(answer)


def test_a_date_that_is_corrected_takes_the_old_ones_place(talk):
    """One date too many would be asked about."""
    answer = talk("strat was 3 March 2026, ICPC by when?", "no, it was 4 March 2026")

    assert answer.due is not None
    assert str(answer.due.date) == "2026-03-25"


@pytest.mark.parametrize("message", ["and after that?", "what happens next", "then what?", "Next?"])
def test_what_comes_after_is_dated_from_the_date_that_was_worked_out(talk, message):
    """The conference is due by 24 March; ten days on is 3 April, ten working days 9 April."""
    answer = talk("strat was 3 March 2026, ICPC by when?", message)

    assert answer.kind is AnswerKind.DATE
    assert "Friday 3 April 2026" in answer.text
    assert "Thursday 9 April 2026" in answer.text
    assert "follows" in notice_kinds(answer)


def test_what_comes_after_is_told_without_a_date_where_none_was_given(talk):
    """No date is made up."""
    answer = talk(ICPC, "and after that?")

    assert answer.due is None
    assert "Hold the first core group within 10 days" in answer.text


@pytest.mark.parametrize("message", ["what about after that", "and after that? mum is worried"])
def test_what_comes_after_is_asked_for_with_a_word_beside_it(talk, message):
    """The word beside it takes nothing away."""
    assert "Hold the first core group within 10 days" in talk(ICPC, message).text


def test_what_came_after_is_still_meant_when_another_child_is_told_of(talk):
    """ "And her brother?" is asked of the same."""
    answer = talk(ICPC, "and after that?", "and for her brother on a CP plan")

    assert "Hold the first core group within 10 days" in answer.text


def test_its_own_question_beside_a_date_is_not_lost(talk):
    """The date is that of the conference, and the report is what is asked about."""
    answer = talk(ICPC, "its on 20 March 2026 so whos the report authorised by")

    assert read_as(answer).startswith("the initial child protection conference is on 20 March")
    assert "A manager authorises the report for conference." in answer.text


def test_a_correction_of_one_word_is_not_taken_for_something_pointed_at(talk):
    """ "The other one" stands for nothing that was said."""
    answer = talk(ICPC, "no i meant the other one")

    assert "conference one" not in answer.text
    assert "the other the" not in "".join(notice.text for notice in answer.notices)


def test_a_place_that_a_family_moves_to_changes_no_framework(talk):
    """Theirs is another council's; the duty is ours."""
    answer = talk(ICPC, "they are moving to Moor, does the ICPC still go ahead?")

    frameworks = {each.statement.source.framework for each in answer.citations}
    assert frameworks <= {"vale"}


def test_which_meeting_is_asked_where_nothing_tells(talk):
    """Each kind that the framework has is offered."""
    answer = talk("how soon does the meeting have to be?")

    assert answer.kind is AnswerKind.CLARIFY
    assert answer.clarify is not None
    labels = [option.label for option in answer.clarify.options]
    assert any("conference" in label for label in labels)
    assert any("core group" in label for label in labels)


def test_a_reply_that_names_the_meeting_is_put_in_its_place(talk):
    """Neither one of the options nor a new question."""
    answer = talk("how soon does the meeting have to be?", "core group")

    assert "core group" in answer.text.lower()
    assert answer.kind is not AnswerKind.CLARIFY


def test_what_a_plan_becomes_takes_its_place(talk):
    """ "What if it goes up to CP?"."""
    answer = talk("how often do I visit a child on a CIN plan?", "what if it goes up to CP plan")

    assert "every fortnight" in answer.text.splitlines()[0]


def test_where_nothing_follows_it_is_said(talk):
    """Nothing of Vale's counts from a core group."""
    answer = talk("ICPC was 3 March 2026, core group by when?", "and after that?")

    assert answer.kind is AnswerKind.NOT_FOUND
    assert "counts from the core group" in answer.text


def test_what_it_is_comes_from_the_thread(talk):
    """The thing last asked about."""
    answer = talk(ICPC, "who authorises the report for it?")

    assert read_as(answer) == (
        "who authorises the report for the initial child protection conference?"
    )
    assert "A manager authorises the report for conference." in answer.text


def test_another_plan_takes_the_place_of_the_one_that_was_named(talk):
    """And the timescale with it."""
    answer = talk("how often do I visit a child on a CP plan?", "what about a CIN plan?")

    assert "CIN plan" in read_as(answer)
    assert "CP plan" not in read_as(answer)
    assert "at least every four weeks" in answer.text.splitlines()[0]


@pytest.mark.parametrize("message", ["what about Moor?", "and at Moor Council?", "Moor"])
def test_another_framework_is_asked_the_same(talk, message):
    """The question is kept; the framework changes."""
    answer = talk("how often do I visit each child?", message)

    assert answer.citations[0].statement.source.framework == "moor"
    assert read_as(answer) == "how often do I visit each child?"


def test_the_plan_that_was_named_before_decides_between_rules(talk):
    """Nobody is asked twice; which plan was taken is told."""
    answer = talk(
        "how often do I visit a child on a child protection plan?",
        "I last visited on 2 February 2026, when is the next visit due?",
    )

    assert answer.due is not None
    assert answer.due.rule_id == "vale:cp-visit"
    assert "from_conversation" in notice_kinds(answer)


def test_whether_it_is_late_is_asked_of_the_last_date(talk):
    """A fortnight from 2 February was 16 February."""
    answer = talk("visited 2 Feb 2026, CP plan, next visit due?", "am I late?")

    assert "late_or_not" in notice_kinds(answer)
    assert answer.due is not None
    assert str(answer.due.date) == "2026-02-16"


@pytest.mark.parametrize(
    "message",
    [
        "do I see the child alone on a visit?",
        "who authorises the report for conference?",
        "no",
        "thanks",
        "in a conference, what do I do about the report?",
    ],
)
def test_a_question_of_its_own_leans_on_nothing(talk, message):
    """What was said before does not colour it."""
    assert "read_as" not in notice_kinds(talk(ICPC, message))


@pytest.mark.parametrize(
    "opening",
    ["different child - ", "ok another one. ", "Change of subject: ", "right, new case; "],
)
def test_what_is_said_to_be_another_matter_is_asked_as_if_nothing_had_been_said(talk, opening):
    """Neither what was asked before nor whose plan it was is carried over."""
    question = "how soon after the strategy meeting does the ICPC have to be?"

    after = talk("how often do I visit a child on a CP plan?", opening + question)

    assert after.text == talk(question).text
    assert "read_as" not in notice_kinds(after)
    assert "from_conversation" not in notice_kinds(after)


def test_a_reply_that_names_what_only_one_option_is_about_picks_it(talk):
    """Whoever is asked which timescale is meant need not type its whole name."""
    asked = talk("visited on 2 March 2026, when is the next visit due?")
    answer = talk("visited on 2 March 2026, when is the next visit due?", "she's on a CIN plan")

    assert asked.clarify is not None
    assert answer.due is not None
    assert (answer.due.rule_id, str(answer.due.date)) == ("vale:cin-visit", "2026-03-30")


@pytest.mark.parametrize("message", ["what if he is?", "a plan", "lives with nan"])
def test_a_reply_that_names_no_one_option_picks_none(talk, message):
    """A wrong choice would give a wrong date."""
    answer = talk("visited on 2 March 2026, when is the next visit due?", message)

    assert answer.due is None


def test_a_follow_up_is_read_as_one_though_a_question_back_was_left_unanswered(talk):
    """Whoever does not choose goes on with what was answered before."""
    unanswered = "visited on 2 March 2026, when is the next visit due?"

    assert talk(ICPC, unanswered, "and after that?").text == talk(ICPC, "and after that?").text


def test_how_often_after_asks_what_follows_as_and_after_that_does(talk):
    """Both say the same."""
    told = talk(ICPC, "it was on 3 March 2026", "and then how often after that?")

    assert told.text == talk(ICPC, "it was on 3 March 2026", "and after that?").text


def test_the_clause_that_says_it_is_read_with_what_was_asked_about(talk):
    """The date stands in a clause of its own, whose event is not what "it" is."""
    answer = talk(
        "who authorises the report for the ICPC?", "strat was on 3 March 2026. so when is it due by"
    )

    assert answer.due is not None
    assert (answer.due.rule_id, str(answer.due.date)) == ("vale:icpc", "2026-03-24")
