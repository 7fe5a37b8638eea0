"""What decides whether the best statement answers is learnt from marked questions."""

import random

import pytest

from evals.deciding import (
    SIGNS,
    Told,
    errors_when_refusing,
    fit_answering,
    recentred,
    signs_of_marked,
)
from evals.marked import Marked
from retrieval import Judges
from retrieval.ranker import LEARNT
from retrieval.sufficiency import Signs, likely
from tests.retrieval.making import make_index, statement


def told(number, *, answered, judged=0.0, near=0.5):
    """The signs of one made-up question."""
    signs = Signs(judged=judged, near=near, unspoken=0.0, elsewhere=0.0, time=0.0)
    return Told(message=str(number), signs=signs, answered=answered)


@pytest.fixture
def all_told():
    """Questions of which only the judge tells what is answered, and not always."""
    drawn = random.Random(5)  # noqa: S311 chance for a test
    return [
        told(
            number,
            answered=(answered := number % 2 == 0),
            judged=drawn.gauss(2.0 if answered else -2.0, 1.5),
            near=drawn.uniform(0.4, 0.8),
        )
        for number in range(200)
    ]


def test_what_tells_counts_and_what_does_not_does_not(all_told):
    """A sign that is the same for all has no weight, as one that is drawn by chance has little."""
    model = fit_answering(all_told)

    assert set(model.weights) == set(SIGNS) == set(LEARNT.answering.weights)
    assert model.weights["judged"] > 0.3
    # From the one end to the other of what is drawn, the judge tells ten times as much.
    assert abs(model.weights["near"]) * 0.4 < model.weights["judged"] * 8 / 10
    assert model.weights["time"] == 0.0


def test_it_is_surer_of_what_is_answered(all_told):
    """On nearly every question that it has seen."""
    model = fit_answering(all_told)

    right = sum((likely(each.signs, model) > 0.5) is each.answered for each in all_told)

    assert right > 0.85 * len(all_told)


def test_it_is_as_sure_on_the_whole_as_it_is_right_to_be(all_told):
    """Also of questions of which more are answered than of those that it learnt from."""
    mostly = [each for number, each in enumerate(all_told) if each.answered or number % 8 == 1]
    model = recentred(fit_answering(all_told), mostly)

    sure = sum(likely(each.signs, model) for each in mostly)

    assert sure == pytest.approx(sum(each.answered for each in mostly), rel=0.02)


def test_errors_are_told_for_the_share_that_may_be_refused(all_told):
    """The more may be refused wrongly, the fewer are missed."""
    model = fit_answering(all_told)
    few, high = errors_when_refusing(all_told, model, 0.02)
    many, higher = errors_when_refusing(all_told, model, 0.2)

    assert many < few
    assert high < higher


def test_a_message_of_two_questions_is_answered_where_one_of_them_is():
    """It is put forward for its better half."""
    halves = [told(1, answered=True, judged=-9.0), told(1, answered=True, judged=9.0)]
    none = told(2, answered=False, judged=0.0)
    model = fit_answering([*halves, none, told(3, answered=False, judged=-9.0)])

    missed, least = errors_when_refusing([*halves, none], model, 0.0)

    assert missed == 0.0
    assert least == likely(halves[1].signs, model)


def test_where_a_question_was_written_for_is_not_looked_at_beside_it(tmp_path, embeddings):
    """It stands there word for word, as nobody's own question does."""
    other = statement("1.b1", "The chair writes the agenda.", framework="otherton")
    sure = Judges(statements=lambda _, texts: [0.0 for _ in texts], timescales=refuse)
    index = make_index(
        [statement("1.b1", "Visit the child at home."), other],
        tmp_path,
        embeddings,
        views={other.id: ("who writes the agenda",)},
        judges=sure,
    )
    marked = [
        Marked(question=each, framework="exampleshire", yes=yes, no=())
        for each, yes in (("who writes the agenda", ("a",)), ("who writes agendas", ()))
    ]

    found = signs_of_marked(marked, index, {other.id: ("who  writes the agenda",)})
    index.close()

    written_for_it, not_written_for_it = found
    assert [each.answered for each in found] == [True, False]
    assert written_for_it.signs.elsewhere == 0.0
    assert not_written_for_it.signs.elsewhere > 0.0


def refuse(question, texts):
    """Judge no timescale: none is asked for."""
    raise AssertionError((question, texts))
