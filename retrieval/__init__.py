"""Statements become an index; a question becomes ranked evidence, sufficient or not."""

from retrieval.building import build_index
from retrieval.cross_encoder import load_cross_encoder
from retrieval.documents import as_document, as_evidence
from retrieval.index import Found, Index
from retrieval.judge import Judge, Judges, load_judges
from retrieval.model import LocalEmbeddings, load_embeddings
from retrieval.opening import index_key, open_index
from retrieval.retriever import StatementRetriever
from retrieval.storage import ensure_index
from retrieval.words import content_stems, stem

__all__ = [
    "Found",
    "Index",
    "Judge",
    "Judges",
    "LocalEmbeddings",
    "StatementRetriever",
    "as_document",
    "as_evidence",
    "build_index",
    "content_stems",
    "ensure_index",
    "index_key",
    "load_cross_encoder",
    "load_embeddings",
    "load_judges",
    "open_index",
    "stem",
]
