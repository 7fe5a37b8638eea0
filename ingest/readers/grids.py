"""Tables in plain text: tabs between the cells of a line, or a tab before each cell."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from ingest.blocks import Block, BlockKind, Place
from ingest.cells import cell_blocks
from ingest.lines import Line
from ingest.marks import bare_number, has_toc_bookmark, item_parts

_SECTION_GAP = 4
"""So many empty lines part a table from what follows."""

_LABEL = 12
"""A row's label has no more words than this."""

Blocks = Callable[[Sequence[Line]], tuple[Block, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """Rows of cells; each cell is its lines, first tabs taken off."""

    rows: tuple[tuple[tuple[Line, ...], ...], ...]
    place: Place


def grids(lines: Sequence[Line]) -> Iterator[Line | Grid]:
    """Give a document's lines in order, with each table among them as a grid."""
    across = _rows_across(lines)
    at = 0
    while at < len(lines):
        if across[at]:
            yield _row(lines[at])
            at += 1
        elif _starts_cell(lines[at].text):
            end = _end_of_cells(lines, across, at)
            yield from _cell_a_line(lines[at:end])
            at = end
        else:
            yield lines[at]
            at += 1


def grid_rows(grid: Grid, blocks: Blocks) -> Iterator[Block]:
    """Make row blocks of a grid; a cell of several lines is read as text of its own."""
    for row in grid.rows:
        cells = tuple(_cell(cell, blocks) for cell in row)
        if any(cells):
            place = next((cell[0].place for cell in row if cell), grid.place)
            yield Block(kind=BlockKind.ROW, place=place, cells=cells)


def _cell(cell: Sequence[Line], blocks: Blocks) -> tuple[Block, ...]:
    if len(cell) == 1 and not item_parts(cell[0].text):
        return cell_blocks(cell[0].text, cell[0].place)
    return blocks(cell)


# One line, one row: tabs between the cells.


def _filled(text: str) -> int:
    return sum(bool(cell.strip()) for cell in text.split("\t"))


def _has_inner_tab(line: Line) -> bool:
    text = line.text
    led = text.startswith("\t")
    return "\t" in (text[1:] if led else text) and bool(text.strip()) and not item_parts(text)


def _rows_across(lines: Sequence[Line]) -> list[bool]:
    """Tell which lines are rows: those with tabs between words, and those with tabs beside them."""
    across = [False] * len(lines)
    start = 0
    while start < len(lines):
        end = start
        while end < len(lines) and _tabbed(lines[end]):
            end += 1
        run = lines[start:end]
        if any(
            _has_inner_tab(line) and (_filled(line.text) > 1 or "<" in line.text) for line in run
        ):
            across[start:end] = [True] * len(run)
        elif sum(_has_inner_tab(line) for line in run) > 1:
            across[start:end] = [_has_inner_tab(line) for line in run]
        start = max(end, start + 1)
    return across


def _tabbed(line: Line) -> bool:
    return "\t" in line.text and bool(line.text.strip()) and not item_parts(line.text)


def _row(line: Line) -> Grid:
    cells = [cell.rstrip() for cell in line.text.split("\t")]
    row = tuple((Line(text=cell, place=line.place),) if cell.strip() else () for cell in cells)
    return Grid(rows=(row,), place=line.place)


# A tab before each cell: cells run on over lines, and rows end where enough cells have come.


def _starts_cell(text: str) -> bool:
    return text.startswith("\t")


def _end_of_cells(lines: Sequence[Line], across: Sequence[bool], at: int) -> int:
    """Find where a run of cells ends: at a section break, a table row or a numbered cell's end."""
    end = at + 1
    while end < len(lines) and not across[end] and not _breaks(lines, end):
        end += 1
    return end


def _breaks(lines: Sequence[Line], at: int) -> bool:
    """Tell a section break: a lone space before words, a contents bookmark, or many empty lines."""
    if re.match(r"^ +[\S\t]", lines[at].text) or has_toc_bookmark(lines[at].text):
        return True
    ahead = lines[at : at + _SECTION_GAP]
    return len(ahead) == _SECTION_GAP and not any(line.text.strip(" ") for line in ahead)


def _cell_a_line(lines: Sequence[Line]) -> Iterator[Line | Grid]:
    segments = _segments(lines)
    at = 0
    while at < len(segments):
        taken, grid, rest = _grid_at(segments, at)
        if grid is None:
            yield from segments[at]
            yield Line(text="", place=segments[at][0].place)
            at += 1
        else:
            yield grid
            yield from rest
            at += taken


def _segments(lines: Sequence[Line]) -> list[list[Line]]:
    """Part the lines where a cell begins after an empty line."""
    segments: list[list[Line]] = []
    gap = True
    for line in lines:
        if not segments or (gap and _starts_cell(line.text)):
            segments.append([])
        segments[-1].append(line)
        gap = not line.text.strip() and not _starts_cell(line.text)
    return segments


def _cells(segment: Sequence[Line]) -> list[tuple[Line, ...]]:
    cells: list[list[Line]] = []
    for line in segment:
        if _starts_cell(line.text):
            cells.append([])
        if cells:
            cells[-1].append(Line(text=line.text.lstrip("\t"), place=line.place))
    return [_trimmed(cell) for cell in cells]


def _trimmed(cell: Sequence[Line]) -> tuple[Line, ...]:
    kept = list(cell)
    while kept and not kept[-1].text.strip():
        kept.pop()
    while kept and not kept[0].text.strip():
        kept.pop(0)
    return tuple(kept)


def _is_plain(cells: Sequence[tuple[Line, ...]]) -> bool:
    """One cell, a printed number and its words, or sentences only: text to be read in order."""
    filled = [cell for cell in cells if cell]
    sentences = all(_is_sentence(" ".join(line.text for line in cell)) for cell in filled)
    return len(filled) < 2 or sentences or any(bare_number(cell[0].text) for cell in filled)


def _is_sentence(text: str) -> bool:
    return len(text.split()) > _LABEL and text.rstrip().endswith(".")


def _grid_at(segments: Sequence[list[Line]], at: int) -> tuple[int, Grid | None, Sequence[Line]]:
    header, end = _cells(segments[at]), at + 1
    if len(header) == 1 and end < len(segments) and not _cells(segments[end])[0]:
        header, end = [*header, *_cells(segments[end])], end + 1
    if _is_plain(header):
        return 0, None, ()
    if all(_is_short(cell) for cell in header):
        header = [(line,) for cell in header for line in cell if line.text.strip()]
    rows = [tuple(header)]
    while end < len(segments):
        row, taken = _row_of(segments, end, len(header))
        if row is None:
            break
        rows.append(row)
        end += taken
    after: Sequence[Line] = ()
    if len(rows) > 1:
        rows[-1], after = _without_tail(rows[-1])
    return end - at, Grid(rows=tuple(rows), place=segments[at][0].place), after


def _is_short(cell: Sequence[Line]) -> bool:
    return bool(cell) and all(
        0 < len(line.text.split()) <= 4 and not item_parts(line.text) for line in cell
    )


def _row_of(
    segments: Sequence[list[Line]], at: int, width: int
) -> tuple[tuple[tuple[Line, ...], ...] | None, int]:
    """Gather segments until they make a row of `width` cells; None where they do not."""
    cells: list[tuple[Line, ...]] = []
    taken = 0
    while len(cells) < width and at + taken < len(segments):
        more = _cells(segments[at + taken])
        if any(cell and bare_number(cell[0].text) for cell in more):
            return None, 0
        cells.extend(more)
        taken += 1
    return (tuple(cells), taken) if len(cells) == width else (None, 0)


def _without_tail(
    row: tuple[tuple[Line, ...], ...],
) -> tuple[tuple[tuple[Line, ...], ...], Sequence[Line]]:
    """Part the text that follows a table from its last cell: it stands after an empty line."""
    last = row[-1]
    for at, line in enumerate(last):
        if at and not line.text.strip() and not item_parts(last[at + 1].text):
            return (*row[:-1], last[:at]), last[at:]
    return row, ()
