"""Plain text, as extracted from a document or typed: lines become blocks."""

import re
from collections.abc import Sequence
from dataclasses import replace

from domain.errors import DocumentDamaged, DocumentHasNoText
from ingest.blocks import Block, BlockKind, Finding, FindingKind, Place, ReadDocument
from ingest.cells import cell_blocks
from ingest.lines import Line
from ingest.marks import (
    bare_number,
    has_toc_bookmark,
    item_parts,
    led_by_number,
    plain,
    without_bookmarks,
)
from ingest.readers.grids import Grid, grid_rows, grids
from ingest.wrapping import Wrapping, wrapping_of

_MARKDOWN_HEADING = re.compile(r"^(?P<marks>#{1,6})\s+(?P<text>\S.*?)\s*#*$")
_RULE = re.compile(r"^[\s|:=_*-]+$")
_IMAGE = re.compile(r"^\s*\[image:[^\]]*\]\s*$", re.IGNORECASE)
_ONLY_LINKS = re.compile(r"^(?:\s*\[[^\]]+\]\([^)]*\))+\s*$")
_LEAD_NUMERAL = re.compile(r"^\s*\d{1,2}\.\s+")
_NUMBER_GAP = 3
"""So many empty lines end what a printed number stands for."""

_OPEN_END = re.compile(r"[;,]\s*(?:and|or)$")


def read_text(data: bytes, name: str) -> ReadDocument:
    """Read a plain text file; the encoding is told from its bytes, and a guess is reported.

    Raises `DocumentHasNoText` for an empty file and `DocumentDamaged` for bytes that are not text.
    """
    text, findings = _decoded(data, name)
    if not text.strip():
        raise DocumentHasNoText(name, "it holds no text", "Export the document again as text.")
    rows = re.split(r"\r\n|\r|\n", text.replace("\f", "\n"))
    lines = [Line(text=row, place=Place(line=at)) for at, row in enumerate(rows, 1)]
    blocks, met = blocks_from_lines(lines)
    return ReadDocument(blocks=blocks, findings=(*findings, *met))


def _decoded(data: bytes, name: str) -> tuple[str, tuple[Finding, ...]]:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace"), ()
    try:
        return data.decode("utf-8-sig"), ()
    except UnicodeDecodeError as refused:
        if b"\0" in data:
            raise DocumentDamaged(
                name, "its bytes are not text", "Export the document again as UTF-8 text."
            ) from refused
    guessed = Finding(
        kind=FindingKind.MENDED,
        what="the text is not UTF-8; it was read as Windows-1252, so check quotes and dashes",
        place=Place(),
    )
    return data.decode("cp1252", errors="replace"), (guessed,)


def blocks_from_lines(lines: Sequence[Line]) -> tuple[tuple[Block, ...], tuple[Finding, ...]]:
    """Tell items, numbered paragraphs, headings and table rows apart, and join wrapped lines."""
    return _read(lines, wrapping_of(lines))


def _read(
    lines: Sequence[Line], wrapping: Wrapping
) -> tuple[tuple[Block, ...], tuple[Finding, ...]]:
    reading = _Reading(wrapping)
    for part in grids(lines):
        if isinstance(part, Grid):
            reading.end_number()
            reading.blocks.extend(grid_rows(part, lambda cell: _read(cell, wrapping)[0]))
        else:
            reading.take(part)
    reading.close()
    return tuple(reading.blocks), tuple(reading.findings)


class _Reading:
    """The blocks so far, the one that is still open, and the printed number that stands for it."""

    def __init__(self, wrapping: Wrapping) -> None:
        self.wrapping = wrapping
        self.blocks: list[Block] = []
        self.findings: list[Finding] = []
        self._open: Block | None = None
        self._last_line = ""
        self._number: str | None = None
        self._numbered = 0
        self._gap = 0

    def take(self, line: Line) -> None:
        """Add one line that is no part of a table."""
        text = line.text.replace("\xa0", " ")
        if not text.strip() or (_RULE.match(text) and "**" not in text):
            self.close()
            self._gap += 1
            return
        if self._numbered and (self._gap >= _NUMBER_GAP or re.match(r"^\t| (?=\S)", text)):
            self.end_number()
        self._gap = 0
        if _IMAGE.match(text):
            self._leave_out("picture", line)
        elif _ONLY_LINKS.match(text):
            self._leave_out("link", line)
        elif not self._marked(text, line.place):
            self._words(text, line.place)

    def close(self) -> None:
        """End the open block."""
        if self._open is not None:
            words = plain(self._open.text)
            if words:
                self.blocks.append(replace(self._open, text=words))
        self._open, self._last_line = None, ""

    def end_number(self) -> None:
        """Let what follows stand without the printed number above it."""
        self.close()
        self._number, self._numbered = None, 0

    def _leave_out(self, what: str, line: Line) -> None:
        self.close()
        text = plain(line.text) if "](" in line.text else line.text.strip().strip("[]")
        self.findings.append(
            Finding(kind=FindingKind.LEFT_OUT, what=what, place=line.place, text=text)
        )

    def _marked(self, text: str, place: Place) -> bool:
        """Take a line whose own marks say what it is."""
        number = bare_number(text)
        if number:
            self.end_number()
            self._number = number
            return True
        led, item, heading = led_by_number(text), item_parts(text), _marked_heading(text)
        if heading:
            self._start(BlockKind.HEADING, heading[1], place, level=heading[0])
            self.end_number()
        elif item:
            self._item(item, text, place)
        elif led:
            self.end_number()
            self._number = led[0]
            self._start(BlockKind.PARAGRAPH, led[1], place)
        return bool(heading or item or led)

    def _item(self, item: tuple[int, str], line: str, place: Place) -> None:
        self._start(BlockKind.ITEM, item[1], place, level=min(item[0], 3))
        self._last_line = line
        inner = cell_blocks(item[1], place)
        if len(inner) > 1:
            level = self._open.level if self._open else 0
            self._open = None
            self.blocks.extend(
                replace(one, kind=BlockKind.ITEM, level=level, number=self._number) for one in inner
            )

    def _words(self, text: str, place: Place) -> None:
        opened = self._open
        if opened is not None and not text.startswith("\t"):
            if opened.kind is BlockKind.ITEM and _OPEN_END.search(opened.text):
                self._start(BlockKind.ITEM, text, place, level=opened.level)
                return
            if self.wrapping.continues(self._last_line, text, item=opened.kind is BlockKind.ITEM):
                glue = "" if re.search(r"\w-$", opened.text) and text.strip()[0].islower() else " "
                self._open = replace(opened, text=f"{opened.text.rstrip()}{glue}{text.strip()}")
                self._last_line = text
                return
        inner = cell_blocks(text, place)
        if len(inner) > 1:
            self.close()
            self.blocks.extend(replace(one, number=self._number) for one in inner)
        elif inner and inner[0].kind is BlockKind.ITEM:
            self._start(BlockKind.ITEM, inner[0].text, place)
            self._last_line = text
        else:
            self._start(BlockKind.PARAGRAPH, text, place)

    def _start(self, kind: BlockKind, text: str, place: Place, *, level: int = 0) -> None:
        self.close()
        self._open = Block(
            kind=kind, text=text.strip(), place=place, level=level, number=self._number
        )
        self._numbered += self._number is not None
        self._last_line = text


def _marked_heading(line: str) -> tuple[int, str] | None:
    """Give a heading's level and words where a Markdown mark or a contents bookmark says so."""
    found = _MARKDOWN_HEADING.match(line)
    if found:
        return len(found["marks"]), found["text"]
    if not has_toc_bookmark(line):
        return None
    words = _LEAD_NUMERAL.sub("", without_bookmarks(line)).strip()
    titled = words and len(words.split()) <= 20 and words[-1] not in ".:;,"
    return (1, words) if titled and not item_parts(line) else None
