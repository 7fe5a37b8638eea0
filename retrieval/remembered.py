"""Vectors that were worked out before, by the hash of their text, so that an import embeds only
its own statements."""

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
from langchain_core.embeddings import Embeddings
from numpy.typing import NDArray

REMEMBERED = "embedded.npz"

Vector = NDArray[np.float32]


class RememberingEmbeddings(Embeddings):
    """Embeddings that ask the model only for texts whose vector is not known yet."""

    def __init__(self, inner: Embeddings, known: Mapping[str, Vector]) -> None:
        self._inner = inner
        self._known = dict(known)
        self.used: dict[str, Vector] = {}
        """The vectors given so far, by text hash."""

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Give a vector each, in order; equal texts are embedded once, in this call or before."""
        hashes = [sha256(text.encode()).hexdigest() for text in texts]
        new = {h: t for h, t in zip(hashes, texts, strict=True) if h not in self._known}
        fresh = self._inner.embed_documents(list(new.values())) if new else []
        vectors = {h: np.asarray(v, np.float32) for h, v in zip(new, fresh, strict=True)}
        self._known |= vectors
        self.used |= {h: self._known[h] for h in hashes}
        return [self.used[h].tolist() for h in hashes]

    def embed_query(self, text: str) -> list[float]:
        """Ask the model."""
        return self._inner.embed_query(text)


def read_remembered(file: Path, model_key: str) -> dict[str, Vector]:
    """Read the vectors of one model; nothing for another model's, a broken or an absent file."""
    try:
        with file.open("rb") as stream, np.load(stream, allow_pickle=False) as held:
            if str(held["model"]) != model_key:
                return {}
            return dict(zip(held["hashes"].tolist(), held["vectors"], strict=True))
    except (OSError, ValueError, KeyError, EOFError, BadZipFile):
        return {}  # They only save time, and the zip's own checksums tell damage.


def write_remembered(file: Path, model_key: str, used: Mapping[str, Vector]) -> None:
    """Write the vectors in use, in one step; raises OSError."""
    aside = file.with_name(f".{file.name}-new.npz")
    try:
        np.savez(
            aside,
            model=np.asarray(model_key),
            hashes=np.asarray(list(used)),
            vectors=np.stack(list(used.values())),
        )
        aside.replace(file)
    finally:
        aside.unlink(missing_ok=True)
