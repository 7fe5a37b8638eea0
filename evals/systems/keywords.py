"""First baseline: BM25 alone over the chunks, with its package's own defaults."""

from collections.abc import Mapping, Sequence

import bm25s  # type: ignore[import-untyped]  # ships no types

from evals.systems.chunks import chunks_of
from evals.systems.system import Find


def keywords(documents: Mapping[str, str]) -> Find:
    """Index each framework's document by its words; English stop words left out, no stemming."""
    chunks = {framework: chunks_of(text) for framework, text in documents.items()}
    indexes = {framework: _index(texts) for framework, texts in chunks.items()}

    def find(question: str, framework: str, limit: int) -> tuple[str, ...]:
        texts = chunks[framework]
        asked = bm25s.tokenize(question, show_progress=False, return_ids=False)
        places, scores = indexes[framework].retrieve(
            asked, k=min(limit, len(texts)), show_progress=False
        )
        ranked = zip(places[0], scores[0], strict=True)
        return tuple(texts[place] for place, score in ranked if score > 0)

    return find


def _index(texts: Sequence[str]) -> bm25s.BM25:
    index = bm25s.BM25()
    index.index(bm25s.tokenize(list(texts), show_progress=False), show_progress=False)
    return index
