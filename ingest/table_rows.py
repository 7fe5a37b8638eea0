"""One row of a table after another, with the words that still stand for empty cells."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from ingest.blocks import Block, BlockKind
from ingest.heads import is_tag, is_title
from ingest.pieces import Piece, is_bottom_lines, key
from ingest.rows import cell_text

_SAME_CASE = re.compile(r"^In (?:these|this|such|that) (?:circumstances|cases?|instances?)\b")
_GOES_ON = re.compile(r"^(?:Subsequent(?:ly| visits)|Thereafter|Then)\b")
_OWN_DUTY = re.compile(r"^(?:We|You|I|However)\b.*\b(?:must|should|shall|will)\b")
_WARNS = re.compile(r"\b(?:inadequate|requires improvement|poor practice)\b", re.IGNORECASE)
_LABEL = 25
"""A first cell of more words than this is no label."""

_LABEL_END = 5
"""So few words alone in a first cell are the end of the label above."""


@dataclass(slots=True)
class Table:
    """The table being read: its column heads, and the words that still stand for empty cells."""

    heads: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    """Those of its heads that head a section."""

    label: str = ""
    principle: str | None = None
    opened: bool = False
    """Its heads stand right above."""

    bottom: bool = False
    """Its last row only said "Bottom lines"; what stands alone under it is a list of them."""

    carried: bool = False
    """A head printed as paragraphs stands above: what follows goes on with the row before."""

    columns: dict[int, str] = field(default_factory=dict)
    leads: dict[int, str] = field(default_factory=dict)
    """What the head of a column says that leads its cells in, down to the next head."""

    cases: dict[int, str] = field(default_factory=dict)
    """The case that the head of a column describes, for cells that point back to it."""

    above: dict[int, str] = field(default_factory=dict)
    """What the last cell of a named column says, for one that goes on from it."""


def piece_of(block: Block) -> Piece:
    """Make a piece of a block that is no row."""
    return Piece(
        kind=block.kind,
        text=block.text,
        place=block.place,
        level=block.level,
        number=block.number,
    )


def row_pieces(block: Block, table: Table) -> Iterator[Piece]:
    """Read one row that is no head: its label or principle stands with each of its statements."""
    filled = [at for at, cell in enumerate(block.cells) if cell]
    if not any(key(cell_text(block.cells[at])) for at in filled):
        return
    contents = _content_columns(block, table)
    if filled == [0] and 0 not in table.columns:
        yield from _lone_cell(block, table)
        return
    table.bottom = False
    _take_tags(block, table, contents)
    for at in filled:
        if at in contents:
            yield from _cell_pieces(block, at, table)


def _cell_pieces(block: Block, at: int, table: Table) -> Iterator[Piece]:
    cell = block.cells[at]
    if _SAME_CASE.match(cell[0].text) and at in table.cases:
        table.leads[at] = table.cases[at]
    lead = "" if _OWN_DUTY.match(cell[0].text) else table.leads.get(at, "")
    leads_on = cell[0].text.endswith(":")
    doubted = _is_doubted(block, at, table)
    for order, inner in enumerate(cell):
        if not key(inner.text):
            continue
        lead = lead if order == 0 or leads_on else ""
        above = _said_before(cell, order, "" if lead else table.above.get(at, ""))
        label = " ".join(part for part in (table.label, lead, above) if part)
        yield replace(
            piece_of(inner),
            label=label if not is_tagged(table) else "",
            column=table.columns.get(at, ""),
            principle=table.principle,
            in_row=True,
            doubted=doubted,
            gap=order == 0,
        )
    if at in table.columns:
        table.above[at] = cell_text(cell)


def _said_before(cell: Sequence[Block], order: int, above: str) -> str:
    """Give what "Then …" goes on from: the words before it in its cell, or the cell above."""
    if not _GOES_ON.match(cell[order].text):
        return ""
    return cell[order - 1].text if order else above


def _is_doubted(block: Block, at: int, table: Table) -> bool:
    """Tell words that stand under a column and, the same, under one that warns of bad practice."""
    words = key(cell_text(block.cells[at]))
    return any(
        other != at
        and cell
        and _WARNS.search(table.columns.get(other, "")) is not None
        and key(cell_text(cell)) == words
        for other, cell in enumerate(block.cells)
    )


def _lone_cell(block: Block, table: Table) -> Iterator[Piece]:
    """Read a row whose words all stand in the first cell: a heading, or a list under one."""
    cell = block.cells[0]
    if is_bottom_lines(cell[0].text):
        table.principle, table.bottom = None, True
    elif is_tagged(table) and not table.bottom and cell[0].kind is BlockKind.PARAGRAPH:
        _take_tags(block, table, frozenset())
        return
    elif table.label and len(cell_text(cell).split()) <= _LABEL_END:
        table.label = f"{table.label} {cell_text(cell)}"
        return
    for order, inner in enumerate(cell):
        yield replace(piece_of(inner), principle=None, in_row=True, gap=order == 0)


def is_tagged(table: Table) -> bool:
    """Tell a table whose first column tags its rows with principles or values."""
    return bool(table.heads) and is_tag(table.heads[0])


def _content_columns(block: Block, table: Table) -> frozenset[int]:
    """Say which cells hold statements rather than the row's label, principle or values."""
    filled = [at for at, cell in enumerate(block.cells) if cell]
    if table.heads and is_title(table.heads[0]):
        return frozenset(filled)
    if is_tagged(table):
        return frozenset(
            at
            for at in filled
            if at > 0 and not (at < len(table.heads) and is_tag(table.heads[at]))
        )
    if table.columns and 0 in table.columns:
        return frozenset(filled)
    long = bool(block.cells[0]) and len(cell_text(block.cells[0]).split()) > _LABEL
    return frozenset(at for at in filled if at > 0 or long)


def _take_tags(block: Block, table: Table, contents: frozenset[int]) -> None:
    """Remember the words at the head of a row: its label, or its principle and values."""
    texts = [cell_text(cell) for at, cell in enumerate(block.cells) if cell and at not in contents]
    if not texts:
        return
    if is_tagged(table):
        table.principle = " – ".join(dict.fromkeys(texts))
    elif key(texts[0]):
        goes_on = texts[0][0] in "&(" or texts[0][0].islower() or _starts_small(block, contents)
        table.label = f"{table.label} {texts[0]}" if table.label and goes_on else texts[0]


def _starts_small(block: Block, contents: frozenset[int]) -> bool:
    """Tell whether a row's words go on with those of the row above."""
    cells = [block.cells[at] for at in sorted(contents) if block.cells[at]]
    return bool(cells) and cells[0][0].text[0].islower()
