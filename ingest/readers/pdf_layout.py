"""A PDF's pages as the text reader's lines: paragraphs joined, rows tabbed, items indented."""

from collections.abc import Iterator, Sequence
from html import escape

from ingest.blocks import Finding, Place
from ingest.lines import Line
from ingest.marks import item_parts
from ingest.readers.hyphens import words_in
from ingest.readers.paragraphs import (
    LEADER,
    Paragraph,
    Setting,
    heading_of,
    in_cell,
    paragraphs_of,
    setting_of,
)
from ingest.readers.pdf_lines import PrintedLine
from ingest.readers.pdf_rows import Row, rows_among

NOWHERE = Place()
LEADERS = "....."
"""How the text reader knows the dots between a contents entry and its page."""

BESIDE = 3.0
"""Points; bullets that differ by less stand at one level."""

PADDING = 6.0
"""Points between the end of one cell's lines and the next cell's."""


def laid_out(
    pages: Sequence[Sequence[PrintedLine]], heights: Sequence[float]
) -> tuple[list[Line], list[Finding]]:
    """Lay out every page's lines; a paragraph may run on from one page to the next."""
    flat = [line for page in pages for line in page]
    setting = setting_of(flat, words_in(line.text for line in flat))
    lines: list[Line] = []
    findings: list[Finding] = []
    for part in _parts(pages, heights):
        if isinstance(part, Row):
            lines += (_row(part, setting, findings), _blank())
        else:
            lines += _text(part, setting, findings)
    return lines, findings


def _parts(
    pages: Sequence[Sequence[PrintedLine]], heights: Sequence[float]
) -> Iterator[tuple[PrintedLine, ...] | Row]:
    """Yield rows, and the runs of text between them, across pages."""
    run: tuple[PrintedLine, ...] = ()
    for page, height in zip(pages, heights, strict=True):
        for part in rows_among(page, height):
            if isinstance(part, Row):
                if run:
                    yield run
                    run = ()
                yield part
            else:
                run += part
    if run:
        yield run


def _text(run: Sequence[PrintedLine], setting: Setting, findings: list[Finding]) -> Iterator[Line]:
    levels: list[float] = []
    for paragraph in paragraphs_of(run, setting):
        findings += paragraph.mended
        first = paragraph.lines[0]
        mark = ""
        if item_parts(paragraph.text):
            levels = [*(x for x in levels if x < first.x - BESIDE), first.x]
            mark = " " * (len(levels) - 1)
        else:
            levels = []
            level = heading_of(paragraph, setting)
            mark = "#" * level + " " if level else ""
        yield Line(
            text=mark + escape(LEADER.sub(LEADERS, paragraph.text), quote=False),
            place=Place(page=first.page, line=first.line),
        )
        yield _blank()


def _row(row: Row, setting: Setting, findings: list[Finding]) -> Line:
    """Write a row as one line, with tabs between its cells and breaks inside them."""
    first = row.cells[0][0]
    cells = []
    edges = [cell[0].x - PADDING for cell in row.cells[1:]]
    for cell, edge in zip(row.cells, (*edges, None), strict=True):
        paragraphs = list(paragraphs_of(cell, in_cell(cell, setting), edge=edge))
        findings += [finding for paragraph in paragraphs for finding in paragraph.mended]
        cells.append(" <br> ".join(_in_cell(paragraph) for paragraph in paragraphs))
    return Line(text="\t".join(cells), place=Place(page=first.page, line=first.line))


def _in_cell(paragraph: Paragraph) -> str:
    item = item_parts(paragraph.text)
    words = f"• {item[1]}" if item else paragraph.text
    return escape(words.replace("\t", " "), quote=False)


def _blank() -> Line:
    return Line(text="", place=NOWHERE)
