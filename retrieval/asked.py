"""Timescales, found by the questions that ask for them.

A register has for each timescale what it is for and from what it counts, and may have questions as
practitioners put them. One in other words again is nearest to those of the timescale it is after.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
from langchain_core.embeddings import Embeddings
from numpy.typing import NDArray

from domain import IndexDamaged

ASKED = "asked.npz"

TIMESCALES_READ = 10
"""Of the nearest, so many are read together with the question: of 97 in 100 questions the one that
is meant is among them."""

MOST_BY_READING, SURELY = 0.1, 4.0
"""How much nearer or less near a timescale comes by reading, and the log-odds for all of that."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What timescales are asked for with: a vector of length 1 for each text."""

    ids: tuple[str, ...]
    """Of each text: the timescale that it asks for. Of one's texts the first describes it."""

    matrix: NDArray[np.float32]

    described: Mapping[str, str]
    """Of each timescale: what describes it, to be read together with a question."""

    def nearest(
        self, vector: NDArray[np.float32], among: Collection[str]
    ) -> tuple[tuple[str, float], ...]:
        """Return these timescales and how near each is, -1 to 1, the nearest first.

        That is the mean of the cosines to its description and to the nearest of its questions.
        """
        if not self.ids:
            return ()
        cosines: dict[str, list[float]] = {}
        for id_, cosine in zip(self.ids, (self.matrix @ vector).tolist(), strict=True):
            if id_ in among:
                cosines.setdefault(id_, []).append(cosine)
        near = {id_: (own[0] + max(own[1:] or own)) / 2 for id_, own in cosines.items()}
        return tuple(sorted(near.items(), key=lambda each: (-each[1], each[0])))


def by_reading(odds: float) -> float:
    """Return how much nearer a timescale comes for the judge's log-odds that it is asked for."""
    return MOST_BY_READING * float(np.clip(odds / SURELY, -1, 1))


def write_asked(asked: Mapping[str, Sequence[str]], embeddings: Embeddings, folder: Path) -> None:
    """Embed the texts by which timescales are asked for, and write them into an index's folder."""
    texts = [(id_, text) for id_ in sorted(asked) for text in asked[id_]]
    vectors = embeddings.embed_documents([text for _, text in texts]) if texts else []
    np.savez(
        folder / ASKED,
        ids=np.array([id_ for id_, _ in texts], dtype=np.str_),
        vectors=np.asarray(vectors, np.float16),
        described=np.array([asked[id_][0] for id_ in sorted(asked)], dtype=np.str_),
    )


def open_asked(folder: Path) -> Asked:
    """Open what `write_asked` wrote. Raises IndexDamaged."""
    try:
        with np.load(folder / ASKED, allow_pickle=False) as held:
            ids, matrix = tuple(held["ids"].tolist()), held["vectors"].astype(np.float32)
            described = held["described"].tolist()
    except (OSError, ValueError, KeyError, TypeError, EOFError, BadZipFile) as error:
        raise IndexDamaged(f"{ASKED} in {str(folder)!r} cannot be read: {error}") from error
    if len(ids) != len(matrix):
        raise IndexDamaged(f"{ASKED} in {str(folder)!r} does not hold a vector for each text")
    each = tuple(dict.fromkeys(ids))
    if len(described) != len(each):
        raise IndexDamaged(f"{ASKED} in {str(folder)!r} does not describe each timescale")
    return Asked(ids=ids, matrix=matrix, described=dict(zip(each, described, strict=True)))
