"""How a sentence looks that was cut: where it stops, and where it goes on."""

import re

from ingest.blocks import BlockKind
from ingest.pieces import Piece, ends_open, title_like

_LIST_GOES_ON = re.compile(r"[;,]\s*(?:and|or)$")
CUT_SHORT = re.compile(
    r"(?:[,(]|\w-|\b(?:a|an|and|are|as|at|by|for|from|how|if|in|is|of|on|or|our|that|the|their|this|to|we|which|"
    r"will|with))$"
)
_NO_END = re.compile(r"\b(?:a|an|and|of|or|our|the|their|which)$")
"""No sentence ends so, even where another item follows."""

_PARTICIPLE = re.compile(r"^[A-Z][a-z]+ing (?!is\b|are\b|will\b|must\b|should\b)\S")
_FEWEST_WORDS = 6


def is_loose(piece: Piece, last: Piece | None) -> bool:
    """Tell whether a piece begins in the middle of a sentence."""
    if not piece.text[0].islower() or piece.kind is BlockKind.HEADING or last is None:
        return False
    if piece.text.startswith(("http", "www.", "e.g", "i.e")):
        return False
    if piece.kind is BlockKind.ITEM:
        cut = last.kind is not BlockKind.HEADING and ends_open(last.text)
        cut = cut and not _LIST_GOES_ON.search(last.text)
        return cut and last.text[0].isupper() and not last.text.endswith((";", ","))
    return True


def was_cut(piece: Piece, following: Piece | None) -> bool:
    """Tell whether a piece stops before its sentence does, as far as can be seen."""
    if piece.kind is BlockKind.HEADING or not ends_open(piece.text):
        return False
    if _LIST_GOES_ON.search(piece.text) and piece.kind is BlockKind.ITEM:
        return False
    if _NO_END.search(piece.text):
        return True
    if CUT_SHORT.search(piece.text):
        return following is None or not is_sibling(piece, following) or following.text[0].islower()
    if len(piece.text.split()) < _FEWEST_WORDS or (piece.text.endswith(";") and following is None):
        return False
    if following is not None and is_sibling(piece, following):
        return False
    return piece.kind is BlockKind.ITEM or piece.in_row or not title_like(piece.text)


def hangs_on(piece: Piece, last: Piece | None, following: Piece | None) -> bool:
    """Tell a participle's sentence between two items ("Asking …"): it belongs to the one above."""
    among = last is not None and following is not None and is_sibling(last, following)
    plain = piece.kind is BlockKind.PARAGRAPH and not piece.in_row and not ends_open(piece.text)
    leads = piece.text.endswith(":")
    return among and plain and not leads and _PARTICIPLE.match(piece.text) is not None


def is_sibling(piece: Piece, following: Piece) -> bool:
    """Tell two neighbours that are both items of a list."""
    return piece.kind is BlockKind.ITEM and following.kind is BlockKind.ITEM
