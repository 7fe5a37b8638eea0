"""Short unfinished lines under reflective questions: a column of tools, told as one statement."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.blocks import BlockKind
from ingest.outline import Passage
from ingest.pieces import ends_open

_REFLECTIVE = re.compile(r"\b(?:reflective questions?|prompts)\b", re.IGNORECASE)
_LONGEST = 10


def join_fragments(passages: Sequence[Passage]) -> tuple[Passage, ...]:
    """Join neighbouring short lines, without an end and of one column, into one passage."""
    joined: list[Passage] = []
    last: Passage | None = None
    for passage in passages:
        if last is not None and _is_fragment(passage) and _beside(last, passage):
            text = f"{joined[-1].piece.text} {passage.piece.text}"
            joined[-1] = replace(joined[-1], piece=replace(joined[-1].piece, text=text))
        else:
            joined.append(passage)
        last = passage if _is_fragment(passage) else None
    return tuple(joined)


def _is_fragment(passage: Passage) -> bool:
    piece = passage.piece
    reflective = any(_REFLECTIVE.search(heading) for heading in passage.section)
    short = piece.kind is BlockKind.PARAGRAPH and len(piece.text.split()) <= _LONGEST
    return reflective and short and ends_open(piece.text) and not piece.text.startswith("How ")


def _beside(one: Passage, other: Passage) -> bool:
    same = one.section == other.section and one.piece.column == other.piece.column
    return same and one.piece.principle == other.piece.principle
