"""Learn whether the best statement answers: a logistic model of a few signs.

What each sign counts is learnt from marked questions that the judge has not read
(`evals/marked.py`), and from no gold question. Those that may be looked at set where the odds
begin, and the thresholds.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import astuple, dataclass, fields

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize, minimize_scalar  # type: ignore[import-untyped]  # has no types

from evals.gold import Kind, Question
from evals.marked import Marked
from retrieval import Index
from retrieval.ranker import Answering
from retrieval.sufficiency import Signs, likely, log_odds

EVEN_SIGNS = 0.02
"""How strongly the signs' weights, each for one standard deviation, are held near 0."""

WRONG = 0.05
"""Share of answerable questions that may be refused."""

DOUBTED = 0.2
"""Share of answerable questions that may be refused or answered with a word of doubt."""

SIGNS = tuple(field.name for field in fields(Signs))

BOUNDS = {
    "judged": (0.0, None),
    "near": (0.0, None),
    "unspoken": (None, 0.0),
    "elsewhere": (None, 0.0),
    "time": (None, None),
}
"""Least and greatest weight of a sign: more of most can only speak for an answer, or only against
it. The questions to learn from were drawn by what is near, which would turn such signs round."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The signs of one question of a message, and whether its framework answers it."""

    message: str
    """What tells one message from another."""

    signs: Signs
    answered: bool


def signs_of_gold(questions: Iterable[Question], index: Index) -> tuple[Told, ...]:
    """Measure every question by whether its framework answers it; dates are left out."""
    return tuple(
        Told(message=each.id, signs=own, answered=each.kind is not Kind.NOT_FOUND)
        for each in questions
        if each.kind is not Kind.DATE
        for own in index.signs(each.question, framework=each.framework)
    )


def signs_of_marked(
    marked: Iterable[Marked], index: Index, views: Mapping[str, Sequence[str]]
) -> tuple[Told, ...]:
    """Measure every marked question by whether one of the nearest statements answers it.

    Many are `views` of another framework's statements, which is not looked at beside it: nobody's
    own question is word for word in one.
    """
    written_for: dict[str, set[str]] = defaultdict(set)
    for id_, own in views.items():
        for question in own:
            written_for[" ".join(question.split())].add(id_.partition(":")[0])
    return tuple(
        Told(message=f"{each.framework}: {each.question}", signs=own, answered=bool(each.yes))
        for each in marked
        for own in index.signs(
            each.question,
            framework=each.framework,
            unseen=written_for[each.question] - {each.framework},
        )
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

    bounds = [*(BOUNDS[name] for name in SIGNS), (None, None)]
    found = minimize(loss, np.zeros(shown.shape[1]), method="L-BFGS-B", bounds=bounds).x
    weights = found[:-1] / spread
    return Answering(
        bias=round(float(found[-1] - weights @ middle), 3),
        weights={n: round(float(w), 3) for n, w in zip(SIGNS, weights, strict=True)},
    )


def recentred(model: Answering, told: Sequence[Told]) -> Answering:
    """Return it as sure on the whole of these questions as it is right to be.

    Marked questions were drawn from what is hard to tell, and most of them are not answered.
    """
    odds = np.array([log_odds(each.signs, model) for each in told])
    side = np.where([each.answered for each in told], 1.0, -1.0)

    def loss(shift: float) -> float:
        return float(np.logaddexp(0, -side * (odds + shift)).mean())

    shift = float(minimize_scalar(loss, bounds=(-10, 10), method="bounded").x)
    return model.model_copy(update={"bias": round(model.bias + shift, 3)})


def errors_when_refusing(
    told: Sequence[Told], model: Answering, wrong: float
) -> tuple[float, float]:
    """Return the share that is answered though the framework does not, and the least probability.

    That is the one at which this share of what the framework does answer is refused.
    """
    sure: dict[tuple[str, bool], float] = {}
    for each in told:
        key = (each.message, each.answered)
        sure[key] = max(sure.get(key, 0.0), likely(each.signs, model))
    yes = sorted(value for (_, answered), value in sure.items() if answered)
    no = [value for (_, answered), value in sure.items() if not answered]
    least = yes[int(wrong * len(yes))]
    return sum(value >= least for value in no) / len(no), least
