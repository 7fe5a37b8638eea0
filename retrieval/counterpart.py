"""Finding the imported statement that says what a digest statement says.

A digest restates each statement of a document in other words, so the two share figures, the
field's terms and their place. Quoting the wrong one would put a period under the wrong duty:
the two must be of one strength, much alike, and the best match either way round or clearly
ahead of the next.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

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
    folded: str
    """Its quotation with number words and plurals folded, to find figures in."""


def side(statement: Statement, terms: Sequence[str]) -> Side:
    """Prepare a statement to be compared."""
    return Side(
        statement=statement,
        terms=frozenset(terms),
        headings=frozenset(content_stems(" ".join(statement.section))),
        folded=_folded(statement.quotation),
    )


class Counterparts:
    """A framework's digest beside its imported document, every pair compared once."""

    def __init__(
        self,
        digest: Sequence[Side],
        source: Sequence[Side],
        cosines: NDArray[np.float32],
        rarity: Callable[[str], float],
    ) -> None:
        """Compare them; `cosines` has a row for each digest statement, a column for each other."""
        self._rows = {each.statement.id: row for row, each in enumerate(digest)}
        self._source = tuple(source)
        self._likenesses = likenesses(digest, source, cosines, rarity)

    def of(self, digest_id: str, figures: Sequence[str]) -> Statement | None:
        """Return the document's statement that surely says the same and has one of the figures."""
        fitting = [at for at, each in enumerate(self._source) if states(each, figures)]
        if not fitting:
            return None
        row = self._rows[digest_id]
        alike = self._likenesses[row]
        best = max(fitting, key=lambda at: alike[at])
        others = [float(alike[at]) for at in fitting if at != best]
        rivals = np.delete(self._likenesses[:, best], row).tolist()
        surely = surely_the_same(float(alike[best]), others, rivals)
        return self._source[best].statement if surely else None


def likenesses(
    ones: Sequence[Side],
    others: Sequence[Side],
    cosines: NDArray[np.float32],
    rarity: Callable[[str], float],
) -> NDArray[np.float64]:
    """Return how alike each pair is, 0 to 1; 0 for two of different strength."""
    alike: NDArray[np.float64] = (
        MEANING * cosines
        + WORDS * _shared([s.terms for s in ones], [s.terms for s in others], rarity)
        + SECTION * _shared([s.headings for s in ones], [s.headings for s in others], _alike)
        + NUMBER * _equal(ones, others, lambda statement: statement.standard_number)
    )
    alike[~_equal(ones, others, lambda statement: statement.strength)] = 0
    return alike


def surely_the_same(best: float, others: Sequence[float], rivals: Sequence[float]) -> bool:
    """Say whether the best candidate, so alike, is surely the one.

    `others` are the other candidates' likenesses to the statement; `rivals` those of the
    other statements of its edition to the candidate.
    """
    mutual = best >= max(rivals, default=0.0)
    clear = best - max(others, default=0.0) >= CLEAR
    return best >= SURE and (mutual or clear)


def states(statement: Side, figures: Sequence[str]) -> bool:
    """Say whether a statement holds one of the figures, number words and plurals folded.

    It does where there are none to hold.
    """
    text = f" {statement.folded} "
    return not figures or any(f" {_folded(figure)} " in text for figure in figures)


def _shared(
    ones: Sequence[frozenset[str]],
    others: Sequence[frozenset[str]],
    weight: Callable[[str], float],
) -> NDArray[np.float64]:
    """Return the weight of the terms that each pair shares, of the weight of all that it has."""
    terms = sorted(set().union(*ones, *others))
    weights = np.array([weight(term) for term in terms])
    one, other = _held(ones, terms), _held(others, terms)
    both = (one * weights) @ other.T
    either = (one @ weights)[:, None] + (other @ weights)[None, :]
    shared: NDArray[np.float64] = np.zeros_like(both)
    np.divide(2 * both, either, out=shared, where=either > 0)
    return shared


def _held(texts: Sequence[frozenset[str]], terms: Sequence[str]) -> NDArray[np.float64]:
    columns = {term: column for column, term in enumerate(terms)}
    held = np.zeros((len(texts), len(terms)), dtype=np.float64)
    for row, text in enumerate(texts):
        held[row, [columns[term] for term in text]] = 1
    return held


def _equal(
    ones: Sequence[Side], others: Sequence[Side], value: Callable[[Statement], str | None]
) -> NDArray[np.bool_]:
    """Say of each pair whether both have the value, and it is one."""
    rows, columns = (
        np.array([value(each.statement) or "" for each in sides]) for sides in (ones, others)
    )
    equal: NDArray[np.bool_] = (rows[:, None] == columns[None, :]) & (rows != "")[:, None]
    return equal


def _alike(_: str) -> float:
    return 1.0


def _folded(text: str) -> str:
    words = [word.removesuffix("s") if _UNITS.fullmatch(word) else word for word in tokens(text)]
    return " ".join(words)
