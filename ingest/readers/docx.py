"""DOCX by python-docx: the body's blocks, and a finding for all that stands outside it."""

from collections import Counter
from io import BytesIO

import docx
from docx.document import Document
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from domain import DocumentDamaged, DocumentHasNoText
from ingest.blocks import Block, FindingKind, ReadDocument
from ingest.readers.docx_body import Element, Reading, body_blocks
from ingest.readers.docx_numbering import read_numbering
from ingest.readers.docx_styles import Style, read_styles

NOTES = {
    "footnotes": (qn("w:footnote"), "footnote"),
    "endnotes": (qn("w:endnote"), "endnote"),
    "comments": (qn("w:comment"), "comment in the margin"),
}


def read_docx(data: bytes, name: str) -> ReadDocument:
    """Read a DOCX file's blocks; its archive has been checked before.

    Raises DocumentDamaged and DocumentHasNoText.
    """
    try:
        reading, blocks = _read(docx.Document(BytesIO(data)))
    except Exception as error:  # a broken file raises anything at all in the parsers
        do = "Open it in Word and save it again as .docx."
        raise DocumentDamaged(name, "Word's marks in it are broken", do) from error
    if not blocks:
        do = "If it holds pictures of pages, run OCR over it first."
        raise DocumentHasNoText(name, "it holds no text", do)
    return ReadDocument(blocks=blocks, findings=tuple(reading.findings))


def _read(document: Document) -> tuple[Reading, tuple[Block, ...]]:
    parts = {str(part.partname): part for part in document.part.package.iter_parts()}
    numbering, styles = parts.get("/word/numbering.xml"), parts.get("/word/styles.xml")
    reading = Reading(
        styles={"": Style()} if styles is None else read_styles(_root(styles)),
        numbering=read_numbering(None if numbering is None else _root(numbering)),
    )
    blocks = tuple(body_blocks(document.element.body, reading))
    reading.left_out("table of contents", " ".join(reading.contents))
    _report_margins(document, reading)
    _report_notes(document, reading)
    _report_pictures(reading)
    return reading, blocks


def _root(part: Part) -> Element:
    return parse_xml(part.blob)


def _report_margins(document: Document, reading: Reading) -> None:
    """Report each running header and footer once, with the number of sections that have it."""
    found: Counter[tuple[str, str]] = Counter()
    for relation in document.part.rels.values():
        kind = str(relation.reltype).rpartition("/")[2]
        if kind in {"header", "footer"} and not relation.is_external:
            texts = (node.text or "" for node in _root(relation.target_part).iter(qn("w:t")))
            found[(kind, "".join(texts))] += 1
    for (kind, text), times in found.items():
        reading.left_out(f"running {kind}" + (f", {times} times" if times > 1 else ""), text)


def _report_notes(document: Document, reading: Reading) -> None:
    for relation in document.part.rels.values():
        kind = str(relation.reltype).rpartition("/")[2]
        if kind in NOTES and not relation.is_external:
            tag, what = NOTES[kind]
            for note in _root(relation.target_part).iter(tag):
                reading.left_out(what, "".join(node.text or "" for node in note.iter(qn("w:t"))))


def _report_pictures(reading: Reading) -> None:
    if reading.pictures:
        described = [text for text in reading.pictures if text]
        reading.report(
            FindingKind.LEFT_OUT,
            f"{len(reading.pictures)} pictures, whose words cannot be read",
            "; ".join(described) or "none is described",
        )
