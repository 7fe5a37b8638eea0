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


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What timescales are asked for with: a vector of length 1 for each text."""

    ids: tuple[str, ...]
    """Of each text: the timescale that it asks for. Of one's texts the first describes it."""

    matrix: NDArray[np.float32]

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


def write_asked(asked: Mapping[str, Sequence[str]], embeddings: Embeddings, folder: Path) -> None:
    """Embed the texts by which timescales are asked for, and write them into an index's folder."""
    texts = [(id_, text) for id_ in sorted(asked) for text in asked[id_]]
    vectors = embeddings.embed_documents([text for _, text in texts]) if texts else []
    np.savez(
        folder / ASKED,
        ids=np.array([id_ for id_, _ in texts], dtype=np.str_),
        vectors=np.asarray(vectors, np.float16),
    )


def open_asked(folder: Path) -> Asked:
    """Open what `write_asked` wrote. Raises IndexDamaged."""
    try:
        with np.load(folder / ASKED, allow_pickle=False) as held:
            ids, matrix = tuple(held["ids"].tolist()), held["vectors"].astype(np.float32)
    except (OSError, ValueError, KeyError, TypeError, EOFError, BadZipFile) as error:
        raise IndexDamaged(f"{ASKED} in {str(folder)!r} cannot be read: {error}") from error
    if len(ids) != len(matrix):
        raise IndexDamaged(f"{ASKED} in {str(folder)!r} does not hold a vector for each text")
    return Asked(ids=ids, matrix=matrix)
