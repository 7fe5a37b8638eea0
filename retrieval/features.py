"""What makes one candidate better than another: named features, and weights that were learnt."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from functools import lru_cache
from operator import attrgetter

from domain import Statement, Strength, time_figures
from retrieval.keywords import Keywords
from retrieval.lexicon import TEXTS_KEPT, Lexicon
from retrieval.question import PARTIAL_CONCEPT, Question, Unit, unit_cover
from retrieval.ranker import LEARNT
from retrieval.subject import is_beside, only_counts_from

_LOOSE_TIME = re.compile(
    r"\b(once|twice|(\d+|two|three|four|five|six) times|immediately|as soon as|aged? (of )?\d+"
    r"|\d+(th|st|nd|rd)? birthday|day \d+|same day"
    r"|(is|are|turns?|reach(es)?|until|from) (age )?\d{1,2}(?=\s*([.,;:)]|$|or\b|and\b|years?\b))"
    r"|bi[- ]?(weekly|monthly|annual(ly)?)|(a|per|each|every) (day|week|month|quarter|year)"
    r"|earliest (opportunity|point|possible)"
    r"|by (the|their|his|her|a) ([\w'’]+ ){0,2}(first|second|third|next))\b"
)
_BEFOREHAND = re.compile(r"\b(before|prior to|in advance|ahead of)\b")
_FREQUENCY = re.compile(
    r"\b(every|each (day|week|month|year)|once|twice|times|daily|weekly|fortnightly|monthly"
    r"|quarterly|annual(ly)?|yearly|regular(ly)?|frequen\w+|at least|minimum)\b"
)
_REGULATED = re.compile(
    r"\b(as per|in line with|in accordance with|as set out in) [^.;]{0,60}\bregulations\b"
)
_ROLE = re.compile(
    r"\b(social worker|manager|officer|chair|advis[eo]r|practitioner|worker|lead|head of"
    r"|director|team|service|reviewing|supervisor|clerk|administrator|nurse|teacher|agency)s?\b"
)


@dataclass(frozen=True, slots=True)
class Features:
    """One candidate against one question; each from 0 to 1."""

    dense: float
    """Cosine of the question and the statement in its context."""

    view: float
    """The best cosine of the question and one of the questions that the statement answers."""

    view_cover: float
    """Share of the question's terms that one of those questions holds."""

    keyword: float
    """BM25 against the most that the question's terms could give."""

    cover: float
    """Share of the question's terms that the statement in its context holds, rare ones first."""

    concepts: float
    """The same share for the field's concepts alone; 1 where the question names none."""

    answer_type: float
    """It is the time, role, duty, meaning or reflective question that the question asks for."""

    strength: float
    """Duties before good practice, where the rest is close."""

    subject: float
    """It holds the rarest word of what the question is after; 1 where its form does not show."""

    aspect: float
    """Share of the aspects that the question asks about which it speaks of; 1 where none is."""


WEIGHTS = Features(**LEARNT.ranking)
"""They add up to 1, so a score does not pass 1."""

ON_TOPIC = 0.5
"""Cosine from which a statement is near enough for the kind of its answer to count in full."""

OTHER_TIME = 0.6
"""A deadline where the question asks how often, or the other way about; no more than "before"."""

BY_REFERENCE = 0.9
"""No figure of its own, but the regulations that set it: "as per the Visiting Regulations"."""

ELSEWHERE = 0.85
"""Of the cover, where it is about a group that was not asked about, or something in addition."""

STRENGTHS = {
    Strength.MUST: 1.0,
    Strength.SHOULD: 0.6,
    Strength.INFORMATION: 0.3,
    Strength.QUESTION: 0.0,
}


_values = attrgetter(*(field.name for field in fields(Features)))


def score(features: Features) -> float:
    """Return the weighted sum of a candidate's features, 0 to 1."""
    pairs = zip(_values(WEIGHTS), _values(features), strict=True)
    total = sum((weight * feature for weight, feature in pairs), 0.0)
    return round(min(max(total, 0.0), 1.0), 4)


def halfway(message: Features, question: Features) -> Features:
    """Return what lies halfway between a message and one question in it.

    Only the question says what kind of answer is wanted: the story before it does not ask.
    """
    pairs = zip(_values(message), _values(question), strict=True)
    between = Features(*((one + other) / 2 for one, other in pairs))
    return replace(between, answer_type=question.answer_type, aspect=question.aspect)


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """A question's units with how rare each is, worked out once for all candidates."""

    units: tuple[tuple[Unit, float], ...]
    concepts: tuple[tuple[Unit, float], ...]


def weigh(question: Question, keywords: Keywords) -> Weighed:
    """Weigh what a question names by how rare it is."""
    units = tuple((unit, _weight(unit, keywords)) for unit in question.units)
    named = set(question.concepts)
    return Weighed(units=units, concepts=tuple(pair for pair in units if pair[0] in named))


def cover(units: Sequence[tuple[Unit, float]], present: frozenset[str]) -> float:
    """Return the share of the units that the terms hold, weighted by rarity; 1 for no units."""
    whole = sum(weight for _, weight in units)
    if not whole:
        return 1.0
    return sum(weight * unit_cover(unit, present) for unit, weight in units) / whole


def subject(question: Question, present: frozenset[str], keywords: Keywords) -> float:
    """Return 1 where the terms hold what the question is after, or it does not show that."""
    if not question.subjects:
        return 1.0
    after = max(question.subjects, key=lambda unit: _weight(unit, keywords))
    return float(unit_cover(after, present) >= PARTIAL_CONCEPT)


def answer_type(question: Question, statement: Statement, lexicon: Lexicon) -> float:
    """Return 1 where the statement is of the kind the question asks for, else 0.

    A time that only counts from the asked thing, or is of something beside it, is not asked for.
    """
    text = statement.quotation.casefold()
    if question.wants_time:
        held = question.held
        if held and only_counts_from(held, statement.quotation, lexicon):
            return 0.0
        if is_beside(question, text):
            return 0.0
        return _time_type(text, frequency=question.wants_frequency)
    if question.wants_role:
        return float(bool(_ROLE.search(text)))
    if question.wants_reflection:
        return float(statement.strength is Strength.QUESTION)
    if question.wants_duty:
        return float(statement.strength is Strength.MUST)
    if question.wants_meaning:
        return float(statement.strength is Strength.INFORMATION)
    return 0.0


@lru_cache(maxsize=TEXTS_KEPT)
def _time_type(text: str, *, frequency: bool) -> float:
    if not (time_figures(text) or _LOOSE_TIME.search(text)):
        if _REGULATED.search(text):
            return BY_REFERENCE
        return OTHER_TIME if _BEFOREHAND.search(text) and not frequency else 0.0
    return 1.0 if bool(_FREQUENCY.search(text)) is frequency else OTHER_TIME


def _weight(unit: Unit, keywords: Keywords) -> float:
    if keywords.knows(unit.term) or not unit.words:
        return keywords.rarity(unit.term)
    return max(keywords.rarity(word) for word in unit.words)
