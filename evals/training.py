"""Learn from gold questions what makes a statement the answer.

A conditional logistic model: of a question's candidates, those that hold its evidence should have
the highest score. Weights are kept from 0 to 1 and near where they began, as there are few
questions, and are judged on frameworks that they were not trained on.
"""

from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass, fields

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize  # type: ignore[import-untyped]  # has no types

from evals.deciding import WRONG
from evals.gold import Question
from evals.matching import Found, holds
from evals.metrics import DEPTH, hit_at, mean, reciprocal_rank
from retrieval import Index
from retrieval.features import Features
from retrieval.index import Measured
from retrieval.ranker import Answering

NAMES = tuple(field.name for field in fields(Features))

SHARPNESS = 12.0
"""How many log-odds a whole point of score stands for."""

START = {"dense": 0.26, "view": 0.26, "cover": 0.2, "answer_type": 0.14, "keyword": 0.1}
"""Where the weights begin: what was set by hand before there was enough to learn from."""

EVEN = 0.1
"""How strongly weights are held near where they began."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One gold question, its readings, and which of its evidence each candidate holds."""

    gold: Question
    parts: int
    """How many pieces of evidence it has in this edition."""

    readings: tuple[Measured, ...]
    holds: Mapping[str, tuple[bool, ...]]

    def matrix(self, reading: Measured) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
        """The features of a reading's candidates, a row each, and which of them answer."""
        rows = np.array([astuple(each) for each in reading.candidates.values()])
        return rows, np.array([any(self.holds[id_]) for id_ in reading.candidates])


def examples(
    questions: Sequence[Question], index: Index, evidence: Mapping[str, Sequence[str]]
) -> tuple[Example, ...]:
    """Measure every question that can be judged; dates are left to the register."""
    return tuple(
        _example(each, index, evidence.get(each.id, ()))
        for each in questions
        if each.id in evidence
    )


def fit_ranking(learnt_from: Sequence[Example]) -> dict[str, float]:
    """Learn how much each feature counts; the weights add up to 1."""
    start = np.array([START.get(name, 0.0) for name in NAMES])
    groups = [
        (rows, wanted, 1 / len(each.readings))
        for each in learnt_from
        for rows, wanted in map(each.matrix, each.readings)
        if wanted.any()
    ]

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        total, slope = 0.0, np.zeros_like(weights)
        for rows, wanted, share in groups:
            scores = SHARPNESS * (rows @ weights)
            likely = np.exp(scores - scores.max())
            right = likely * wanted
            total -= share * float(np.log(right.sum() / likely.sum()))
            slope -= share * SHARPNESS * ((right / right.sum() - likely / likely.sum()) @ rows)
        off = weights - start
        return total / len(groups) + EVEN * float(off @ off), slope / len(groups) + 2 * EVEN * off

    found = minimize(loss, start, jac=True, bounds=[(0, 1)] * len(start), method="L-BFGS-B").x
    shares = np.round(found / found.sum(), 3)
    shares[int(shares.argmax())] += 1 - shares.sum()
    return {name: round(float(share), 3) for name, share in zip(NAMES, shares, strict=True)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """How a ranker does on questions that it has not seen."""

    questions: int
    first: float
    five: float
    reciprocal: float


def cross_validate(all_examples: Sequence[Example]) -> Judged:
    """Judge rankers each trained without the framework that it is judged on."""
    places: list[Found | None] = []
    for fold, others in _folds(all_examples):
        ranking = fit_ranking(others)
        places += [place(each, ranking) for each in fold]
    return Judged(
        questions=len(places),
        first=mean(hit_at(found, 1) for found in places) or 0.0,
        five=mean(hit_at(found, 5) for found in places) or 0.0,
        reciprocal=mean(map(reciprocal_rank, places)) or 0.0,
    )


def place(example: Example, ranking: Mapping[str, float]) -> Found | None:
    """Where the evidence stands when the candidates are put in order, as the index does it."""
    scores: dict[str, float] = {}
    ahead: list[str] = []
    for reading in example.readings:
        own = _scores(reading, ranking)
        for id_, score in own.items():
            scores[id_] = max(score, scores.get(id_, 0.0))
        ahead.append(max(own, key=lambda id_: own[id_]))
    ahead = list(dict.fromkeys(ahead)) if len(example.readings) > 1 else []
    rest = sorted((id_ for id_ in scores if id_ not in ahead), key=lambda id_: -scores[id_])
    ordered = (*ahead, *rest)[:DEPTH]
    firsts = [
        next((at for at, id_ in enumerate(ordered, 1) if example.holds[id_][part]), None)
        for part in range(example.parts)
    ]
    seen = [at for at in firsts if at is not None]
    if not seen or (example.gold.all_of and len(seen) < len(firsts)):
        return None
    if not example.gold.all_of:
        return Found(rank=min(seen), needed=1)
    return Found(rank=max(seen), needed=len(set(seen)))


def as_toml(
    ranking: Mapping[str, float], judged: Judged, answering: Answering, missed: float
) -> str:
    """Lay weights out to be read and committed."""
    return "\n".join(
        [
            "# Written by `python -m evals train`: change it by training anew, not by hand.",
            f"# On frameworks each left out of the training ({judged.questions} questions): first",
            f"# {judged.first:.2f}, among five {judged.five:.2f}, mean reciprocal rank "
            f"{judged.reciprocal:.2f}.",
            "",
            "[ranking]",
            *(f"{name} = {value}" for name, value in ranking.items()),
            "",
            f"# Where {WRONG:.0%} of the gold questions that are answered were refused,",
            f"# {missed:.0%} of those that are not were answered. No weight here knows them.",
            "",
            "[answering]",
            f"bias = {answering.bias}",
            "",
            "[answering.weights]",
            *(f"{name} = {value}" for name, value in answering.weights.items()),
            "",
        ]
    )


def _example(gold: Question, index: Index, wanted: Sequence[str]) -> Example:
    readings = index.measured(gold.question, framework=gold.framework)
    found = {id_ for each in readings for id_ in each.candidates}
    return Example(
        gold=gold,
        parts=len(wanted),
        readings=readings,
        holds={
            id_: tuple(holds(index.statements[id_].quotation, part) for part in wanted)
            for id_ in found
        },
    )


def _scores(reading: Measured, ranking: Mapping[str, float]) -> dict[str, float]:
    weights = np.array([ranking[name] for name in NAMES])
    return {
        id_: float(np.array(astuple(each)) @ weights) for id_, each in reading.candidates.items()
    }


def _folds(
    all_examples: Sequence[Example],
) -> list[tuple[list[Example], list[Example]]]:
    """Each framework's examples, and all the others."""
    frameworks = sorted({each.gold.framework for each in all_examples})
    return [
        (
            [each for each in all_examples if each.gold.framework == name],
            [each for each in all_examples if each.gold.framework != name],
        )
        for name in frameworks
    ]
