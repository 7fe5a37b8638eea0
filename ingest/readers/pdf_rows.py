"""Table rows on a PDF page: cells drawn one after the other, each beginning at the row's top."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.readers.pdf_lines import PrintedLine

TALL = 0.25
"""Share of the page's height; two cells as tall as this are columns of a page, not a table row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """The lines of each cell, left to right."""

    cells: tuple[tuple[PrintedLine, ...], ...]


def rows_among(
    lines: Sequence[PrintedLine], height: float
) -> Iterator[tuple[PrintedLine, ...] | Row]:
    """Part one page's lines into runs of text and table rows, in the page's order."""
    waiting: list[PrintedLine] = []
    at = 0
    while at < len(lines):
        start = _row_start(waiting, lines[at])
        if start is None:
            waiting.append(lines[at])
            at += 1
            continue
        cells, at = _cells(waiting[start:], lines, at)
        if _are_columns(cells, height):
            waiting += [line for cell in cells[1:] for line in cell]
            continue
        if start:
            yield tuple(waiting[:start])
        yield Row(cells=tuple(tuple(cell) for cell in cells))
        waiting = []
    if waiting:
        yield tuple(waiting)


def _row_start(waiting: Sequence[PrintedLine], line: PrintedLine) -> int | None:
    """Find where the row begins whose second cell a line opens: level with it, to its left."""
    if not waiting or line.y <= waiting[-1].y + 0.5 * line.size:
        return None
    for at, above in enumerate(waiting):
        if abs(above.y - line.y) <= 0.6 * line.size and above.x + line.size < line.x:
            return at
    return None


def _cells(
    first: Sequence[PrintedLine], lines: Sequence[PrintedLine], at: int
) -> tuple[list[list[PrintedLine]], int]:
    """Gather a row's cells from the second one on; give where the row ends."""
    top = first[0].y
    cells = [list(first)]
    while at < len(lines):
        line = lines[at]
        if abs(line.y - top) <= 0.6 * line.size and line.x > cells[-1][0].x + line.size:
            cells.append([line])
        elif line.y < cells[-1][-1].y and line.x > cells[-1][0].x - line.size and len(cells) > 1:
            cells[-1].append(line)
        else:
            break
        at += 1
    return cells, at


def _are_columns(cells: Sequence[Sequence[PrintedLine]], height: float) -> bool:
    tall = [cell for cell in cells if cell[0].y - cell[-1].y > TALL * height]
    return len(tall) > 1
