"""Rows that extraction broke: heads over several lines, tables whose every line became a row."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.blocks import Block, BlockKind, Finding, FindingKind
from ingest.pieces import key

_NAMES_TAGS = re.compile(r"\bprinciples? (?:and|&) values?\b(?!\s*:)", re.IGNORECASE)
_LONGEST_HEAD = 25
_FEWEST_LINES = 8
_FEWEST_COLUMNS = 4
_LINE_OF_A_CELL = 6
"""A cell of so many words or fewer may be one line of a longer cell."""


def cell_text(cell: Sequence[Block]) -> str:
    """Give a cell's words in one line."""
    return " ".join(inner.text for inner in cell)


def row_text(block: Block) -> str:
    """Give a row's words in one line."""
    return " ".join(cell_text(cell) for cell in block.cells if cell)


def names_tags(text: str) -> bool:
    """Tell a column head that says principles and values stand below it."""
    return _NAMES_TAGS.search(text) is not None


def all_short(block: Block) -> bool:
    """Tell a row of two or more cells, each one short phrase, as a head is."""
    filled = [cell for cell in block.cells if cell]
    return len(filled) > 1 and all(
        len(cell) == 1
        and cell[0].kind is BlockKind.PARAGRAPH
        and len(cell[0].text.split()) <= _LONGEST_HEAD
        and not cell[0].text.endswith((".", "?", ";"))
        for cell in filled
    )


def mend_rows(blocks: Sequence[Block]) -> tuple[list[Block], list[Finding]]:
    """Join head rows that were broken over lines, and columns whose lines became rows."""
    phrases = frozenset(
        key(text)
        for block in blocks
        for text in ([block.text] if block.text else [cell_text(cell) for cell in block.cells])
        if names_tags(text)
    )
    mended: list[Block] = []
    findings: list[Finding] = []
    at = 0
    while at < len(blocks):
        lines = _lines_of_cells(blocks, at)
        if lines:
            mended.append(_columns(blocks[at : at + lines]))
            findings.append(_broken(mended[-1], lines))
        else:
            lines = _head_lines(blocks, at, phrases)
            if lines and mended and _is_leftover(mended, blocks[at]):
                findings.append(_leftover(mended.pop()))
            mended.append(_columns(blocks[at : at + lines]) if lines > 1 else blocks[at])
        at += max(lines, 1)
    return mended, findings


def _head_lines(blocks: Sequence[Block], at: int, phrases: frozenset[str]) -> int:
    """Count the rows that make one head: their first cells together are a phrase known in full."""
    if not blocks[at].cells or not names_tags(cell_text(blocks[at].cells[0])):
        return 0
    words, lines = cell_text(blocks[at].cells[0]), 1
    while at + lines < len(blocks) and blocks[at + lines].cells:
        longer = f"{words} {cell_text(blocks[at + lines].cells[0])}"
        if key(longer) == key(words) or not any(one.startswith(key(longer)) for one in phrases):
            break
        words, lines = longer, lines + 1
    return lines


def _columns(rows: Sequence[Block]) -> Block:
    """Make one row of many: each column's words run on from row to row."""
    width = max(len(row.cells) for row in rows)
    cells = []
    for column in range(width):
        inner = [block for row in rows for cell in row.cells[column : column + 1] for block in cell]
        text = " ".join(block.text for block in inner)
        cells.append((replace(inner[0], kind=BlockKind.PARAGRAPH, text=text),) if inner else ())
    return replace(rows[0], cells=tuple(cells))


def _is_leftover(mended: Sequence[Block], head: Block) -> bool:
    """Tell a row of one short cell right above a head: the end of a heading that stands above."""
    last = mended[-1]
    filled = [cell for cell in last.cells if cell]
    beside = last.place.line is None or head.place.line == last.place.line + 1
    alone = len(filled) == 1 and bool(last.cells[0]) and beside
    return alone and len(row_text(last).split()) <= _LONGEST_HEAD


def _leftover(block: Block) -> Finding:
    return Finding(
        kind=FindingKind.LEFT_OUT, what="repeated heading", place=block.place, text=row_text(block)
    )


def _lines_of_cells(blocks: Sequence[Block], at: int) -> int:
    """Count the rows of a table whose every line of text came as a row; 0 for any other table."""
    rows = list(_run(blocks, at))
    cells = [cell_text(cell) for row in rows for cell in row.cells if cell]
    short = sum(len(text.split()) <= _LINE_OF_A_CELL for text in cells)
    small = sum(text[0].islower() for text in cells)
    wide = [row for row in rows if len(row.cells) >= _FEWEST_COLUMNS]
    if len(rows) < _FEWEST_LINES or len(wide) < len(rows) * 0.8:
        return 0
    return len(rows) if short >= 0.85 * len(cells) and small >= 0.25 * len(cells) else 0


def _run(blocks: Sequence[Block], at: int) -> Iterator[Block]:
    if at and blocks[at - 1].kind is BlockKind.ROW:
        return
    while at < len(blocks) and blocks[at].kind is BlockKind.ROW:
        yield blocks[at]
        at += 1


def _broken(block: Block, lines: int) -> Finding:
    what = f"a table whose {lines} lines came as rows; its columns were joined"
    return Finding(
        kind=FindingKind.LOOKED_BROKEN, what=what, place=block.place, text=row_text(block)
    )
