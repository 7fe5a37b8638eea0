"""What a document says about itself: contents list, version tables, lists of links."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.blocks import Block, BlockKind, Finding, FindingKind
from ingest.pieces import key

_PAGED = re.compile(r"^(?P<title>.*?\S)(?:,(?:\s*p\.?)?|\s+p\.?|\s*\.{3,}\s*)(?:\s*\d{1,3})?$")
_PAGE = re.compile(r"^\d{1,3}(?:\s*[-–]\s*\d{1,3})?$")
_NUMERAL = re.compile(r"^(?P<number>\d{1,2})\.\s*")
_ABOUT_ITSELF = re.compile(
    r"^(?:version (?:history|control)|document (?:approval|location|control)|revision history)\b",
    re.IGNORECASE,
)
_ONLY_LINKS = re.compile(r"^(?:\s*(?:\[[^\]]+\]\([^)]*\)|https?://\S+|www\.\S+)\s*)+$")
_FURNITURE = re.compile(r"^(?:page\s+)?\d{1,3}(?:\s+of\s+\d{1,3})?$", re.IGNORECASE)
_VERSION_LINE = re.compile(r"\bversion\s+\d", re.IGNORECASE)
_FEWEST_ENTRIES = 5
_VERSION_WORDS = 8
_FRONT = 60
"""So many blocks before the contents list can be a title page and what stands on its back."""

_REACH = 3
"""So many lines without a page number may stand between entries of a contents list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of a contents list."""

    title: str
    number: str | None
    level: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """A document without what it says about itself, and the contents list that it printed."""

    blocks: tuple[Block, ...]
    entries: tuple[Entry, ...]
    findings: tuple[Finding, ...]


def words_of(block: Block) -> str:
    """Give all of a block's words, a row's cells parted by spaces."""
    if block.kind is not BlockKind.ROW:
        return block.text
    return " ".join(inner.text for cell in block.cells for inner in cell)


def set_aside(blocks: Sequence[Block]) -> Aside:
    """Take the contents list, version tables and link lists out, each with a finding."""
    first, end, entries = _contents(blocks)
    kept: list[Block] = []
    findings: list[Finding] = []
    about_itself = False
    times = Counter(key(block.text) for block in blocks if block.kind is BlockKind.PARAGRAPH)
    for at, block in enumerate(blocks):
        rows = block.kind is BlockKind.ROW
        about_itself = (about_itself and rows) or bool(_ABOUT_ITSELF.match(words_of(block)))
        what = ""
        if at < first <= _FRONT:
            what = "title page"
        elif first <= at < end:
            what = "contents list"
        elif about_itself:
            what = "version table"
        elif not rows and _ONLY_LINKS.match(block.text):
            what = "link"
        elif not rows and _is_furniture(block, times):
            version = _VERSION_LINE.search(block.text) is not None
            what = "version line" if version else "page number or running line"
        if what:
            findings.append(_left_out(what, block))
        else:
            kept.append(block)
    return Aside(blocks=tuple(kept), entries=entries, findings=tuple(findings))


def _is_furniture(block: Block, times: Counter[str]) -> bool:
    """Tell a page number that stands alone, and a short version line printed more than once."""
    if block.kind is not BlockKind.PARAGRAPH:
        return False
    again = times[key(block.text)] > 1 and len(block.text.split()) <= _VERSION_WORDS
    version = again and _VERSION_LINE.search(block.text) is not None
    return version or _FURNITURE.match(block.text) is not None


def _left_out(what: str, block: Block) -> Finding:
    return Finding(kind=FindingKind.LEFT_OUT, what=what, place=block.place, text=words_of(block))


def _contents(blocks: Sequence[Block]) -> tuple[int, int, tuple[Entry, ...]]:
    """Find the contents list: where it begins and ends, and its entries."""
    table = _contents_table(blocks)
    if table[2]:
        return table
    paged = [at for at, block in enumerate(blocks) if _entry(block) is not None]
    runs: list[list[int]] = []
    for at in paged:
        if not runs or at - runs[-1][-1] > _REACH + 1:
            runs.append([])
        runs[-1].append(at)
    longest = max(runs, key=len, default=[])
    if len(longest) < _FEWEST_ENTRIES:
        return 0, 0, ()
    first, end = longest[0], longest[-1] + 1
    later = {key(words_of(block)) for block in blocks[end:]}
    while first and (key(words_of(blocks[first - 1])) in later | {"contents", "table of contents"}):
        first -= 1
    return first, end, _entries(blocks[first:end])


def _contents_table(blocks: Sequence[Block]) -> tuple[int, int, tuple[Entry, ...]]:
    """Find a table with a column called "Contents"; its pages may stand in another column."""
    for first, block in enumerate(blocks):
        heads = [key(" ".join(inner.text for inner in cell)) for cell in block.cells]
        if "contents" not in heads:
            continue
        column, end, entries = heads.index("contents"), first, []
        while end < len(blocks) and blocks[end].kind is BlockKind.ROW:
            cell = blocks[end].cells[column] if column < len(blocks[end].cells) else ()
            title = " ".join(inner.text for inner in cell)
            if title and key(title) != "contents":
                entries.append(Entry(title=title, number=None, level=1))
            end += 1
        return first, end, tuple(entries)
    return 0, 0, ()


def _entry(block: Block) -> tuple[str, str | None] | None:
    """Give an entry's title and its number, where a block ends with a page number's place."""
    if block.kind is BlockKind.ITEM or block.kind is BlockKind.HEADING:
        return None
    cells = [" ".join(inner.text for inner in cell) for cell in block.cells]
    if block.kind is BlockKind.ROW:
        filled = [cell for cell in cells if cell]
        if len(filled) < 2 or not _PAGE.match(filled[-1]):
            return None
        text = " ".join(filled[:-1])
    else:
        found = _PAGED.match(block.text)
        if not found or len(block.text.split()) > 20:
            return None
        text = block.text
    number = _NUMERAL.match(text)
    text = _NUMERAL.sub("", text)
    bare = _PAGED.match(text)
    return (bare["title"] if bare else text), (number["number"] if number else None)


def _entries(blocks: Sequence[Block]) -> tuple[Entry, ...]:
    found = [(block, _entry(block)) for block in blocks]
    texts = any(entry and block.kind is not BlockKind.ROW for block, entry in found)
    entries = []
    for block, entry in found:
        if entry:
            entries.append(Entry(title=entry[0], number=entry[1], level=2 if texts else 1))
        elif key(words_of(block)) != "contents":
            entries.append(Entry(title=words_of(block).rstrip(","), number=None, level=1))
    return tuple(entries)
