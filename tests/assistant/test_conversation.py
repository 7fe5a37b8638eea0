"""Questions back, the replies that complete them, and which framework answers."""

import datetime as dt
from dataclasses import replace

import pytest

from assistant import Request
from assistant.understand import named_frameworks
from domain import (
    Slot,
    UnknownConversation,
    UnknownFramework,
)
from tests.support.answers import TODAY, notice_kinds

VISITS, CONFERENCES = "Standard 4: Home visits", "Standard 8: Child protection conferences"


def test_two_rules_that_fit_are_asked_about(assistant):
    """Which plan decides the date, so it is asked, and the choice is worked out."""
    asked = assistant.ask(
        Request(question="I last visited on 2 February 2026, when is the next visit due?",
                framework="vale"),
        today=TODAY,
    )  # fmt: skip
    assert asked.answer.clarify is not None
    assert asked.answer.clarify.slot is Slot.RULE
    labels = {option.label: option.value for option in asked.answer.clarify.options}

    chosen = assistant.ask(
        Request(question=labels["Visit to a child on a child in need plan (child in need plan)"],
                conversation_id=asked.conversation_id),
        today=TODAY,
    )  # fmt: skip

    assert chosen.turn == 2
    assert chosen.answer.due is not None
    assert chosen.answer.due.date == dt.date(2026, 3, 2)


def test_a_framework_named_in_the_question_wins_over_the_chosen_one_and_says_so(ask):
    """An answer is never given from another authority's framework in silence."""
    answer = ask("at Moor Council, how often do I visit each child?", framework="vale")

    assert answer.citations[0].statement.source.framework == "moor"
    assert "other_framework" in notice_kinds(answer)


def test_the_bottom_lines_of_nothing_named_are_asked_about(assistant):
    """The parts that have bottom lines are offered, and the one chosen is listed whole."""
    first = assistant.ask(Request(question="what are the bottom lines?", framework="vale"),
                          today=TODAY)  # fmt: skip
    assert first.answer.clarify is not None
    assert [o.value for o in first.answer.clarify.options] == [VISITS, CONFERENCES]

    second = assistant.ask(
        Request(question=CONFERENCES, conversation_id=first.conversation_id), today=TODAY
    )

    shown = {c.statement.id for c in second.answer.citations if c.number in second.answer.shown}
    assert shown >= {f"vale:digest:8.b{n}" for n in (1, 2, 3, 4)}


def test_the_date_given_when_asked_completes_the_question(assistant):
    """The reply to "which date?" is worked out with the question that waited."""
    first = assistant.ask(
        Request(question="strat was on 31/02/2026, ICPC by when?", framework="vale"), today=TODAY
    )

    second = assistant.ask(
        Request(question="2 March 2026", conversation_id=first.conversation_id), today=TODAY
    )

    assert second.answer.due is not None
    assert second.answer.due.event_date == dt.date(2026, 3, 2)


def test_another_question_with_a_date_fills_no_slot(assistant):
    """A new question about another event is not the answer to "which date?"."""
    first = assistant.ask(
        Request(question="strat was on 31/02/2026, ICPC by when?", framework="vale"), today=TODAY
    )

    second = assistant.ask(
        Request(question="I visited on 2 March 2026, when is it written up by?",
                conversation_id=first.conversation_id), today=TODAY,
    )  # fmt: skip

    assert second.answer.due is not None
    assert second.answer.due.rule_id == "vale:visit-written-up"


def test_a_rule_of_another_framework_is_no_choice(assistant):
    """The chooser moved on between the question back and the reply."""
    asked = assistant.ask(
        Request(question="I last visited on 2 February 2026, when is the next visit due?",
                framework="vale"), today=TODAY,
    )  # fmt: skip

    moved = assistant.ask(
        Request(question="vale:cin-visit", framework="moor",
                conversation_id=asked.conversation_id), today=TODAY,
    )  # fmt: skip

    assert moved.answer.due is None


def test_two_frameworks_and_a_date_are_asked_about(assistant):
    """A date is worked out from one framework at a time, and the one picked answers."""
    first = assistant.ask(
        Request(question="visited the child 2 Feb 2026, next visit due when at Vale and Moor?",
                framework="vale"), today=TODAY,
    )  # fmt: skip
    assert first.answer.clarify is not None
    assert {o.value for o in first.answer.clarify.options} == {"vale", "moor"}

    second = assistant.ask(
        Request(question="moor", conversation_id=first.conversation_id), today=TODAY
    )

    assert second.answer.citations[0].statement.source.framework == "moor"


def test_no_framework_is_asked_for_and_the_reply_completes_the_question(assistant):
    """One short question with the frameworks that have statements."""
    first = assistant.ask(Request(question="do I see the child alone?"), today=TODAY)
    assert first.answer.clarify is not None
    assert [o.value for o in first.answer.clarify.options] == ["moor", "vale"]

    second = assistant.ask(
        Request(question="Vale Council", conversation_id=first.conversation_id), today=TODAY
    )

    assert second.answer.citations[0].statement.id == "vale:digest:4.b1"


def test_a_framework_named_in_the_question_is_taken(ask):
    """No question back when the words say which."""
    answer = ask("in the vale, do I see the child alone on visits?", framework=None)

    assert answer.citations[0].statement.source.framework == "vale"


def test_the_frameworks_name_is_no_part_of_what_is_searched_for(ask):
    """Naming the authority makes no answer worse."""
    answer = ask("at Vale Council, how soon after the strat is the ICPC?", framework=None)

    assert answer.citations[0].statement.id == "vale:digest:8.b1"


def test_a_county_inside_its_trusts_name_is_not_named_twice(assistant):
    """The longer name says which of the two is meant."""
    known = assistant.library.frameworks
    trust = replace(known["vale"], authority="Moor Council Trust", also_called=())
    library = replace(assistant.library, frameworks={"vale": trust, "moor": known["moor"]})

    assert named_frameworks("what does Moor Council Trust say?", library) == (trust,)
    assert named_frameworks("what does Moor Council say?", library) == (known["moor"],)


def test_unknown_names_are_refused(assistant):
    """An unknown framework or conversation is told, with what is known."""
    with pytest.raises(UnknownFramework, match="vale"):
        assistant.ask(Request(question="visits?", framework="vael"), today=TODAY)
    with pytest.raises(UnknownConversation):
        assistant.ask(Request(question="visits?", conversation_id="gone"), today=TODAY)
