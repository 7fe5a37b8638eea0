"""Readers: a file of any kind becomes blocks, or a refusal that says what to do."""

from pathlib import Path

from ingest.blocks import ReadDocument
from ingest.readers.docx import read_docx
from ingest.readers.formats import Format, format_of
from ingest.readers.html import read_html
from ingest.readers.markdown import read_markdown
from ingest.readers.pdf import read_pdf
from ingest.readers.safety import SIZE_LIMIT, read_bounded
from ingest.readers.text import read_text

__all__ = [
    "SIZE_LIMIT",
    "read_bounded",
    "read_bytes",
    "read_document",
]

READERS = {
    Format.PDF: read_pdf,
    Format.DOCX: read_docx,
    Format.MARKDOWN: read_markdown,
    Format.HTML: read_html,
    Format.TEXT: read_text,
}


def read_document(path: Path, *, limit: int = SIZE_LIMIT) -> ReadDocument:
    """Read a file's blocks with the reader that its content needs.

    Args:
        path: the file.
        limit: the most bytes that it may have.

    Raises:
        DocumentRefused: one of its kinds, for any file that cannot be read as it is.
    """
    return read_bytes(read_bounded(path, limit), path.name)


def read_bytes(data: bytes, name: str) -> ReadDocument:
    """Read a file that is in memory already; raises DocumentRefused."""
    return READERS[format_of(data, name)](data, name)
