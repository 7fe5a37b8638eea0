"""Which rows of a table name its columns, and what the names are good for."""

import re
from collections import Counter
from collections.abc import Sequence

from ingest.blocks import Block, BlockKind
from ingest.pieces import key, title_like
from ingest.rows import all_short, cell_text, names_tags

_TAGS = re.compile(r"\b(?:principles?|values?)\b", re.IGNORECASE)
_TITLES = re.compile(r"\b(?:expectations?|bottom lines?|questions?|prompts?)\b", re.IGNORECASE)
_TERMS = re.compile(r"^(?:terms?|words?|acronyms?|abbreviations?)$", re.IGNORECASE)
_LONGEST_NAME = 20
_PLAIN_NAME = 4
"""A head of a two-column table has no more words than this in a cell."""

_LABEL = 12
"""A row's label has no more words than this."""


def repeated_heads(blocks: Sequence[Block]) -> frozenset[str]:
    """Find the rows that open more than one table: those name columns."""
    rows = Counter(
        _opening(block) for block in blocks if block.kind is BlockKind.ROW and all_short(block)
    )
    return frozenset(words for words, times in rows.items() if words and times > 1)


def _opening(block: Block) -> str:
    """Give the first two filled cells of a row, in which repeated heads are alike."""
    filled = [key(cell_text(cell)) for cell in block.cells if cell]
    return "|".join(filled[:2]) if block.cells[0] else ""


def tag_columns(blocks: Sequence[Block], repeated: frozenset[str]) -> frozenset[str]:
    """Collect the heads of principle columns: they recur as paragraphs where rows broke."""
    found: set[str] = set()
    for block in blocks:
        texts = [cell_text(cell) for cell in block.cells if cell]
        heads = len(texts) > 1 and all_short(block)
        if heads and (_opening(block) in repeated or names_tags(texts[0])):
            found.update(key(text) for text in texts if is_tag(text))
    return frozenset(found)


def is_head(
    block: Block, repeated: frozenset[str], *, first: bool, following: Sequence[Block]
) -> bool:
    """Tell whether a row names the columns below it."""
    if opens_columns(block):
        return True
    if not all_short(block):
        return False
    texts = [cell_text(cell) for cell in block.cells if cell]
    if _opening(block) in repeated:
        return True
    if names_tags(texts[0]) or (_TITLES.search(texts[0]) and first):
        return True
    plain = all(title_like(text) and len(text.split()) <= _PLAIN_NAME for text in texts)
    figures = any(mark.isdigit() for text in texts for mark in text)
    names = len(texts) > 2 or (plain and not figures)
    return first and names and bool(following) and following[0].kind is BlockKind.ROW


def opens_columns(block: Block) -> bool:
    """Tell a row whose every cell begins with a title and says more under it."""
    filled = [cell for cell in block.cells if cell]
    return (
        len(filled) > 1
        and all(len(cell) > 1 and _names(cell[0]) for cell in filled)
        and all(inner.kind is BlockKind.PARAGRAPH for cell in filled for inner in cell)
        and any(title_like(cell[0].text) for cell in filled)
    )


def _names(block: Block) -> bool:
    """Tell words that can name a column: no sentence, no figure."""
    figure = any(mark.isdigit() for mark in block.text)
    return not figure and block.text[-1].isalnum() and len(block.text.split()) <= _LONGEST_NAME


def lists_in_first(below: Block | None) -> bool:
    """Tell whether a table's first column holds lists or sentences rather than labels."""
    if below is None or not below.cells or not below.cells[0]:
        return False
    cell = below.cells[0]
    return len(cell) > 1 or cell[0].kind is BlockKind.ITEM or len(cell[0].text.split()) > _LABEL


def spaced(texts: Sequence[str]) -> bool:
    """Tell a head whose columns stand apart: every other cell is empty."""
    filled = [at for at, text in enumerate(texts) if text]
    return len(filled) > 2 and all(at % 2 == filled[0] % 2 for at in filled)


def is_title(text: str) -> bool:
    """Tell a column head that heads a section: it names expectations, questions or the like."""
    return bool(_TITLES.search(text))


def names_column(texts: Sequence[str], at: int, *, lists: bool) -> bool:
    """Tell whether a column's head belongs in the section path of what stands below it."""
    filled = [text for text in texts if text]
    if not texts[at] or is_title(texts[at]) or _TAGS.search(texts[at]):
        return False
    if at == 0:
        return lists and len(filled) > 2
    return not _TERMS.match(filled[0].rstrip(":"))


def is_tag(head: str) -> bool:
    """Tell the head of a column of principles or values."""
    return bool(_TAGS.search(head)) and not is_title(head)
