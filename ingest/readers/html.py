"""HTML by BeautifulSoup and lxml: headings, nested lists, tables; what is not shown is reported."""

from collections.abc import Iterator, MutableSequence
from dataclasses import replace

from bs4 import BeautifulSoup, Tag
from bs4.element import PageElement

from domain import DocumentDamaged, DocumentHasNoText
from ingest.blocks import Block, BlockKind, Finding, FindingKind, Place, ReadDocument
from ingest.readers.html_tables import grid_of
from ingest.readers.html_words import BLOCKS, Reading, Words, is_left_out, read_words
from ingest.readers.markers import blocks_of_words, folded, looks_like_heading

HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())


def read_html(data: bytes, name: str) -> ReadDocument:
    """Read an HTML file's blocks; raises DocumentHasNoText and DocumentDamaged."""
    findings: list[Finding] = []
    soup = BeautifulSoup(data, "lxml")
    if soup.contains_replacement_characters:
        what = "some characters could not be read in the page's encoding"
        findings.append(Finding(kind=FindingKind.LOOKED_BROKEN, what=what, place=Place()))
    try:
        blocks = tuple(_page(soup, Reading(findings=findings)))
    except RecursionError as error:
        do = "Save it as text or DOCX."
        raise DocumentDamaged(name, "its elements stand too deep in one another", do) from error
    if not blocks:
        do = "If the page is built by scripts, save it from the browser as PDF."
        raise DocumentHasNoText(name, "it holds no text", do)
    return ReadDocument(blocks=blocks, findings=tuple(findings))


def fragment_blocks(
    text: str, place: Place, findings: MutableSequence[Finding]
) -> tuple[Block, ...]:
    """Read HTML that stands inside another kind of file, at `place`."""
    return tuple(_page(BeautifulSoup(text, "lxml"), Reading(findings=findings, place=place)))


def _page(soup: BeautifulSoup, reading: Reading) -> Iterator[Block]:
    yield from _flow(soup, reading)
    for tag, times in reading.code.items():
        what = f"{tag}, {times} times" if times > 1 else tag
        finding = Finding(kind=FindingKind.LEFT_OUT, what=what, place=reading.place)
        reading.findings.append(finding)


def _flow(node: Tag, reading: Reading) -> Iterator[Block]:
    """Yield an element's blocks; words between blocks make paragraphs of their own."""
    waiting: list[PageElement] = []
    for child in node.children:
        if not (isinstance(child, Tag) and (child.name in BLOCKS or child.find(list(BLOCKS)))):
            waiting.append(child)
            continue
        yield from _paragraph(waiting, reading)
        waiting = []
        if not is_left_out(child, reading):
            yield from _element(child, reading)
    yield from _paragraph(waiting, reading)


def _element(node: Tag, reading: Reading) -> Iterator[Block]:
    if node.name in HEADINGS:
        words = Words()
        read_words(node.children, words, reading)
        if folded(words.text):
            reading.heading = int(node.name[1])
            yield Block(
                kind=BlockKind.HEADING,
                text=folded(words.text),
                place=reading.place,
                level=reading.heading,
            )
    elif node.name in {"ul", "ol"}:
        reading.depth += 1
        yield from _flow(node, reading)
        reading.depth -= 1
    elif node.name == "li":
        yield from _item(node, reading)
    elif node.name == "table":
        yield from _table(node, reading)
    elif node.name == "dl":
        yield from _terms(node, reading)
    else:
        yield from _flow(node, reading)


def _item(node: Tag, reading: Reading) -> Iterator[Block]:
    """Yield a list item; its first paragraph is the item, what follows keeps its kind."""
    first, level = True, max(reading.depth, 0)
    for block in _flow(node, reading):
        opens = first and block.kind is BlockKind.PARAGRAPH
        yield replace(block, kind=BlockKind.ITEM, level=level) if opens else block
        first = False


def _paragraph(waiting: list[PageElement], reading: Reading) -> Iterator[Block]:
    words = Words()
    read_words(waiting, words, reading)
    text, place = folded(words.text), reading.place
    outside = reading.depth < 0 and not reading.tables
    if outside and words.bold and looks_like_heading(text):
        below = reading.heading + 1
        yield Block(kind=BlockKind.HEADING, text=text, place=place, level=below)
    elif text:
        yield from blocks_of_words(words.text, place, level=max(reading.depth, 0))


def _table(node: Tag, reading: Reading) -> Iterator[Block]:
    """Yield a table's rows; one of a single column, or inside another, yields what it frames."""
    grid = grid_of(node)
    framed = bool(reading.tables) or all(len(row) <= 1 for row in grid)
    caption = node.find("caption")
    if isinstance(caption, Tag):
        yield from _flow(caption, reading)
    reading.tables += not framed
    depth, reading.depth = reading.depth, -1
    for row in grid:
        cells = tuple(() if cell is None else tuple(_cell(cell, reading)) for cell in row)
        if framed:
            yield from (block for cell in cells for block in cell)
        elif any(cells):
            yield Block(kind=BlockKind.ROW, place=reading.place, cells=cells)
    reading.depth = depth
    reading.tables -= not framed


def _cell(node: Tag, reading: Reading) -> Iterator[Block]:
    if not is_left_out(node, reading):
        yield from _flow(node, reading)


def _terms(node: Tag, reading: Reading) -> Iterator[Block]:
    """Yield a definition list as rows of a term and its meaning."""
    term: tuple[Block, ...] = ()
    for child in node.find_all(["dt", "dd"]):
        blocks = tuple(_flow(child, reading))
        if child.name == "dt":
            term = (*term, *blocks)
        elif blocks:
            yield Block(kind=BlockKind.ROW, place=reading.place, cells=(term, blocks))
            term = ()
    yield from term
