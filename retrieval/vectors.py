"""The dense half of the index: Chroma on disk, behind LangChain's vector store."""

import sqlite3
import threading
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from langchain_core.documents import Document
from langchain_core.embeddings import Embeddings
from numpy.typing import NDArray

from domain import IndexDamaged
from retrieval.remembered import RememberingEmbeddings

if TYPE_CHECKING:
    from chromadb.api.collection_configuration import CreateHNSWConfiguration
    from langchain_chroma import Chroma

COLLECTION = "statements"
DATABASE = "chroma.sqlite3"
BATCH, WRITTEN_TOGETHER = 64, 512
"""Documents embedded, and put into Chroma, at a time: by 64, Chroma takes twice as long."""

LEAST_SYNC, HNSW_BATCH = 2, 100
"""Chroma's least sync threshold, and its own default batch."""

Progress = Callable[[int, int], None]

# Chroma shares one system a folder between a process's clients and does not guard that table.
_CLIENTS = threading.Lock()


@dataclass(frozen=True, slots=True, kw_only=True)
class Vectors:
    """An open Chroma collection and the vectors it holds, by statement position."""

    store: "Chroma"
    matrix: NDArray[np.float32]

    def cosines(self, vector: NDArray[np.float32], rows: NDArray[np.intp]) -> NDArray[np.float32]:
        """Return the cosines of these statements to a vector of length 1.

        All are worked out: for some thousands that is exact, and quicker than asking Chroma
        for the nearest among so many named ones.
        """
        first, end = int(rows.min()), int(rows.max()) + 1
        found: NDArray[np.float32] = (self.matrix[first:end] @ vector)[rows - first]
        return found

    def close(self) -> None:
        """Let go of the files; the last one to close a folder really closes it."""
        _close(self.store)


def build_vectors(
    documents: Sequence[Document],
    embeddings: RememberingEmbeddings,
    folder: Path,
    on_progress: Progress,
) -> None:
    """Embed documents into a new Chroma collection, telling after each batch how many are done.

    They are embedded in one order and written in another: Chroma asks again for what is remembered.
    """
    # Texts of one length go together: a batch is padded to its longest.
    in_order = sorted(documents, key=lambda each: len(each.page_content))
    for start in range(0, len(in_order), BATCH):
        batch = in_order[start : start + BATCH]
        embeddings.embed_documents([each.page_content for each in batch])
        on_progress(start + len(batch), len(in_order))
    store = _open(folder, embeddings, new=len(documents))
    try:
        for start in range(0, len(in_order), WRITTEN_TOGETHER):
            batch = in_order[start : start + WRITTEN_TOGETHER]
            store.add_documents(batch, ids=[str(each.metadata["id"]) for each in batch])
    finally:
        _close(store)


def open_vectors(folder: Path, ids: Sequence[str], embeddings: Embeddings) -> Vectors:
    """Open what `build_vectors` wrote, for statements in this order.

    Raises IndexDamaged when Chroma cannot read it, or does not hold exactly these.
    """
    store = None
    try:
        _check_database(folder / DATABASE)
        store = _open(folder, embeddings)
        matrix = _in_order(store.get(include=["embeddings"]), ids)
        vectors = Vectors(store=store, matrix=matrix)
        _check_search(store, matrix[0].tolist(), ids)
    except Exception as error:  # whatever Chroma's two languages raise, the index is no use
        if store is not None:
            _close(store)
        raise IndexDamaged(f"no vector store to read in {str(folder)!r}: {error}") from error
    return vectors


def _check_search(store: "Chroma", vector: list[float], ids: Sequence[str]) -> None:
    """Ask Chroma for one statement's nearest: its graph must be there and be of these."""
    found = store.similarity_search_by_vector_with_relevance_scores(vector, k=1)
    if not found or str(found[0][0].metadata["id"]) not in ids:
        raise IndexDamaged("the vector store does not hold the statements it was built of")


def _check_database(file: Path) -> None:
    """Ask SQLite itself: Chroma opens some broken files and answers from what is left."""
    address = f"{file.resolve().as_uri()}?mode=ro"
    with closing(sqlite3.connect(address, uri=True)) as connection:
        verdict = connection.execute("PRAGMA quick_check(1)").fetchone()
    if verdict != ("ok",):
        raise IndexDamaged(f"SQLite finds {verdict[0]!r}")


def _open(folder: Path, embeddings: Embeddings, new: int | None = None) -> "Chroma":
    """Open a collection, or make one for so many new documents."""
    import chromadb
    from chromadb.api.shared_system_client import SharedSystemClient
    from chromadb.config import Settings
    from langchain_chroma import Chroma

    quiet = Settings(anonymized_telemetry=False)
    with _CLIENTS:
        try:
            client: Any = chromadb.PersistentClient(path=str(folder), settings=quiet)
        except BaseException:
            # A system that failed to start stays in Chroma's table and would be handed out again.
            SharedSystemClient._identifier_to_system.pop(str(folder), None)
            raise
    try:
        return Chroma(
            client=client,
            collection_name=COLLECTION,
            embedding_function=embeddings,
            collection_configuration=None if new is None else {"hnsw": _settings(new)},
            create_collection_if_not_exists=new is not None,
        )
    except BaseException:
        with _CLIENTS:
            client.close()
        raise


def _settings(documents: int) -> "CreateHNSWConfiguration":
    """Cosine space, and the graph written to disk with the last document rather than never."""
    threshold = max(documents, LEAST_SYNC)
    return {
        "space": "cosine",
        "sync_threshold": threshold,
        "batch_size": min(threshold, HNSW_BATCH),
    }


def _close(store: "Chroma") -> None:
    with _CLIENTS:
        store._client.close()


def _in_order(held: Mapping[str, Any], ids: Sequence[str]) -> NDArray[np.float32]:
    rows = {name: row for row, name in enumerate(held["ids"])}
    if set(rows) != set(ids):
        raise IndexDamaged(f"it holds {len(rows)} statements where {len(ids)} were written")
    matrix = np.asarray(held["embeddings"], dtype=np.float32)
    return matrix[[rows[each] for each in ids]]
