"""The lines of a PDF page, from the pieces it is drawn in; columns on one line part by tabs."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.readers.pdf_prints import Print

WIDTHS = {**dict.fromkeys("ijl.,;:'|!ftr()[]I’‘· ", 0.28), **dict.fromkeys("mwMW@%—", 0.85)}
CAPITAL, OTHER = 0.67, 0.53
"""Widths in ems, near enough for any text face."""

NARROW_FACE = 0.88
"""The narrowest common text faces are this much narrower."""

TYPEWRITTEN = 0.6
"""Width in ems of every letter of a typewriter face."""

LETTER_BULLET = re.compile(r"^[o§](?=\s+\S)")
"""What Courier's and Wingdings' bullets come out as."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedLine:
    """One line of a page."""

    text: str
    page: int
    line: int
    """The line's number on its page, from 1."""

    x: float
    y: float
    size: float
    bold: bool
    artifact: bool = False
    mark: int | None = None


def lines_of(prints: Sequence[Print], page: int) -> tuple[PrintedLine, ...]:
    """Gather a page's pieces into its lines, in the order of the page's program."""
    starts = Counter(round(piece.x) for piece in prints if piece.text.strip())
    rows = [row for row in _rows(prints) if any(piece.text.strip() for piece in row)]
    return tuple(_line(row, page, at, starts) for at, row in enumerate(rows, start=1))


def _rows(prints: Sequence[Print]) -> Iterator[list[Print]]:
    """Part the pieces where pypdf saw a new line, and where furniture meets text."""
    row: list[Print] = []
    for piece in prints:
        for at, part in enumerate(piece.text.split("\n")):
            if at or (row and part.strip() and row[0].artifact != piece.artifact):
                yield row
                row = []
            if part.strip() or (row and part):
                row.append(replace(piece, text=part))
    yield row


def _line(row: Sequence[Print], page: int, at: int, starts: Counter[int]) -> PrintedLine:
    worded = [piece for piece in row if piece.text.strip()]
    text = row[0].text
    for before, piece in pairwise(row):
        text = (
            text.rstrip() + "\t" + piece.text.lstrip()
            if (_is_apart(before, piece) and starts[round(piece.x)] > 1)
            else text + piece.text
        )
    longest = max(worded, key=lambda piece: len(piece.text.strip()))
    return PrintedLine(
        text=LETTER_BULLET.sub("•", text.strip()),
        page=page,
        line=at,
        x=worded[0].x,
        y=longest.y,
        size=longest.size,
        bold=all(piece.bold for piece in worded),
        artifact=worded[0].artifact,
        mark=longest.mark,
    )


def _is_apart(before: Print, piece: Print) -> bool:
    """Tell whether a piece stands in another column than the piece to its left."""
    ems = TYPEWRITTEN * len(before.text) if before.typewriter else NARROW_FACE * width(before.text)
    long = ems * before.size
    gap = piece.x - (before.x + long)
    return bool(before.text.strip()) and gap > max(2 * piece.size, 0.15 * long)


def width(text: str) -> float:
    """Estimate a text's width in ems."""
    return sum(WIDTHS.get(sign, CAPITAL if sign.isupper() else OTHER) for sign in text)
