"""Prompts asked for in a conversation, refined there, and what is refused."""

import datetime as dt

import pytest

from api.readings import Readings
from assistant import Assistant, Request
from assistant.prompts_asked import read_prompts, refined
from assistant.turn import Turn
from domain import AnswerKind
from prompts import practice
from tests.api.conftest import CORPUS, opened, wire  # noqa: F401 the made-up corpus, open

TODAY = dt.date(2026, 1, 5)


def read(text):
    """A message as it is read."""
    turn = Turn(question=text, today=dt.date(2026, 11, 27), framework=None)
    return read_prompts(turn, practice())


@pytest.mark.parametrize(
    ("text", "topic", "dates"),
    [
        (
            "Give me prompts for supervision on a CP case, last visit was 3 November",
            "Child protection",
            {"last_visit": "2026-11-03"},
        ),
        (
            "supervision agenda for a LAC child: last review 1 October 2026, last visit 2 Nov 2026",
            "Child in care",
            {"last_review": "2026-10-01", "last_visit": "2026-11-02"},
        ),
        ("supervision prompts", "", {}),
        ("I need questions for supervision about a core group", "Core group", {}),
    ],
)
def test_supervision_is_asked_for_in_many_ways(text, topic, dates):
    """With the kind of work, and each date with what it is of."""
    asked = read(text)

    assert (asked.use, asked.topic) == ("supervision", topic)
    assert {name: found.date.isoformat() for name, found in asked.dates} == dates


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "five reflective questions on the voice of the child for my ASYEs",
            (5, "the voice of the child", "asye", "analyse", None),
        ),
        (
            "Give me 3 challenging reflective questions about recording, by Kolb, for the team",
            (3, "recording", "team", "challenge", "kolb"),
        ),
        (
            "can you make some reflective questions on transfer for students",
            (6, "transfer", "student", "analyse", None),
        ),
    ],
)
def test_reflective_questions_are_asked_for_in_many_ways(text, found):
    """How many, on what, for whom, how deep, by which model."""
    asked = read(text)

    assert (asked.count, asked.topic, asked.audience, asked.level, asked.model) == found


@pytest.mark.parametrize(
    "text",
    [
        "How often is supervision held?",
        "got any reflective questions for me about work life balance",
        "which kids should i be bringing to reflective group supervision",
        "What prompts a strategy discussion?",
    ],
)
def test_other_questions_ask_for_no_prompts(text):
    """They go the way of any question."""
    assert read(text) is None


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ("fewer, and harder", {"count": 2, "level": "challenge"}),
        ("easier please", {"level": "describe"}),
        ("more", {"count": 7}),
        ("three", {"count": 3}),
        ("for managers", {"audience": "manager"}),
        ("by Gibbs", {"model": "gibbs"}),
        ("what about recording?", {"topic": "recording"}),
        ("make them about working with fathers instead", {"topic": "working with fathers"}),
        ("thanks", None),
    ],
)
def test_a_short_message_refines(text, changed):
    """Only what it says; and the whole reads back as the same."""
    before = read("five reflective questions on the voice of the child for my ASYEs")

    after = refined(before, text, practice())

    if changed is None:
        assert after is None
    else:
        assert {name: getattr(after, name) for name in changed} == changed
        assert after is not None
        assert read(after.as_question()) == after


@pytest.fixture
def talk(opened, tmp_path):  # noqa: F811 the fixture of that name
    """Say messages one after another; gives the answers."""
    assistant = Assistant(library=opened.library)
    assert Readings(tmp_path).read("See the child.") is not None

    def _talk(*messages, framework="exampleshire"):
        conversation, answers = None, []
        for text in messages:
            request = Request(question=text, framework=framework, conversation_id=conversation)
            reply = assistant.ask(request, today=TODAY)
            conversation = reply.conversation_id
            answers.append(reply.answer)
        return answers

    return _talk


def test_prompts_are_an_answer_of_their_own_kind(talk):
    """Each with its source, and what is late by the calculator."""
    [answer] = talk("Give me prompts for supervision about visits, last visit was 2 January 2026")

    assert answer.kind is AnswerKind.PROMPTS
    assert "Family rung: Saturday 3 January 2026" in answer.text
    assert answer.citations


def test_fewer_and_harder(talk):
    """The last set, otherwise; the reader sees how it was read."""
    first, second = talk("Give me four reflective questions on visits", "fewer, and harder")

    assert second.text.count("?") < first.text.count("?")
    assert any("2 reflective questions" in notice.text for notice in second.notices)


def test_an_agenda_is_made_fewer_and_harder(talk):
    """By its length, and by the moves that challenge; a number that is said is kept to."""
    first, second, third = talk(
        "I have supervision about visits, what should I ask?", "fewer, and harder", "just one"
    )

    assert first.kind is AnswerKind.PROMPTS
    assert any("10 minutes, to challenge" in notice.text for notice in second.notices)
    assert third.text.count("?") == 1


def test_what_is_missing_is_asked_for(talk):
    """The section; and then the set is made."""
    asked, made = talk("supervision prompts please", "Standard 4: Home visits")

    assert asked.kind is AnswerKind.CLARIFY
    assert made.kind is AnswerKind.PROMPTS


def test_the_framework_is_asked_for(talk):
    """Where none is chosen and more than one could be meant."""
    asked, made = talk("supervision prompts about visits", "exampleshire", framework=None)

    assert asked.kind in (AnswerKind.CLARIFY, AnswerKind.PROMPTS)
    assert made.kind is AnswerKind.PROMPTS


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("supervision prompts about visits to Ella", "Leave out every name"),
        ("supervision prompts about visits, NHS number 943 476 5919", "NHS number"),
        ("supervision prompts about visits, last visit was 6 January 2026", "still to come"),
        (
            "supervision prompts about visits, last visit 20 January",
            "2026 is still to come",
        ),
        ("give me zero reflective questions on visits", "1 to 20"),
        ("give me 0 reflective questions on visits", "1 to 20"),
        ("give me 10000 reflective questions on visits", "1 to 20"),
    ],
)
def test_what_cannot_be_made_is_refused(talk, text, told):
    """Saying what to leave out or to give, and remembering nothing of it."""
    answer, after = talk(text, "fewer")

    assert answer.kind is AnswerKind.OUT_OF_SCOPE
    assert told in answer.text
    assert after.kind is not AnswerKind.PROMPTS


def test_a_doubtful_date_is_asked_about(talk):
    """Never guessed past."""
    [answer] = talk("supervision prompts about visits, last visit was 31/02/2026")

    assert answer.kind is AnswerKind.CLARIFY
