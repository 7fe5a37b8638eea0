"""What decides whether the best statement answers is learnt from gold questions."""

import random

import pytest

from evals.deciding import SIGNS, Told, errors_when_refusing, fit_answering
from evals.gold import Kind, Question, Split
from retrieval.ranker import LEARNT
from retrieval.sufficiency import Signs, likely


def told(number, *, answered, framework="exampleshire", judged=0.0, near=0.5):
    """The signs of one made-up question."""
    gold = Question(
        id=f"{framework}-{number}",
        framework=framework,
        question="who chairs it",
        kind=Kind.STANDARD if answered else Kind.NOT_FOUND,
        split=Split.DEV,
        evidence=("chairs it",) if answered else (),
    )
    signs = Signs(judged=judged, score=0.5, near=near, unspoken=0.0, elsewhere=0.0, time=0.0)
    return Told(gold=gold, signs=signs, answered=answered)


@pytest.fixture
def all_told():
    """Two frameworks, in which only the judge tells what is answered, and not always."""
    drawn = random.Random(5)  # noqa: S311 chance for a test
    return [
        told(
            number,
            answered=(answered := number % 2 == 0),
            framework=("exampleshire", "otherton")[number % 4 // 2],
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


def test_errors_are_told_for_the_share_that_may_be_refused(all_told):
    """The more may be refused wrongly, the fewer are missed."""
    few, high = errors_when_refusing(all_told, 0.02)
    many, higher = errors_when_refusing(all_told, 0.2)

    assert many < few
    assert high < higher
