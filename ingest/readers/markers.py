"""Bullets and numbers that an author typed, for the readers whose files have real paragraphs."""

import re
from collections.abc import Iterator
from dataclasses import replace
from html import escape

from ingest.blocks import Block, BlockKind, Place
from ingest.cells import run_together
from ingest.marks import item_parts, led_by_number

FONT_BULLETS = str.maketrans(dict.fromkeys("\uf0b7\uf0a7\uf0d8\uf076\uf0fc\uf06e‣⁃➢➤✓✔❖", "•"))
"""Bullets that other fonts draw, Symbol's and Wingdings' own among them."""

UNSEEN = str.maketrans(dict.fromkeys("\u00ad\u200b\u200c\u200d\ufeff"))
HARD_BREAK = "\n\n"
"""What a reader writes where the author broke the line by hand; "\\n" is a line's mere end."""

PARTS = re.compile(
    r"\n\s*\n(?!\s*[a-z])|\n(?=\s*(?:[-–*]\s|[•·▪◦●○■□]|\d{1,2}\.\d{1,2}\.?\s+[A-Z]))"
)
"""Where one paragraph holds several: at a bullet, a number, or a break before a new sentence."""

HEADING_WORDS = 12
"""A bold paragraph of at most this many words that ends no sentence is a heading."""


def folded(text: str) -> str:
    """Fold white space, as a statement's text has it."""
    return " ".join(text.translate(UNSEEN).split())


def blocks_of_words(text: str, place: Place, *, level: int = 0) -> Iterator[Block]:
    """Turn one paragraph's words into an item for each typed bullet or number, else a paragraph."""
    for piece in PARTS.split(text.translate(FONT_BULLETS)):
        words = folded(piece)
        numbered, item = led_by_number(words), item_parts(words)
        if numbered:
            yield Block(kind=BlockKind.PARAGRAPH, text=numbered[1], place=place, number=numbered[0])
        elif item:
            for block in run_together(escape(item[1], quote=False), place, listed=True):
                yield replace(block, level=level)
        elif words:
            yield from run_together(escape(words, quote=False), place)


def looks_like_heading(text: str) -> bool:
    """Tell whether a paragraph that is bold throughout heads what follows it."""
    return (
        bool(text)
        and len(text.split()) <= HEADING_WORDS
        and not text.endswith((".", ";", ",", "?"))
    )
