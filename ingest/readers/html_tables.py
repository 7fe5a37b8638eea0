"""An HTML table as a grid: a cell that spans others stands once, and leaves their places empty."""

from bs4 import Tag

SPAN_LIMIT = 64
"""Columns or rows that one cell may span; more is a mistake or an attack."""


def grid_of(table: Tag) -> list[list[Tag | None]]:
    """Place a table's own cells in rows and columns; None where a spanning cell reaches."""
    waiting: dict[int, int] = {}
    rows = (row for row in table.find_all("tr") if row.find_parent("table") is table)
    return [_row(row, waiting) for row in rows]


def _row(row: Tag, waiting: dict[int, int]) -> list[Tag | None]:
    """Place one row; `waiting` holds for each column how many rows a cell above still fills."""
    placed: list[Tag | None] = []
    for cell in row.find_all(["td", "th"], recursive=False):
        _fill(placed, waiting)
        below = _span(cell, "rowspan") - 1
        for extra in range(_span(cell, "colspan")):
            if below:
                waiting[len(placed)] = below
            placed.append(None if extra else cell)
    _fill(placed, waiting)
    return placed


def _fill(placed: list[Tag | None], waiting: dict[int, int]) -> None:
    while waiting.get(len(placed), 0):
        waiting[len(placed)] -= 1
        placed.append(None)


def _span(cell: Tag, name: str) -> int:
    text = str(cell.get(name, "1"))
    return min(max(int(text), 1), SPAN_LIMIT) if text.isdecimal() else 1
