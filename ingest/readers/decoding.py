"""The bytes of a text file as text; a guess is reported."""

import codecs

from domain import DocumentDamaged
from ingest.blocks import Finding, FindingKind, Place

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decoded(data: bytes, name: str) -> tuple[str, tuple[Finding, ...]]:
    """Decode text by its byte-order mark, as UTF-8, or as Windows-1252 with a finding.

    Raises DocumentDamaged for bytes that break their own encoding.
    """
    encoding = next((name for mark, name in MARKS if data.startswith(mark)), "utf-8")
    try:
        return data.decode(encoding), ()
    except UnicodeDecodeError as error:
        if encoding != "utf-8":
            do = "Save it again as UTF-8 text."
            raise DocumentDamaged(name, "its text is broken off or garbled", do) from error
    guess = "its characters are not marked as UTF-8, and were read as Windows-1252"
    finding = Finding(kind=FindingKind.LOOKED_BROKEN, what=guess, place=Place())
    return data.decode("cp1252", errors="replace"), (finding,)
