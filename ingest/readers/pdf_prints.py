"""The pieces of text on a PDF page as they are drawn: where, how large, how bold, seen or not."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from pypdf import PageObject

SHOWS = frozenset({b"Tj", b"TJ", b"'", b'"'})
INVISIBLE = 3
"""Text rendering mode that paints nothing: what OCR lays over a scanned page."""

TINY = 2.0
"""Points; smaller text is not there to be read."""

BOLD = ("bold", "black", "heavy", "demi")
TYPEWRITER = ("mono", "courier", "consol", "typewriter", "cmtt")
"""What the names of such fonts hold."""

FURNITURE = -1
"""Stands for a running header or footer among the numbers of marked content."""

WHITES = {b"g": 1, b"rg": 3}


@dataclass(frozen=True, slots=True, kw_only=True)
class Print:
    """One run of text from the page's program."""

    text: str
    x: float
    y: float
    """Points from the page's left and lower edge."""

    size: float
    bold: bool
    typewriter: bool
    """True for a face whose letters are all equally wide."""

    white: bool
    unseen: bool
    artifact: bool
    """True where the file itself says that this is page furniture."""

    mark: int | None
    """Number of the marked content it belongs to: one paragraph, where the file is tagged."""


@dataclass(slots=True, kw_only=True)
class _Pen:
    """What the page's program has set when text is drawn."""

    white: bool = False
    mode: int = 0
    saved: list[tuple[bool, int]] = field(default_factory=list)
    marks: list[int | None] = field(default_factory=list)
    drawing: "_Drawing | None" = None
    prints: list[Print] = field(default_factory=list)

    def before(self, operator: bytes, operands: Sequence[Any], *_: object) -> None:
        """Follow the operators that say how text will look, and note how it is drawn."""
        if operator in SHOWS:
            self.drawing = self.drawing or _Drawing(
                white=self.white,
                invisible=self.mode == INVISIBLE,
                artifact=any(mark == FURNITURE for mark in self.marks),
                mark=next((mark for mark in self.marks if mark is not None and mark >= 0), None),
            )
        elif operator == b"q":
            self.saved.append((self.white, self.mode))
        elif operator == b"Q" and self.saved:
            self.white, self.mode = self.saved.pop()
        elif operator == b"Tr" and operands:
            self.mode = int(operands[0])
        elif operator in WHITES:
            self.white = len(operands) == WHITES[operator] and all(
                float(part) >= 1 for part in operands
            )
        elif operator in {b"k", b"sc", b"scn", b"cs"}:
            self.white = operator == b"k" and not any(float(part) for part in operands)
        elif operator in {b"BDC", b"BMC"}:
            self.marks.append(_marked(operands))
        elif operator == b"EMC" and self.marks:
            self.marks.pop()

    def take(
        self, text: str, cm: Sequence[float], tm: Sequence[float], font: Any, size: float
    ) -> None:
        """Keep one run of text as pypdf hands it over."""
        drawn = self.drawing or _Drawing()
        if text.strip():
            self.drawing = None
        scale = math.hypot(tm[2], tm[3]) * math.hypot(cm[2], cm[3])
        points = abs(size * scale)
        self.prints.append(
            Print(
                text=text,
                x=tm[4] * cm[0] + tm[5] * cm[2] + cm[4],
                y=tm[4] * cm[1] + tm[5] * cm[3] + cm[5],
                size=round(points, 1),
                bold=_named(font, BOLD),
                typewriter=_named(font, TYPEWRITER),
                white=drawn.white,
                unseen=drawn.invisible or 0 < points < TINY,
                artifact=drawn.artifact,
                mark=drawn.mark,
            )
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Drawing:
    white: bool = False
    invisible: bool = False
    artifact: bool = False
    mark: int | None = None


def prints_of(page: PageObject) -> list[Print]:
    """Run a page's program and collect its text; line breaks stand in the texts.

    The program is unpacked first by itself, as pypdf reads one that it cannot unpack as empty.
    """
    page.get_contents()
    pen = _Pen()
    page.extract_text(visitor_operand_before=pen.before, visitor_text=pen.take)
    return pen.prints


def _marked(operands: Sequence[Any]) -> int | None:
    """Give the number of a marked-content sequence, if it has one, or tell page furniture."""
    properties = operands[1] if len(operands) > 1 else None
    if not isinstance(properties, dict):
        return None
    if operands[0] == "/Artifact" and properties.get("/Type") == "/Pagination":
        return FURNITURE
    number = properties.get("/MCID")
    return int(number) if isinstance(number, int) else None


def _named(font: Any, signs: tuple[str, ...]) -> bool:
    """Tell whether a font's name holds one of these signs."""
    name = str(font.get("/BaseFont", "")).lower() if isinstance(font, dict) else ""
    return any(sign in name for sign in signs)
