"""Tables read out row by row: which row names the columns, which column names the rows."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.blocks import Block, BlockKind, Finding, FindingKind, Place
from ingest.heads import (
    is_head,
    is_title,
    lists_in_first,
    names_column,
    opens_columns,
    repeated_heads,
    spaced,
    tag_columns,
)
from ingest.pieces import Piece, ends_open, is_bottom_lines, key
from ingest.rows import cell_text, mend_rows, row_text
from ingest.table_rows import Table, is_tagged, piece_of, row_pieces


def read_out(blocks: Sequence[Block]) -> tuple[tuple[Piece, ...], tuple[Finding, ...]]:
    """Turn blocks into pieces; a row's cells carry its label or principle and their column."""
    blocks, findings = mend_rows(blocks)
    heads = repeated_heads(blocks)
    columns = tag_columns(blocks, heads)
    pieces: list[Piece] = []
    table = Table()
    for at, block in enumerate(blocks):
        above = blocks[at - 1] if at else None
        if block.kind is not BlockKind.ROW:
            if above is not None and above.kind is BlockKind.ROW and not table.heads:
                table = Table()
            if _is_broken_head(block, table, columns):
                table.carried = True
                findings.append(_head_finding(block.place, block.text))
            else:
                pieces.append(_carried(piece_of(block), table))
            continue
        in_run = above is not None and above.kind is BlockKind.ROW
        first = not in_run or (above is not None and not table.opened and _apart(above, block))
        head = is_head(block, heads, first=first, following=blocks[at + 1 : at + 2])
        if first and not _keeps_on(block, table):
            table = _again(table, block) if head else Table()
        table.carried, table.opened = False, head
        if head:
            below = blocks[at + 1 : at + 2]
            findings.extend(_take_head(block, table, pieces, below[0] if below else None))
            continue
        cells = list(row_pieces(block, table))
        pieces.extend(cells)
        findings.extend(_doubts(cells))
        if not cells and key(row_text(block)):
            findings.append(
                Finding(
                    kind=FindingKind.LEFT_OUT,
                    what="row label with nothing beside it",
                    place=block.place,
                    text=row_text(block),
                )
            )
    return tuple(pieces), tuple(findings)


def _again(table: Table, head: Block) -> Table:
    """Begin a table under a new head; one printed again on the next page keeps its principle."""
    again = Table(heads=table.heads, titles=table.titles)
    if table.titles and _titles([cell_text(cell) for cell in head.cells]) == table.titles:
        again.principle, again.bottom = table.principle, table.bottom
    return again


def _titles(texts: Sequence[str]) -> tuple[str, ...]:
    return tuple(text for text in texts if text and is_title(text))


def _doubts(cells: Sequence[Piece]) -> Iterator[Finding]:
    for piece in cells:
        if piece.doubted:
            yield Finding(
                kind=FindingKind.LOOKED_BROKEN,
                what=f"the same words stand under “{piece.column}” and beside it, where they warn",
                place=piece.place,
                text=piece.text,
            )


def _apart(above: Block, block: Block) -> bool:
    """Tell whether empty lines stand between two rows."""
    lines = [{inner.place.line for cell in row.cells for inner in cell} for row in (above, block)]
    one, other = (min((line for line in row if line is not None), default=0) for row in lines)
    if above.place.page != block.place.page or len(lines[0]) > 1 or len(lines[1]) > 1:
        return False
    return 0 < one < other - 1


def _is_broken_head(block: Block, table: Table, columns: frozenset[str]) -> bool:
    """Tell a column head, printed as a paragraph, or the title column's beside it."""
    if block.kind is not BlockKind.PARAGRAPH or is_bottom_lines(block.text):
        return False
    words = key(block.text)
    if words in columns:
        return True
    if words in {key(head) for head in table.heads}:
        return table.carried or words == key(table.heads[0]) or not is_title(block.text)
    if words.replace(" ", "") == key("".join(table.heads)).replace(" ", "") != "":
        return True
    title = key(table.heads[-1]) if table.heads else ""
    cut = len(words.split()) > 3 and (title.startswith(words) or title.endswith(words))
    return table.carried and cut


def _carried(piece: Piece, table: Table) -> Piece:
    titled = piece.kind is BlockKind.PARAGRAPH and is_title(piece.text)
    if is_bottom_lines(piece.text) or titled:
        table.principle = None
    return replace(piece, principle=table.principle) if table.carried else piece


def _head_finding(place: Place, text: str) -> Finding:
    return Finding(kind=FindingKind.LEFT_OUT, what="column headings", place=place, text=text)


def _keeps_on(block: Block, table: Table) -> bool:
    """Tell whether a table goes on after a break: the first cell of its next row is empty."""
    filled = [at for at, cell in enumerate(block.cells) if cell]
    if filled == [0] and is_tagged(table):
        return True
    return bool(block.cells) and not block.cells[0] and (bool(table.label) or bool(table.heads))


def _take_head(
    block: Block, table: Table, pieces: list[Piece], below: Block | None
) -> Iterator[Finding]:
    texts = tuple(cell_text(cell) for cell in block.cells)
    again = key(texts[0]) == key(table.heads[0]) if table.heads and texts else False
    table.leads.clear()
    table.cases.clear()
    table.above.clear()
    if opens_columns(block):
        table.heads, table.label = (), ""
        table.columns = {}
        for at, cell in enumerate(block.cells):
            if cell:
                table.columns[at] = cell[0].text
                pieces.extend(_column_words(cell, table, at))
        return
    if not again:
        table.label, table.principle = "", None
    table.heads = texts
    lists = lists_in_first(below) or spaced(texts)
    table.columns = {
        at: text for at, text in enumerate(texts) if names_column(texts, at, lists=lists)
    }
    titles = _titles(texts)
    if titles == table.titles:
        yield _head_finding(block.place, " | ".join(text for text in texts if text))
        return
    table.titles = titles
    pieces.extend(
        Piece(kind=BlockKind.HEADING, text=text, place=block.place, in_row=True) for text in titles
    )
    left = " | ".join(
        text
        for at, text in enumerate(texts)
        if text and at not in table.columns and not is_title(text)
    )
    if left:
        yield _head_finding(block.place, left)


def _column_words(cell: Sequence[Block], table: Table, at: int) -> Iterator[Piece]:
    """Give what a column's opening cell says under its title; a last ":" leads the next cell in."""
    words = list(cell[1:])
    if words and words[-1].text.endswith(":"):
        lead = [words.pop()]
        while words and _goes_on(words[-1].text):
            lead.insert(0, words.pop())
        table.leads[at] = " ".join(inner.text for inner in lead)
    if words and words[-1].text.endswith("."):
        table.cases[at] = words[-1].text
    for inner in words:
        yield replace(piece_of(inner), column=table.columns[at], in_row=True)


def _goes_on(text: str) -> bool:
    """Tell words that stop in a sentence, not at the number of a regulation."""
    return ends_open(text) and not text[-1].isdigit() and text[-1] != ")"
