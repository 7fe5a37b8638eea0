"""A date question in words that no rule has is found by its meaning: taken and said, or asked."""

import datetime as dt
from dataclasses import replace

import pytest

from assistant import Assistant, Request
from domain import Vocabulary
from retrieval import ensure_index


def test_what_comes_near_is_offered_and_not_guessed(ask):
    """Nobody knows yet which timescale is meant."""
    answer = ask("sat with the family on 3 March 2026, when must that be written up by?")

    assert answer.due is None
    assert answer.clarify is not None
    assert [option.value for option in answer.clarify.options] == ["vale:visit-written-up"]


def test_what_surely_answers_is_counted_with_and_the_reader_is_told(ask):
    """No event is named in words that are known: what the date was taken for is said."""
    answer = ask(
        "3 March 2024 is when the kid came into the world, when must they have seen a dentist by"
    )

    assert answer.due is not None
    assert (answer.due.rule_id, answer.due.date) == ("vale:dental-check", dt.date(2027, 3, 3))
    assert "taken_as" in {notice.kind for notice in answer.notices}


def test_what_nothing_comes_near_to_has_no_timescale(ask):
    """No rule is offered only to offer one."""
    answer = ask("bought a lanyard on 3 March 2026, when is the next one due?")

    assert answer.due is None
    assert answer.clarify is None


ASKED = {
    "vale:icpc": (
        "Initial child protection conference held, the strategy discussion",
        "police and health agreed it is a 47, when do we sit down with the family",
    ),
    "vale:cin-visit": (
        "Visit to a child on a child in need plan, the last visit",
        "cin kid seen, back again by when",
    ),
    "vale:cp-visit": (
        "Visit to a child on a child protection plan, the last visit",
        "cp kid seen, back again by when",
    ),
    "vale:dental-check": (
        "Dental check of a child, the date of birth",
        "teeth looked at by when",
    ),
}


@pytest.fixture(scope="module")
def ask_meaning(library, embeddings, tmp_path_factory):
    """Ask with a register whose timescales have questions that ask for them."""
    index = ensure_index(
        list(library.index.statements.values()),
        Vocabulary(concepts=library.concepts, events=tuple(library.events.values())),
        None,
        ASKED,
        embeddings=embeddings,
        model_key="asked",
        folder=tmp_path_factory.mktemp("index"),
    )
    assistant = Assistant(library=replace(library, index=index))

    def _ask(question):
        request = Request(question=question, framework="vale")
        return assistant.ask(request, today=dt.date(2026, 3, 5)).answer

    yield _ask
    index.close()


def kinds(answer):
    return {notice.kind for notice in answer.notices}


def test_a_timescale_in_no_words_of_its_own_is_found_by_its_questions(ask_meaning):
    """Fifteen working days from 3 March; what it was taken to ask for is said."""
    answer = ask_meaning(
        "rang round with the officers and the nurse on 3 March 2026 and its a 47, "
        "family sit down by when"
    )

    assert answer.due is not None
    assert (answer.due.rule_id, answer.due.date) == ("vale:icpc", dt.date(2026, 3, 24))
    assert {"taken_for", "taken_as"} <= kinds(answer)


def test_siblings_that_nothing_tells_apart_are_asked_about(ask_meaning):
    """The plan decides, and no plan is told."""
    answer = ask_meaning("kid seen 3 March 2026, back again by when")

    assert answer.due is None
    assert answer.clarify is not None
    assert {"vale:cin-visit", "vale:cp-visit"} <= {o.value for o in answer.clarify.options}


def test_what_is_asked_for_by_a_name_that_has_no_timescale_gets_none(ask_meaning):
    """Nothing of Vale's says when a core group is due after a visit."""
    answer = ask_meaning("visited on 3 March 2026, when is the strategy discussion?")

    assert answer.due is None


def test_words_in_common_give_no_date_where_another_is_clearly_meant(ask_meaning):
    """ "Visit" is there, and so is what asks for the dentist."""
    answer = ask_meaning("born 3 March 2024, visit to have teeth looked at by when")

    assert answer.due is None or answer.due.rule_id == "vale:dental-check"
