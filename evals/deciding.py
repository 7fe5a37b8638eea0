"""Learn from gold questions whether the best statement answers: a logistic model of a few signs.

It is judged on frameworks that it was not trained on, as the ranker is (`evals/training.py`).
"""

from collections.abc import Sequence
from dataclasses import astuple, dataclass, fields

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize  # type: ignore[import-untyped]  # has no types

from evals.gold import Kind, Question
from retrieval import Index
from retrieval.ranker import Answering
from retrieval.sufficiency import Signs, likely

EVEN_SIGNS = 0.02
"""How strongly the signs' weights, each for one standard deviation, are held near 0."""

WRONG = 0.05
"""Share of answerable questions that may be refused."""

DOUBTED = 0.2
"""Share of answerable questions that may be refused or answered with a word of doubt."""

SIGNS = tuple(field.name for field in fields(Signs))


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The signs of one question of a message, and whether its framework answers it."""

    gold: Question
    signs: Signs
    answered: bool


def signs_of(questions: Sequence[Question], index: Index) -> tuple[Told, ...]:
    """Measure every question by whether its framework answers it; dates are left out."""
    return tuple(
        Told(gold=each, signs=own, answered=each.kind is not Kind.NOT_FOUND)
        for each in questions
        if each.kind is not Kind.DATE
        for own in index.signs(each.question, framework=each.framework)
    )


def fit_answering(learnt_from: Sequence[Told]) -> Answering:
    """Learn what each sign adds to the log-odds that the best statement answers."""
    rows = np.array([astuple(each.signs) for each in learnt_from])
    # A sign that is the same for all tells nothing: spread out by 1 it gets no weight.
    middle, spread = rows.mean(axis=0), rows.std(axis=0)
    spread[spread == 0] = 1.0
    shown = np.column_stack([(rows - middle) / spread, np.ones(len(rows))])
    side = np.where([each.answered for each in learnt_from], 1.0, -1.0)

    def loss(weights: NDArray[np.float64]) -> float:
        off = float(np.logaddexp(0, -side * (shown @ weights)).mean())
        return off + EVEN_SIGNS * float(weights[:-1] @ weights[:-1])

    found = minimize(loss, np.zeros(shown.shape[1]), method="L-BFGS-B").x
    weights = found[:-1] / spread
    return Answering(
        bias=round(float(found[-1] - weights @ middle), 3),
        weights={n: round(float(w), 3) for n, w in zip(SIGNS, weights, strict=True)},
    )


def errors_when_refusing(told: Sequence[Told], wrong: float) -> tuple[float, float]:
    """Judge models each learnt without the framework that it is judged on.

    Returns the share that is answered though the framework does not, where this share of what it
    does answer is refused, and the probability that parts them.
    """
    sure: dict[tuple[str, bool], float] = {}
    for name in sorted({each.gold.framework for each in told}):
        model = fit_answering([each for each in told if each.gold.framework != name])
        for each in (each for each in told if each.gold.framework == name):
            key = (each.gold.id, each.answered)
            sure[key] = max(sure.get(key, 0.0), likely(each.signs, model))
    yes = sorted(value for (_, answered), value in sure.items() if answered)
    no = [value for (_, answered), value in sure.items() if not answered]
    least = yes[int(wrong * len(yes))]
    return sum(value >= least for value in no) / len(no), least
