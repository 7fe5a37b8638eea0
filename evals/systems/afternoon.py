"""Second baseline: an afternoon with the tutorials. Chunks, Chroma and the same model."""

import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

from chromadb.config import Settings
from langchain_chroma import Chroma
from langchain_core.embeddings import Embeddings

from evals.systems.chunks import chunks_of
from evals.systems.system import Find

_FINISHED = "finished"
"""Written last: a folder without it was never finished, and is built anew."""


def build_afternoon(documents: Mapping[str, str], embeddings: Embeddings, folder: Path) -> None:
    """Embed each framework's chunks into a collection of a Chroma folder, once."""
    if (folder / _FINISHED).is_file():
        return
    shutil.rmtree(folder, ignore_errors=True)
    for framework, text in documents.items():
        _store(framework, embeddings, folder).add_texts(list(chunks_of(text)))
    (folder / _FINISHED).touch()


def open_afternoon(frameworks: Iterable[str], embeddings: Embeddings, folder: Path) -> Find:
    """Search a folder that `build_afternoon` has finished."""
    stores = {name: _store(name, embeddings, folder) for name in frameworks}

    def find(question: str, framework: str, limit: int) -> tuple[str, ...]:
        found = stores[framework].similarity_search(question, k=limit)
        return tuple(document.page_content for document in found)

    return find


def _store(framework: str, embeddings: Embeddings, folder: Path) -> Chroma:
    return Chroma(
        f"framework-{framework}",  # Chroma refuses names of fewer than three characters
        embeddings,
        persist_directory=str(folder),
        client_settings=Settings(anonymized_telemetry=False, is_persistent=True),
    )
