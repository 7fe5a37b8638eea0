"""Which reader a file needs, from what it holds; its suffix only chooses among kinds of text."""

import re
from enum import StrEnum
from pathlib import PurePath

from domain import (
    DocumentDamaged,
    DocumentEncrypted,
    DocumentHasNoText,
    DocumentUnsafe,
    UnsupportedFormat,
)
from ingest.readers.safety import check_archive, part_of

READABLE = "Plumbline reads PDF, DOCX, Markdown, HTML and plain text."
TYPES = "[Content_Types].xml"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
HTML_START = re.compile(
    rb"\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(!doctype\s+html|html)\b", re.I | re.S
)
HTML_TAG = re.compile(rb"<(p|div|h[1-6]|ul|ol|table|body|span|br)\b[^>]*>", re.I)
CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
CONTROL_SHARE = 0.001
"""More control characters than this, and it is not text."""


class Format(StrEnum):
    """A kind of file that has a reader."""

    PDF = "PDF"
    DOCX = "DOCX"
    MARKDOWN = "Markdown"
    HTML = "HTML"
    TEXT = "plain text"


def format_of(data: bytes, name: str) -> Format:
    """Tell a file's format from its content.

    Raises UnsupportedFormat for what no reader takes, DocumentHasNoText for an empty file,
    DocumentEncrypted, DocumentUnsafe (macros, bombs) and DocumentDamaged for archives.
    """
    if not data.strip(b"\x00\t\n\r\x0c "):
        raise DocumentHasNoText(name, "it is empty", "Check that it was downloaded whole.")
    if b"%PDF-" in data[:1024]:
        return Format.PDF
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _archive(data, name)
    _refuse_known(data, name)
    if not data.startswith(UTF_16) and len(CONTROL.findall(data)) > CONTROL_SHARE * len(data):
        raise UnsupportedFormat(name, "it does not hold text", READABLE)
    return _text(data, name)


def _archive(data: bytes, name: str) -> Format:
    parts = check_archive(data, name)
    holds_code = any(part.lower().endswith(("vbaproject.bin", "vbadata.xml")) for part in parts)
    if holds_code or b"macroEnabled" in part_of(data, TYPES):
        raise DocumentUnsafe(name, "it holds macros", "Save it in Word as .docx (not .docm).")
    if TYPES in parts and "word/document.xml" in parts:
        return Format.DOCX
    if TYPES in parts and any(part.startswith("word/") for part in parts):
        raise DocumentDamaged(name, "its main part is missing", "Get a new copy.")
    why = "it is an archive, not a Word document"
    raise UnsupportedFormat(name, why, f"{READABLE} Unpack it, or save it as one of these.")


def _refuse_known(data: bytes, name: str) -> None:
    """Refuse kinds of file that people really send, each with its own way out."""
    if data.startswith(OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise DocumentEncrypted(name, "it needs a password", "Save a copy without one.")
        why = "it is in the old Word format (.doc) or another old Office format"
        raise UnsupportedFormat(name, why, "Open it in Word and save it as .docx.")
    if data.startswith(b"{\\rtf"):
        raise UnsupportedFormat(name, "it is in RTF", "Open it in Word and save it as .docx.")
    suffix = PurePath(name).suffix.lower()
    if suffix == ".pdf":
        raise UnsupportedFormat(name, "it is not a PDF, whatever its name says", READABLE)
    if suffix in {".docx", ".docm"}:
        why = "it is not a Word document, whatever its name says"
        raise UnsupportedFormat(name, why, READABLE)


def _text(data: bytes, name: str) -> Format:
    suffix = PurePath(name).suffix.lower()
    if HTML_START.match(data[:4096]):
        return Format.HTML
    if suffix in {".html", ".htm", ".xhtml"} and HTML_TAG.search(data):
        return Format.HTML
    if suffix in {".md", ".markdown"}:
        return Format.MARKDOWN
    return Format.TEXT
