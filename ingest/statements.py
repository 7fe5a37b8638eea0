"""Blocks of any reader become statements: the way from a document's layout to its duties."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from domain.sources import Source
from domain.statements import Statement, content_hash, statement_id
from ingest.blocks import Block, Finding, ReadDocument
from ingest.bottom_lines import find_bottom_lines
from ingest.contents import set_aside
from ingest.doubts import doubts_of
from ingest.fragments import join_fragments
from ingest.labels import lift_labels
from ingest.leading import Led, led
from ingest.mending import mend
from ingest.outline import outline
from ingest.runs import part_runs
from ingest.strength import Custom, custom_of, strengths_of
from ingest.tables import read_out


def statements_of(
    document: ReadDocument, source: Source
) -> tuple[tuple[Statement, ...], tuple[Finding, ...]]:
    """Turn a document's blocks into statements; whatever is not one is in the findings."""
    aside = set_aside(_with_words(document.blocks))
    pieces, in_tables = read_out(aside.blocks)
    lifted, labels = lift_labels(pieces)
    mended, joins = mend(lifted)
    parted, runs = part_runs(mended)
    passages, in_outline = outline(parted, aside.entries)
    passages, unheaded = find_bottom_lines(passages)
    duties = led(join_fragments(passages))
    custom = custom_of(duties)
    found = tuple(_statements(duties, custom, source))
    met = (*aside.findings, *in_tables, *labels, *joins, *runs, *in_outline, *unheaded)
    return found, (*met, *(doubt for doubt in doubts_of(duties) if doubt not in met))


def _with_words(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Keep the blocks, and the blocks of cells, that hold any words."""
    cells = (
        tuple(tuple(inner for inner in cell if inner.text.strip()) for cell in block.cells)
        for block in blocks
    )
    kept = (replace(block, cells=inner) for block, inner in zip(blocks, cells, strict=True))
    return tuple(block for block in kept if block.text.strip() or any(block.cells))


def _statements(duties: Sequence[Led], custom: Custom, source: Source) -> Iterator[Statement]:
    """Name each statement by its content; equal ones get their ordinal too."""
    seen: Counter[str] = Counter()
    for duty, strength in zip(duties, strengths_of(duties, custom), strict=True):
        piece, section = duty.passage.piece, duty.passage.section
        name = content_hash(section, duty.text)
        seen[name] += 1
        if seen[name] > 1:
            name = f"{name}-{seen[name]}"
        yield Statement(
            id=statement_id(source.framework, source.edition, name),
            source=source,
            section=section,
            strength=strength,
            text=duty.text,
            lead_in=duty.lead_in,
            standard_number=piece.number,
            principle=piece.principle,
            page=piece.place.page,
            line=piece.place.line,
        )
