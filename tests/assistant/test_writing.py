"""A chat model's prose over an answer: let through whole, or not at all."""

from dataclasses import replace

import pytest

from assistant import Assistant, Request
from assistant.guard import Sentence
from domain import AnswerKind, DraftFailed
from tests.support.answers import TODAY, notice_kinds

ALONE = "do I see the child alone on a visit?"


class Scripted:
    """A writer that says what it was given."""

    name = "scripted:model"

    def __init__(self, *sentences):
        self.sentences, self.asked = sentences, []

    def draft(self, question, citations):
        """Remember what was asked, and say it."""
        self.asked.append((question, citations))
        return tuple(Sentence(text=text, rests_on=numbers) for text, numbers in self.sentences)


class Failing(Scripted):
    """A writer whose model is away."""

    def draft(self, *_):
        """Fail."""
        raise DraftFailed("APITimeoutError")


@pytest.fixture
def ask_with(library):
    """Ask with a writer and without; get both answers."""

    def _ask(writer, question=ALONE):
        request = Request(question=question, framework="vale")
        plain = Assistant(library=library).ask(request, today=TODAY).answer
        put = Assistant(library=library, writer=writer).ask(request, today=TODAY).answer
        return put, plain

    return _ask


def test_prose_that_stands_in_its_evidence_goes_over_the_composed_answer(ask_with):
    """Nothing of the composed answer is lost, and the reader is told who wrote what."""
    put, plain = ask_with(Scripted(("See each child alone on every visit.", (1,))))

    assert put.text.endswith(plain.text)
    assert "See each child alone on every visit [1]." in put.text
    assert put.text.startswith("In short, put into words by scripted:model")
    assert put.written_by == "scripted:model"


@pytest.mark.parametrize(
    "sentence",
    [
        ("See each child alone on most visits.", (1,)),
        ("Each child may be seen alone.", (1,)),
        ("See each child alone on every visit, within 5 days.", (1,)),
        ("See each child alone on every visit.", (99,)),
        ("See each child alone on every visit.", ()),
    ],
)
def test_a_draft_that_says_more_is_thrown_away_whole(ask_with, sentence):
    """Also where its other sentence is good."""
    put, plain = ask_with(Scripted(("See each child alone on every visit.", (1,)), sentence))

    assert (put.text, put.written_by) == (plain.text, None)
    assert "draft_discarded" in notice_kinds(put)


def test_a_model_that_fails_costs_nothing_but_its_prose(ask_with):
    """The reader has the answer, and is told."""
    put, plain = ask_with(Failing())

    assert put.text == plain.text
    assert "draft_discarded" in notice_kinds(put)


@pytest.mark.parametrize(
    "question",
    [
        "strat was 18 December 2025, ICPC by when?",
        "what is the mileage rate for electric bicycles?",
        "how do Vale and Moor differ on visits?",
    ],
)
def test_dates_refusals_and_comparisons_are_never_put_into_a_models_words(ask_with, question):
    """It is not even asked."""
    writer = Scripted(("See each child alone on every visit.", (1,)))

    put, plain = ask_with(writer, question)

    assert put.kind not in (AnswerKind.STANDARD, AnswerKind.TIMESCALE)
    assert replace(put, notices=()) == replace(plain, notices=())
    assert writer.asked == []


def test_the_model_is_given_the_statements_that_are_shown_and_no_others(ask_with):
    """It can write about nothing else."""
    writer = Scripted(("See each child alone on every visit.", (1,)))

    put, _ = ask_with(writer)

    [(question, citations)] = writer.asked
    assert question == ALONE
    assert tuple(c.number for c in citations) == put.shown
