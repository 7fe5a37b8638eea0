"""Whether evidence really bears on a question: the decision behind "the framework does not say".

A wrong period is worse than none, so a question of time is held to more: the statement must
state a time, and name what the question names. The thresholds were set on the development
half of the gold questions; docs/decisions/0004-hybrid-retrieval.md has the figures.
"""

from collections.abc import Sequence

from retrieval.features import Features, score
from retrieval.question import Question

LOOKED_AT = 5
"""How many of the best are looked at: one that bears on the question is enough."""

LEAST = 0.28
"""Score below which nothing bears on any question; chance resemblance stays near 0.2."""

LEAST_FOR_TIME = 0.46
"""The same for questions of time: any statement with a figure resembles them a little."""

NAMED = 0.72
"""Share of the question's concepts that a statement of time must name, rare ones first.

More than a concept's loose words (`PARTIAL_CONCEPT`), and more than one of two events.
"""

HALF_NAMED = 0.45
"""Share of the concepts that any statement must name, where the meaning is not near."""

NEAR = 0.55
"""Cosine at which the meaning carries without the concepts' names."""


def bears_on(question: Question, best: Sequence[Features]) -> bool:
    """Say whether one of the best candidates, best first, bears on the question."""
    if not question.units:
        return False
    decide = _answers_time if question.wants_time else _answers
    return any(decide(each) for each in best[:LOOKED_AT])


def _answers(features: Features) -> bool:
    named = features.concepts >= HALF_NAMED or features.dense >= NEAR
    return named and score(features) >= LEAST


def _answers_time(features: Features) -> bool:
    states_time = features.answer_type > 0
    return states_time and features.concepts >= NAMED and score(features) >= LEAST_FOR_TIME
