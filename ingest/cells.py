"""The inside of a table cell, or of a line that many bullets were run together on, as blocks."""

import re
from collections.abc import Iterator

from ingest.blocks import Block, BlockKind, Place
from ingest.marks import BULLETS, plain

_PIECES = re.compile(
    r"(?P<open><[uo]l\b[^>]*>)|(?P<close></[uo]l>)|(?P<item></?li\b[^>]*>)|(?P<part></?p\b[^>]*>|<br\s*/?>)",
    re.IGNORECASE,
)
_INLINE_BULLET = re.compile(rf"(?:^|\s)[{BULLETS}](?=\s|[A-Z])\s*|(?<=;)\s+-\s+(?=[A-Z])")


def cell_blocks(text: str, place: Place) -> tuple[Block, ...]:
    """Split a cell's HTML lists, paragraphs and inline bullets into items and paragraphs.

    A list whose items have no marks of their own comes out as one item; `statements` splits it.
    """
    return tuple(_blocks(text, place))


def _blocks(text: str, place: Place) -> Iterator[Block]:
    depth, start = 0, 0
    for found in [*_PIECES.finditer(text), None]:
        end = found.start() if found else len(text)
        yield from run_together(text[start:end], place, listed=depth > 0)
        if found is None:
            return
        start = found.end()
        if found["open"]:
            depth += 1
        elif found["close"]:
            depth = max(0, depth - 1)
        elif found["part"] and found["part"].lower().startswith("<p"):
            depth = 0


def run_together(text: str, place: Place, *, listed: bool = False) -> Iterator[Block]:
    """Split words with bullets among them; what stands before the first bullet is a paragraph."""
    parts = _INLINE_BULLET.split(text)
    open_words = ""
    for order, part in enumerate(parts):
        words = f"{open_words} {plain(part)}".strip()
        unclosed = words.count("(") > words.count(")") and part is not parts[-1]
        open_words = words if unclosed else ""
        if words and not unclosed:
            lead = order == 0 and not listed
            kind = BlockKind.PARAGRAPH if lead else BlockKind.ITEM
            yield Block(kind=kind, text=words, place=place)
