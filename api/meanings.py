"""The meanings of statements by themselves, as vectors, kept in the data folder.

The index holds a statement's meaning together with its headings, which is right for finding it
and wrong for telling whether two statements of one section say the same.
"""

import io
import logging
import threading
from collections.abc import Iterable
from pathlib import Path

import numpy as np
from langchain_core.embeddings import Embeddings
from numpy.typing import NDArray

from api.kept import key_of, replace_file
from domain import Statement

FILE = "meanings.npz"

_log = logging.getLogger("plumbline")


class Meanings:
    """Works out meanings, and remembers them."""

    def __init__(self, folder: Path, embeddings: Embeddings, model_key: str) -> None:
        self._file, self._embeddings, self._made_by = folder / FILE, embeddings, model_key
        self._lock = threading.Lock()
        self._kept = _load(self._file, model_key)
        self._new = 0

    def of(self, statements: Iterable[Statement]) -> dict[str, NDArray[np.float32]]:
        """By statement id: its meaning as a vector of length 1."""
        keys = {each.id: (key_of(each.quotation), each.quotation) for each in statements}
        unknown = {key: text for key, text in keys.values() if key not in self._kept}
        if unknown:
            with self._lock:
                found = self._embeddings.embed_documents(list(unknown.values()))
                for key, vector in zip(unknown, found, strict=True):
                    self._kept[key] = _unit(np.asarray(vector, dtype=np.float32))
                self._new += len(unknown)
        return {name: self._kept[key] for name, (key, _) in keys.items()}

    def keep(self) -> None:
        """Write down what was worked out since; a full disk costs the time to do it again."""
        with self._lock:
            if not self._new:
                return
            out = io.BytesIO()
            keys = sorted(self._kept)
            matrix = np.stack([self._kept[key] for key in keys]).astype(np.float16)
            np.savez(out, made_by=np.array(self._made_by), keys=np.array(keys), matrix=matrix)
            try:
                replace_file(self._file, out.getvalue())
                self._new = 0
            except OSError as error:
                _log.warning("The meanings of statements could not be kept: %s", error)


def _unit(vector: NDArray[np.float32]) -> NDArray[np.float32]:
    length = float(np.linalg.norm(vector))
    return vector / length if length else vector


def _load(file: Path, made_by: str) -> dict[str, NDArray[np.float32]]:
    """What was kept; nothing where it was made by another model, or cannot be read."""
    try:
        with np.load(file, allow_pickle=False) as held:
            if str(held["made_by"]) != made_by:
                return {}
            matrix = held["matrix"].astype(np.float32)
            return {str(k): _unit(v) for k, v in zip(held["keys"], matrix, strict=True)}
    except (OSError, ValueError, KeyError, EOFError):
        return {}
