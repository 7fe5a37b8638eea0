"""The keyword half of the index: BM25 over the statements' terms, and how rare each term is."""

from collections.abc import Sequence
from math import log
from pathlib import Path

import bm25s  # type: ignore[import-untyped]  # it ships no types
import numpy as np
from numpy.typing import NDArray

from domain import IndexDamaged

METHOD = "lucene"
K1 = 1.2
B = 0.5
"""Weaker than the usual 0.75: a statement is short, and its headings are part of it."""


class Keywords:
    """BM25 scores of statements, by their position, for a question's terms."""

    def __init__(self, bm25: bm25s.BM25, terms: Sequence[Sequence[str]]) -> None:
        self._bm25 = bm25
        self.terms = tuple(frozenset(each) for each in terms)
        self._rarity = _rarity(self.terms)
        self._unseen = log(1 + len(self.terms))

    def scores(self, question: Sequence[str]) -> NDArray[np.float32]:
        """Return every statement's score; zeros where no term is known."""
        known = [term for term in question if term in self._rarity]
        if not known:
            return np.zeros(len(self.terms), dtype=np.float32)
        return np.asarray(self._bm25.get_scores(known), dtype=np.float32)

    def rarity(self, term: str) -> float:
        """Return the inverse document frequency of a term; the highest for one never seen."""
        return self._rarity.get(term, self._unseen)

    def knows(self, term: str) -> bool:
        """Say whether any statement holds the term."""
        return term in self._rarity


def build_keywords(terms: Sequence[Sequence[str]], folder: Path) -> None:
    """Write the BM25 index of the statements' terms into a folder."""
    bm25 = bm25s.BM25(method=METHOD, k1=K1, b=B)
    bm25.index([list(each) for each in terms], show_progress=False)
    bm25.save(str(folder), show_progress=False)


def open_keywords(folder: Path, terms: Sequence[Sequence[str]]) -> Keywords:
    """Open what `build_keywords` wrote. Raises IndexDamaged when it does not fit the terms."""
    try:
        bm25 = bm25s.BM25.load(str(folder), show_progress=False)
        keywords = Keywords(bm25, terms)
        row = next(row for row, each in enumerate(terms) if each)
        answered = keywords.scores(list(terms[row]))
    except (OSError, ValueError, KeyError, IndexError, StopIteration) as error:
        raise IndexDamaged(
            f"the keyword index in {str(folder)!r} cannot be read: {error}"
        ) from error
    if len(answered) != len(terms) or not answered[row] > 0:
        raise IndexDamaged(f"the keyword index in {str(folder)!r} is not of these statements")
    return keywords


def _rarity(terms: Sequence[frozenset[str]]) -> dict[str, float]:
    counts: dict[str, int] = {}
    for each in terms:
        for term in each:
            counts[term] = counts.get(term, 0) + 1
    return {term: log(1 + len(terms) / count) for term, count in counts.items()}
