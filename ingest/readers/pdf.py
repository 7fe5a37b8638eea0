"""PDF by pypdf: lines with their pages, furniture taken off, broken lines and words joined."""

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO

from pypdf import Configuration, PageObject, PdfReader, apply_configuration
from pypdf.errors import DependencyError, FileNotDecryptedError, LimitReachedError

from domain import (
    DocumentDamaged,
    DocumentEncrypted,
    DocumentHasNoText,
    DocumentRefused,
    DocumentTooLarge,
    DocumentUnsafe,
)
from ingest.blocks import Finding, FindingKind, Place, ReadDocument
from ingest.readers.furniture import without_furniture
from ingest.readers.pdf_layout import laid_out
from ingest.readers.pdf_lines import PrintedLine, lines_of
from ingest.readers.pdf_prints import Print, prints_of
from ingest.readers.text import blocks_from_lines

PAGES_LIMIT = 2_000
WORDS_LIMIT = 20_000_000
"""Characters of all pages; a framework of three hundred pages has under a million."""

LIMITS = Configuration(
    zlib_maximum_output_length=32_000_000,
    lzw_maximum_output_length=32_000_000,
    run_length_maximum_output_length=32_000_000,
    array_based_stream_maximum_output_length=32_000_000,
    stream_decoding_work_maximum_length=100_000_000,
    stream_parsing_work_maximum_count=1_000_000,
    xform_maximum_invocations_per_extraction=500,
    page_tree_maximum_entries=10_000,
)
"""Tighter than pypdf's own, which leave room for pictures; only text is unpacked here."""

TAIL = 2_048
"""Bytes at the end of a whole PDF that hold its end mark."""

GARBLED = 0.3
"""Share of characters without a meaning that make a text useless."""


def read_pdf(data: bytes, name: str) -> ReadDocument:
    """Read a PDF's blocks, each with its page.

    Raises DocumentDamaged, DocumentEncrypted, DocumentHasNoText, DocumentTooLarge, DocumentUnsafe.
    """
    if b"%%EOF" not in data[-TAIL:]:
        do = "Download it again, or open it and save a new copy."
        raise DocumentDamaged(name, "its end is missing, so it was cut off", do)
    with _warnings() as warnings:
        pages, heights, findings = _opened(data, name)
    if not any(pages):
        do = "If it is a scan, run OCR over it first, then import the result."
        raise DocumentHasNoText(name, "it holds no text, only pictures or nothing", do)
    findings += (
        Finding(kind=FindingKind.LOOKED_BROKEN, what="the PDF's structure", place=Place(), text=one)
        for one in dict.fromkeys(warnings)
    )
    return _read(pages, heights, findings)


def _opened(data: bytes, name: str) -> tuple[list[list[PrintedLine]], list[float], list[Finding]]:
    """Open a PDF and gather its lines; whatever pypdf raises becomes one of our refusals."""
    try:
        with apply_configuration(LIMITS):
            return _gathered(_reader(data, name), name)
    except DocumentRefused:
        raise
    except LimitReachedError as error:
        why = "it unpacks to far more than a document holds"
        raise DocumentUnsafe(name, why, "Print it to a new PDF and import that.") from error
    except (FileNotDecryptedError, DependencyError) as error:
        raise _encrypted(name) from error
    except Exception as error:  # a broken PDF can raise anything, as pypdf's own notes say
        do = "Download it again, or open it and print it to a new PDF."
        raise DocumentDamaged(name, "its inside is broken", do) from error


def _reader(data: bytes, name: str) -> PdfReader:
    reader = PdfReader(BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise _encrypted(name)
    if len(reader.pages) > PAGES_LIMIT:
        why = f"it has over {PAGES_LIMIT} pages"
        raise DocumentTooLarge(name, why, "Import the part that holds the standards.")
    return reader


def _encrypted(name: str) -> DocumentEncrypted:
    return DocumentEncrypted(name, "it needs a password", "Save a copy without one.")


def _gathered(
    reader: PdfReader, name: str
) -> tuple[list[list[PrintedLine]], list[float], list[Finding]]:
    pages: list[list[PrintedLine]] = []
    heights: list[float] = []
    findings: list[Finding] = []
    signs = garbled = 0
    for number, page in enumerate(reader.pages, start=1):
        prints = _seen(page, number, findings)
        pages.append(list(lines_of(prints, number)))
        heights.append(float(page.mediabox.height))
        text = "".join(piece.text for piece in prints)
        signs += len(text)
        garbled += text.count("\ufffd")
        if signs > WORDS_LIMIT:
            raise DocumentTooLarge(name, "it holds too much text", "Import it in parts.")
    if garbled > GARBLED * max(signs, 1):
        why = "its letters cannot be told from its fonts"
        raise DocumentHasNoText(name, why, "Run OCR over it first, then import the result.")
    return pages, heights, findings


def _seen(page: PageObject, number: int, findings: list[Finding]) -> list[Print]:
    """Give the text that the page shows; report what it does not show, or may not."""
    prints = prints_of(page)
    worded = [piece for piece in prints if piece.text.strip()]
    unseen = [piece for piece in worded if piece.unseen]
    if not worded:
        what = "page without text; if it is a picture of text, run OCR over it first"
        findings.append(_found(FindingKind.LOOKED_BROKEN, what, number, ()))
    elif len(unseen) == len(worded):
        what = "text that OCR laid over a picture: compare its figures with the page"
        findings.append(_found(FindingKind.LOOKED_BROKEN, what, number, ()))
        return prints
    elif unseen:
        findings.append(_found(FindingKind.LEFT_OUT, "invisible text", number, unseen))
    white = [piece for piece in worded if piece.white and not piece.unseen]
    if white:
        what = "white text, kept: it can be seen on a coloured ground only"
        findings.append(_found(FindingKind.LOOKED_BROKEN, what, number, white))
    return [piece for piece in prints if not piece.unseen or not piece.text.strip()]


def _found(kind: FindingKind, what: str, page: int, prints: Sequence[Print]) -> Finding:
    text = " ".join(" ".join(piece.text for piece in prints).split())
    return Finding(kind=kind, what=what, place=Place(page=page), text=text)


def _read(
    pages: Sequence[Sequence[PrintedLine]], heights: Sequence[float], findings: list[Finding]
) -> ReadDocument:
    kept, furniture = without_furniture(pages, heights)
    lines, mended = laid_out(kept, heights)
    blocks, met = blocks_from_lines(lines)
    return ReadDocument(
        blocks=blocks, findings=(*findings, *furniture, *mended, *met), pages=len(pages)
    )


@contextmanager
def _warnings() -> Iterator[list[str]]:
    """Collect what pypdf logs about a file, instead of letting it reach the terminal."""
    told: list[str] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: told.append(record.getMessage())  # type: ignore[method-assign]  # a list is all the handler there is to it
    logger = logging.getLogger("pypdf")
    passing = logger.propagate
    logger.addHandler(handler)
    logger.propagate = False
    try:
        yield told
    finally:
        logger.propagate = passing
        logger.removeHandler(handler)
