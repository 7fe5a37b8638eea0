"""Finding the imported statement that says what a digest statement says.

A digest restates each statement of a document in other words, so the two share figures, the
field's terms and their place. Quoting the wrong one would put a period under the wrong duty:
the two must be of one strength, much alike, and the best match either way round or clearly
ahead of the next.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from domain import Statement
from retrieval.words import content_stems, tokens

SURE = 0.52
"""Likeness under which two statements are not surely the same."""

CLEAR = 0.1
"""Lead over the next candidate at which a pair need not be each other's best: one long
statement of a document is often several in its digest."""

MEANING, WORDS, SECTION, NUMBER = 0.45, 0.4, 0.1, 0.05
"""What each kind of likeness counts for: cosine, shared terms, shared headings, one number."""

_UNITS = re.compile(r"(minute|hour|day|week|month|year)s?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """A statement as it is compared: with the terms of its own text, lead-in left out."""

    statement: Statement
    terms: frozenset[str]
    headings: frozenset[str]


def side(statement: Statement, terms: Sequence[str]) -> Side:
    """Prepare a statement to be compared."""
    headings = frozenset(content_stems(" ".join(statement.section)))
    return Side(statement=statement, terms=frozenset(terms), headings=headings)


def likeness(one: Side, other: Side, cosine: float, rarity: Callable[[str], float]) -> float:
    """Return how alike two statements are, 0 to 1; 0 for two of different strength."""
    if one.statement.strength is not other.statement.strength:
        return 0.0
    number = one.statement.standard_number
    same_number = number is not None and number == other.statement.standard_number
    return (
        MEANING * cosine
        + WORDS * _shared(one.terms, other.terms, rarity)
        + SECTION * _shared(one.headings, other.headings, lambda _: 1.0)
        + NUMBER * same_number
    )


def surely_the_same(best: float, others: Sequence[float], rivals: Sequence[float]) -> bool:
    """Say whether the best candidate, so alike, is surely the one.

    `others` are the other candidates' likenesses to the statement; `rivals` those of the
    other statements of its edition to the candidate.
    """
    mutual = best >= max(rivals, default=0.0)
    clear = best - max(others, default=0.0) >= CLEAR
    return best >= SURE and (mutual or clear)


def states(statement: Statement, figure: str) -> bool:
    """Say whether a statement holds a figure, number words and plurals folded."""
    return f" {_folded(figure)} " in f" {_folded(statement.quotation)} "


def _shared(one: frozenset[str], other: frozenset[str], weight: Callable[[str], float]) -> float:
    both = sum(weight(term) for term in one & other)
    either = sum(weight(term) for term in one) + sum(weight(term) for term in other)
    return 2 * both / either if either else 0.0


def _folded(text: str) -> str:
    words = [word.removesuffix("s") if _UNITS.fullmatch(word) else word for word in tokens(text)]
    return " ".join(words)
