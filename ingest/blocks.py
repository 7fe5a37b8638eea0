"""What every reader hands on: the document as a flat run of blocks, and what it met on the way."""

from dataclasses import dataclass
from enum import StrEnum


class BlockKind(StrEnum):
    """What a block is, as far as the file's own marks say."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    """One list item or bullet, its marker taken off."""

    ROW = "row"
    """One table row; its cells keep their own blocks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where in the file something stands: a page (PDF), a line (text), both or neither."""

    page: int | None = None
    line: int | None = None

    def __str__(self) -> str:
        parts = []
        if self.page is not None:
            parts.append(f"page {self.page}")
        if self.line is not None:
            parts.append(f"line {self.line}")
        return ", ".join(parts) or "place unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A heading, paragraph, list item or table row."""

    kind: BlockKind
    text: str = ""
    place: Place = Place()
    level: int = 0
    """Of a heading: 1 outermost. Of an item: 0 outermost."""

    number: str | None = None
    """A printed number: "1.1", "24.24"."""

    cells: "tuple[tuple[Block, ...], ...]" = ()
    """Of a row: each cell's blocks."""


class FindingKind(StrEnum):
    """What the report tells beside the statements; nothing is dropped in silence."""

    MENDED = "mended"
    LOOKED_BROKEN = "looked broken"
    LEFT_OUT = "left out"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing the reader mended, doubted or left out, and where."""

    kind: FindingKind
    what: str
    """In plain words: "running header, on 32 pages"."""

    place: Place
    text: str = ""
    """The words concerned, shortened where long."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadDocument:
    """One file as blocks, in reading order, with the reader's findings."""

    blocks: tuple[Block, ...]
    findings: tuple[Finding, ...]
    pages: int | None = None
