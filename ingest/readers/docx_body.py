"""The body of a Word document as blocks, in the order of the page."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from docx.oxml.ns import qn

from ingest.blocks import Block, BlockKind, Finding, FindingKind, Place
from ingest.readers.docx_numbering import Numbering
from ingest.readers.docx_styles import Style, heading_level, list_of
from ingest.readers.docx_words import INSIDE, REMOVED, Words, has_ground, read_words
from ingest.readers.markers import blocks_of_words, folded, looks_like_heading

Element = Any
"""An lxml element; lxml ships no types."""

NOWHERE = Place()
"""Word files have no fixed pages or lines."""

DEPTH_LIMIT = 20
"""Text boxes and tables inside one another."""


@dataclass(slots=True, kw_only=True)
class Reading:
    """A document while it is being read."""

    styles: dict[str, Style]
    numbering: Numbering
    heading: int = 0
    """Level of the last heading that has a heading style."""

    contents: list[str] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def left_out(self, what: str, text: str) -> None:
        """Report words that are in the file and not in a block."""
        self.report(FindingKind.LEFT_OUT, what, text)

    def report(self, kind: FindingKind, what: str, text: str) -> None:
        """Report something about these words; about no words there is nothing to say."""
        if folded(text):
            self.findings.append(Finding(kind=kind, what=what, place=NOWHERE, text=folded(text)))


def body_blocks(
    container: Element, reading: Reading, *, depth: int = 0, on_colour: bool = False
) -> Iterator[Block]:
    """Yield the blocks of a body, table cell or text box."""
    for child in container:
        if child.tag == qn("w:p"):
            yield from _paragraph(child, reading, depth, on_colour=on_colour)
        elif child.tag == qn("w:tbl"):
            yield from _table(child, reading, depth)
        elif child.tag in INSIDE:
            yield from body_blocks(child, reading, depth=depth, on_colour=on_colour)
        elif child.tag in REMOVED:
            reading.left_out("text deleted with changes tracked", _all_text(child))


def _paragraph(node: Element, reading: Reading, depth: int, *, on_colour: bool) -> Iterator[Block]:
    properties = node.find(qn("w:pPr"))
    style = _style(properties, reading)
    words = read_words(node, bold=style.bold, on_colour=on_colour or has_ground(properties))
    reading.left_out("hidden text", words.hidden)
    reading.left_out("text deleted with changes tracked", words.deleted)
    reading.pictures += words.pictures
    if style.is_contents:
        reading.contents.append(words.text)
    elif words.text.strip():
        yield from _worded(words, properties, style, reading, in_table=depth > 0)
    for box in words.boxes:
        reading.report(
            FindingKind.LOOKED_BROKEN,
            "text box, read after the paragraph that it hangs on",
            _all_text(box),
        )
        if depth < DEPTH_LIMIT:
            yield from body_blocks(box, reading, depth=depth + 1, on_colour=True)


def _worded(
    words: Words, properties: Element | None, style: Style, reading: Reading, *, in_table: bool
) -> Iterator[Block]:
    level, listed = heading_level(properties, style), list_of(properties, style)
    marker = reading.numbering.next_marker(*listed) if listed else None
    number = marker[1].strip("().:") if marker and marker[1] else None
    text = folded(words.text)
    if level is not None:
        reading.heading = level
        yield Block(kind=BlockKind.HEADING, text=text, place=NOWHERE, level=level, number=number)
    elif number and "." in number:
        yield Block(kind=BlockKind.PARAGRAPH, text=text, place=NOWHERE, number=number)
    elif marker and listed:
        depth = max(listed[1], style.depth)
        yield Block(kind=BlockKind.ITEM, text=text, place=NOWHERE, level=depth)
    elif words.bold and not in_table and looks_like_heading(text):
        below = reading.heading + 1
        yield Block(kind=BlockKind.HEADING, text=text, place=NOWHERE, level=below)
    else:
        yield from blocks_of_words(words.text, NOWHERE)


def _style(properties: Element | None, reading: Reading) -> Style:
    named = None if properties is None else properties.find(qn("w:pStyle"))
    key = "" if named is None else str(named.get(qn("w:val"), ""))
    return reading.styles.get(key, reading.styles[""])


def _table(node: Element, reading: Reading, depth: int) -> Iterator[Block]:
    """Yield a table's rows; a table of one column is a frame, and yields what it frames."""
    styled = node.find(f"{qn('w:tblPr')}/{qn('w:tblStyle')}") is not None
    rows = list(_within(node, qn("w:tr"), reading))
    cells = [list(_within(row, qn("w:tc"), reading)) for row in rows]
    framed = all(len(row) <= 1 for row in cells)
    if depth >= DEPTH_LIMIT:
        reading.left_out("table too deep inside others", _all_text(node))
        return
    for row in cells:
        if framed or depth > 0:
            for cell in row:
                yield from _cell(cell, reading, depth if framed else depth + 1, styled=styled)
        else:
            yield Block(
                kind=BlockKind.ROW,
                place=NOWHERE,
                cells=tuple(_row(row, reading, depth + 1, styled=styled)),
            )


def _row(
    cells: list[Element], reading: Reading, depth: int, *, styled: bool
) -> Iterator[tuple[Block, ...]]:
    """Yield a row's cells; a merged cell comes once, and the places it covers are empty."""
    for cell in cells:
        yield tuple(_cell(cell, reading, depth, styled=styled))
        span = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
        wide = "1" if span is None else str(span.get(qn("w:val"), "1"))
        yield from ((),) * (min(int(wide), 64) - 1 if wide.isdecimal() else 0)


def _cell(cell: Element, reading: Reading, depth: int, *, styled: bool) -> Iterator[Block]:
    ground = styled or has_ground(cell.find(qn("w:tcPr")))
    return body_blocks(cell, reading, depth=depth, on_colour=ground)


def _within(node: Element, tag: str, reading: Reading) -> Iterator[Element]:
    """Yield a table's rows or a row's cells, through wrappers; rows deleted are reported."""
    for child in node:
        if child.tag == tag and child.find(f"{qn('w:trPr')}/{qn('w:del')}") is None:
            yield child
        elif child.tag == tag:
            reading.left_out("row deleted with changes tracked", _all_text(child))
        elif child.tag in INSIDE:
            yield from _within(child, tag, reading)


def _all_text(node: Element) -> str:
    found = (part.text or "" for part in node.iter(qn("w:t"), qn("w:delText")))
    return " ".join(found)
