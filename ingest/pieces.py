"""What is left of blocks once tables are read out, and how their words compare."""

import re
from dataclasses import dataclass

from ingest.blocks import BlockKind, Place

_NOT_WORD = re.compile(r"[^a-z0-9&]+")
_VERBS = re.compile(
    r"\b(?:is|are|was|were|will|should|must|have|has|had|can|may|shall|be|do|does|we|I|you|they)\b"
)
_BOTTOM_LINES = re.compile(r"^(?:our\s+|the\s+)?bottom[\s-]?lines?\W*$", re.IGNORECASE)
_BACKGROUND = re.compile(
    r"^(?:\d+\.?\s+)?(?:glossary|appendix|appendices|introduction|references|bibliography)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One heading, paragraph or item, with what its table said about it."""

    kind: BlockKind
    text: str
    place: Place
    level: int = 0
    """Of a heading: 1 outermost, 0 not known. Of an item: 0 outermost."""

    number: str | None = None
    label: str = ""
    """The words at the head of its table row."""

    column: str = ""
    """The words at the head of its table column, where they name what stands below."""

    principle: str | None = None
    in_row: bool = False
    doubted: bool = False
    """Its words cannot be meant as they stand here, and the report says so."""

    gap: bool = False
    """It follows an empty line, a page's end or another kind of block."""


def key(text: str) -> str:
    """Give words a form in which only their letters and digits count."""
    folded = text.lower().replace("&", " and ").replace("’", "").replace("'", "")
    return _NOT_WORD.sub(" ", folded).strip()


def is_bottom_lines(text: str) -> bool:
    """Tell whether a heading only says that bottom lines follow."""
    return _BOTTOM_LINES.match(text) is not None


def names_background(text: str) -> bool:
    """Tell whether a heading opens an introduction, a glossary or an appendix."""
    return _BACKGROUND.match(text) is not None


def ends_open(text: str) -> bool:
    """Tell whether words stop without the mark of an end."""
    return bool(text) and not text.rstrip("’”\"')").endswith((".", "!", "?", ":", "…"))


def title_like(text: str) -> bool:
    """Tell whether a paragraph could be a heading that carries no mark: short, no sentence."""
    words = text.split()
    if not 1 <= len(words) <= 18 or not (
        text[0].isupper() or text[0] in "‘'“\"(" or text[0].isdigit()
    ):
        return False
    if text.endswith(("...", "…")):
        return True
    if text[-1] in ".,;:" or "@" in text or "://" in text:
        return False
    return not _VERBS.search(text)
