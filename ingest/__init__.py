"""A file becomes statements: the shipped digests, and the documents that a user imports."""

from ingest.corpus import Corpus, load_corpus
from ingest.imported import import_document
from ingest.readers import read_document
from ingest.report import ImportReport
from ingest.statements import statements_of
from ingest.store import load_imported, load_report

__all__ = [
    "Corpus",
    "ImportReport",
    "import_document",
    "load_corpus",
    "load_imported",
    "load_report",
    "read_document",
    "statements_of",
]
