"""Markdown by markdown-it-py: headings, nested lists, tables, with line numbers."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from markdown_it import MarkdownIt
from markdown_it.token import Token

from domain import DocumentHasNoText
from ingest.blocks import Block, BlockKind, Finding, FindingKind, Place, ReadDocument
from ingest.cells import cell_blocks
from ingest.readers.decoding import decoded
from ingest.readers.html import fragment_blocks
from ingest.readers.markers import HARD_BREAK, blocks_of_words, folded, looks_like_heading

FRONT_MATTER = re.compile(r"\A---\n(?P<inside>.*?\n)---\n", re.DOTALL)
BREAKS = {"softbreak": "\n", "hardbreak": HARD_BREAK}
FIRST_LINE = Place(line=1)
PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


@dataclass(slots=True, kw_only=True)
class _Reading:
    """A document while it is being read."""

    findings: list[Finding] = field(default_factory=list)
    place: Place = FIRST_LINE
    heading: int = 0
    depth: int = -1
    """How deep in lists: -1 outside, 0 in an outermost list."""

    opens_item: bool = False
    row: list[tuple[Block, ...]] = field(default_factory=list)
    in_table: bool = False

    def left_out(self, what: str, text: str) -> None:
        """Report words that are in the file and not in a block."""
        if folded(text):
            self.findings.append(
                Finding(kind=FindingKind.LEFT_OUT, what=what, place=self.place, text=folded(text))
            )


def read_markdown(data: bytes, name: str) -> ReadDocument:
    """Read a Markdown file's blocks; raises DocumentHasNoText, and DocumentDamaged if not text."""
    text, findings = decoded(data, name)
    reading = _Reading(findings=list(findings))
    text = _without_front_matter("\n".join(text.splitlines()) + "\n", reading)
    links: dict[str, dict[str, dict[str, str]]] = {}
    blocks = tuple(_blocks(PARSER.parse(text, links), reading))
    for label, link in links.get("references", {}).items():
        reading.left_out("link definition", f"{label} {link['href']} {link['title']}")
    if not blocks:
        raise DocumentHasNoText(name, "it holds no text", "Check that it was saved whole.")
    return ReadDocument(blocks=blocks, findings=tuple(reading.findings))


def _without_front_matter(text: str, reading: _Reading) -> str:
    found = FRONT_MATTER.match(text)
    if found is None:
        return text
    reading.left_out("front matter", found["inside"])
    return "\n" * found[0].count("\n") + text[found.end() :]


def _blocks(tokens: Sequence[Token], reading: _Reading) -> Iterator[Block]:
    for at, token in enumerate(tokens):
        if token.map:
            reading.place = Place(line=token.map[0] + 1)
        if token.type in {"bullet_list_open", "ordered_list_open"}:
            reading.depth += 1
        elif token.type in {"bullet_list_close", "ordered_list_close"}:
            reading.depth -= 1
        elif token.type == "list_item_open":
            reading.opens_item = True
        elif token.type == "inline":
            yield from _inline(token, tokens[at - 1], reading)
        elif token.type in {"table_open", "table_close"}:
            reading.in_table = token.type == "table_open"
        elif token.type == "tr_close":
            yield Block(kind=BlockKind.ROW, place=reading.place, cells=tuple(reading.row))
            reading.row = []
        elif token.type in {"code_block", "fence"}:
            yield from blocks_of_words(token.content, reading.place)
        elif token.type == "html_block":
            yield from fragment_blocks(token.content, reading.place, reading.findings)


def _inline(token: Token, opening: Token, reading: _Reading) -> Iterator[Block]:
    if reading.in_table:
        reading.row.append(cell_blocks(token.content, reading.place))
        return
    words, bold = _words(token.children or [], reading)
    text = folded(words)
    if not text:
        return
    if opening.type == "heading_open":
        reading.heading = int(opening.tag[1])
        yield Block(kind=BlockKind.HEADING, text=text, place=reading.place, level=reading.heading)
    elif reading.opens_item:
        reading.opens_item = False
        for at, block in enumerate(blocks_of_words(words, reading.place, level=reading.depth)):
            yield block if at else replace(block, kind=BlockKind.ITEM, level=reading.depth)
    elif bold and reading.depth < 0 and looks_like_heading(text):
        below = reading.heading + 1
        yield Block(kind=BlockKind.HEADING, text=text, place=reading.place, level=below)
    else:
        yield from blocks_of_words(words, reading.place, level=max(reading.depth, 0))


def _words(children: Sequence[Token], reading: _Reading) -> tuple[str, bool]:
    """Give an inline's words without its marks, and whether all of them are bold."""
    words, struck = "", ""
    strong = strike = 0
    bold = True
    for child in children:
        strong += {"strong_open": 1, "strong_close": -1}.get(child.type, 0)
        strike += {"s_open": 1, "s_close": -1}.get(child.type, 0)
        if child.type == "image":
            reading.left_out("picture", child.content or str(child.attrs.get("src", "")))
        elif child.type == "html_inline":
            words += _tag_words(child.content, reading)
        elif strike:
            struck += child.content
        else:
            piece = BREAKS.get(child.type, child.content)
            bold = bold and (strong > 0 or not piece.strip())
            words += piece
    reading.left_out("text struck through", struck)
    return words, bold and bool(words.strip())


def _tag_words(tag: str, reading: _Reading) -> str:
    if tag.startswith("<!--"):
        reading.left_out("comment", tag.removeprefix("<!--").removesuffix("-->"))
    return HARD_BREAK if re.match(r"<br\b", tag, re.IGNORECASE) else ""
