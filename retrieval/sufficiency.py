"""Whether evidence answers a question: the decision behind "the framework does not say".

Whether it answers is learnt from marked questions: a logistic model of a few signs, of which the
judge that reads question and statement together gives the first (docs/decisions/0016-the-judge.md).

What nothing answers, as a topic, is held to rules: whether something bears on it. A wrong period is
worse than none, so a question of time is held to more: the statement must state a time, and name
what the question names. Their thresholds were set on the development half of the gold questions.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, fields

from retrieval.features import Features, score
from retrieval.question import Question
from retrieval.ranker import LEARNT, Answering

LOOKED_AT = 5
"""How many of the best are looked at: one that bears on the question is enough."""

LEAST = 0.34
"""Score below which nothing bears on any question; chance resemblance stays near 0.2."""

LEAST_FOR_TIME = 0.3
"""The same for questions of time, which ask besides for a time and for what they name."""

NAMED = 0.6
"""Share of the question's concepts that a statement of time must name, rare ones first.

More than a concept's loose words (`PARTIAL_CONCEPT`), and more than one of two events.
"""

HALF_NAMED = 0.2
"""Share of the concepts that any statement must name, where the meaning is not near."""

NEAR = 0.5
"""Cosine at which the meaning carries without the concepts' names."""

WORDLESS, LITTLE_WORDED = 0.6, 0.38
"""Cosines that are needed where the statement has none of the question's words, or few."""

FEW_WORDS = 0.25
"""Share of the question's words, rare ones first, below which they are few."""

SAME = 0.7
"""Cosine at which it is surely the same question, whatever it names."""


LIKE = 0.22
"""Cosine below which words are shared by chance: one that asks when or who needs more."""

BESIDE_THE_BEST = 0.9
"""Share of the best score under which a candidate is not put forward, and so bears on nothing."""

NAMELESS = 0.35
"""Cosine that a time needs where the question names no idea of the field by which to tell."""

IN_FULL = 0.9
"""Share at which a question of roles is named so fully that it may read otherwise."""


SAID = 0.5
"""Share of what is asked about a thing that a statement must speak of to be an answer."""

NEAR_ENOUGH = 0.55
"""Cosine that it needs then: many statements speak of money, and of who agrees to what."""

UNNAMED = 0.45
"""Cosine that a statement needs where the question names no idea of the field by which to tell."""

CLEARLY_BETTER = 0.14
"""How much higher the best score of the other frameworks is where theirs is the answer.

Frameworks speak of the same work: what one of them answers plainly and another only comes near to
is what the other leaves out. It told more than any sign in the statements themselves."""


LIKELY = 0.56
"""Probability from which the best statement is put forward as the answer. Of the development
questions that a framework answers 5 in 100 come to less."""

LIKELY_IN_TALK = 0.45
"""The same for a turn of a conversation: it leans on what was said before, of which the judge reads
little or nothing, and so seems to answer less."""

SURE = 0.69
"""Probability under which an answer says that it may not be what was asked. Of the development
questions that a framework answers 20 in 100 come to less, refused ones among them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signs:
    """What tells whether the best statement answers a question."""

    judged: float
    """The judge's log-odds that it does."""

    near: float
    """How near it, or one of the questions that it answers, is in meaning."""

    unspoken: float
    """Share of what is asked about a thing that it does not speak of; 0 where nothing is."""

    elsewhere: float
    """How much higher other frameworks' best scores; 0 where there is no other."""

    time: float
    """1 where a time is asked for, which not every statement of the thing has."""


def signs(
    question: Question, best: Features, *, judged: float, elsewhere: float | None = None
) -> Signs:
    """Return the signs of a question's best; `elsewhere` is the best score of other frameworks."""
    return Signs(
        judged=judged,
        near=_nearness(best),
        unspoken=1 - best.aspect if question.aspects else 0.0,
        elsewhere=0.0 if elsewhere is None else elsewhere - score(best),
        time=float(question.wants_time),
    )


def log_odds(of: Signs, model: Answering = LEARNT.answering) -> float:
    """Return the log-odds that the statement answers the question."""
    told: float = sum(
        model.weights[field.name] * getattr(of, field.name) for field in fields(Signs)
    )
    return model.bias + told


def likely(of: Signs, model: Answering = LEARNT.answering) -> float:
    """Return how likely it is, 0 to 1, that the statement answers the question."""
    return 1 / (1 + math.exp(-log_odds(of, model)))


def is_of_another(own: float, others: float) -> bool:
    """Say whether other frameworks answer so much better that this one is silent on it."""
    return others - own >= CLEARLY_BETTER


def bears_on(question: Question, best: Sequence[Features]) -> bool:
    """Say whether one of the best candidates, best first, bears on the question."""
    if not question.units:
        return False
    least = BESIDE_THE_BEST * score(best[0]) if best else 0.0
    looked_at = [
        each for each in best[:LOOKED_AT] if score(each) >= least and _speaks_of_it(question, each)
    ]
    if question.wants_time:
        named = bool(question.concepts)
        return any(_answers_time(each) and (named or _is_it(each)) for each in looked_at)
    roles, named = question.wants_role, bool(question.concepts)
    return any(
        _answers(each)
        and (not roles or _says_who(each))
        and (named or _nearness(each) >= UNNAMED or each.cover >= IN_FULL)
        for each in looked_at
    )


def _speaks_of_it(question: Question, features: Features) -> bool:
    if not question.aspects:
        return True
    return features.aspect >= SAID and _nearness(features) >= NEAR_ENOUGH


def _is_it(features: Features) -> bool:
    return _has_subject(features) and _nearness(features) >= NAMELESS


def _answers(features: Features) -> bool:
    named = features.concepts >= HALF_NAMED or _nearness(features) >= NEAR
    return named and _shares_words(features) and _has_subject(features) and score(features) >= LEAST


def _shares_words(features: Features) -> bool:
    """Whether it has the question's words, in itself or in a question that it answers, or is the
    nearer in meaning."""
    shared = max(features.cover, features.view_cover)
    if shared >= FEW_WORDS:
        return True
    return _nearness(features) >= (LITTLE_WORDED if shared else WORDLESS)


def _nearness(features: Features) -> float:
    """How near the statement or one of the questions that it answers is in meaning."""
    return max(features.dense, features.view)


def _has_subject(features: Features) -> bool:
    return features.subject > 0 or _nearness(features) >= NEAR


def _says_who(features: Features) -> bool:
    return _nearness(features) >= LIKE or features.cover >= IN_FULL


def _answers_time(features: Features) -> bool:
    states_time = features.answer_type > 0 and _nearness(features) >= LIKE
    named = features.concepts >= NAMED or _nearness(features) >= SAME
    return states_time and named and score(features) >= LEAST_FOR_TIME
