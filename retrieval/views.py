"""The views of statements: the questions each answers, searched beside its own words.

Views are written for a digest. A statement of the imported document has those of the digest
statement that restates it, and that restatement as one more: what is shown is its own words.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from domain import IndexDamaged

QUESTIONS, PLACES = "views.jsonl", "views.npz"

ALIKE = 0.5
"""Likeness at which a statement of a document takes the views of a digest's statement.

Less than a quotation needs: a view only finds, and the statement is then judged by itself.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """One question that statements answer, or a restatement of one, with its keyword terms."""

    text: str
    terms: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Views:
    """The views of an index's statements."""

    terms: tuple[frozenset[str], ...]
    """The keyword terms of each view."""

    matrix: NDArray[np.float32]
    """The vector of each view, of length 1, a row each."""

    of: tuple[tuple[int, ...], ...]
    """For each statement, by position, its views, by position."""

    _remembered: dict[bytes, tuple[NDArray[np.intp], ...]] = field(default_factory=dict)

    def cosines(self, vector: NDArray[np.float32], rows: NDArray[np.intp]) -> NDArray[np.float32]:
        """Return these statements' best cosine to a question among their views; 0 without any."""
        best = np.zeros(len(rows), dtype=np.float32)
        having, flat, starts = self._of(rows)
        if len(having):
            first, end = int(flat.min()), int(flat.max()) + 1
            cosines = self.matrix[first:end] @ vector
            best[having] = np.maximum.reduceat(cosines[flat - first], starts)
        return best

    def _of(self, rows: NDArray[np.intp]) -> tuple[NDArray[np.intp], ...]:
        """The places in `rows` that have views, their views in one row, where each begins."""
        key = rows.tobytes()
        if key not in self._remembered:
            own = [(place, self.of[row]) for place, row in enumerate(rows) if self.of[row]]
            starts = np.cumsum([0, *(len(views) for _, views in own)])[:-1]
            flat = [view for _, views in own for view in views]
            having = [place for place, _ in own]
            self._remembered[key] = tuple(
                np.array(each, np.intp) for each in (having, flat, starts)
            )
        return self._remembered[key]


def heirs(alike: NDArray[np.float64]) -> tuple[tuple[int, int], ...]:
    """Pair each statement of a digest with those of the document that say the same.

    `alike` has a row a statement of the digest, a column a statement of the document; pairs are
    places in it. A statement's nearest is its pair where the two
    are alike enough, looked at from either side: one long statement is several in a digest, and
    one of a digest may gather several.
    """
    from_digest = {(row, int(at)) for row, at in enumerate(alike.argmax(axis=1))}
    from_source = {(int(row), at) for at, row in enumerate(alike.argmax(axis=0))}
    return tuple(sorted(p for p in from_digest | from_source if alike[p] >= ALIKE))


def write_views(
    views: Sequence[View],
    matrix: NDArray[np.float32],
    of: Sequence[Sequence[int]],
    folder: Path,
) -> None:
    """Write the views of an index into its folder."""
    lines = [json.dumps([each.text, each.terms], ensure_ascii=False) for each in views]
    (folder / QUESTIONS).write_text(
        "".join(f"{line}\n" for line in lines), encoding="utf-8", newline="\n"
    )
    np.savez(
        folder / PLACES,
        vectors=matrix.astype(np.float16),
        lengths=np.array([len(each) for each in of], np.int32),
        views=np.array([view for each in of for view in each], np.int32),
    )


def open_views(folder: Path, statements: int) -> Views:
    """Open what `write_views` wrote for so many statements. Raises IndexDamaged."""
    try:
        lines = (folder / QUESTIONS).read_text(encoding="utf-8").splitlines()
        terms = tuple(frozenset(json.loads(line)[1]) for line in lines)
        with np.load(folder / PLACES, allow_pickle=False) as held:
            matrix = held["vectors"].astype(np.float32)
            ends = np.cumsum(held["lengths"]).tolist()
            flat = held["views"].tolist()
    except (OSError, ValueError, KeyError, IndexError, TypeError, EOFError, BadZipFile) as error:
        raise IndexDamaged(f"the views in {str(folder)!r} cannot be read: {error}") from error
    of = tuple(tuple(flat[start:end]) for start, end in zip([0, *ends], ends, strict=False))
    fits = len(of) == statements and len(terms) == len(matrix) and len(flat) == sum(map(len, of))
    if not fits or not all(0 <= view < len(terms) for view in flat):
        raise IndexDamaged(f"the views in {str(folder)!r} are not of these statements")
    return Views(terms=terms, matrix=matrix, of=of)
