"""Lists of bottom lines whose heading is missing are found by the items they share with others."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from ingest.blocks import BlockKind, Finding, FindingKind
from ingest.outline import Passage
from ingest.pieces import key

_OPENING = 9
"""Items are alike whose first so many words are: later words vary from copy to copy."""

_FEWEST_SECTIONS = 2


def find_bottom_lines(
    passages: Sequence[Passage],
) -> tuple[tuple[Passage, ...], tuple[Finding, ...]]:
    """Mark the must-do lists that no heading marks; each is a finding.

    A section of expectations without bottom lines has them from the item on that opens like an item
    which stands under the bottom lines of at least two other sections, and nowhere else.
    """
    shared = _shared_openings(passages)
    headed = {_outer(passage) for passage in passages if passage.bottom_lines}
    marked: list[Passage] = []
    findings: list[Finding] = []
    listing = ""
    for passage in passages:
        outer, listed = _outer(passage), passage.piece.kind is BlockKind.ITEM
        opens = listed and passage.expectations and outer not in headed
        if opens and _opening(passage) in shared and listing != outer:
            listing = outer
            findings.append(_finding(passage))
        if listing != outer or not listed:
            listing = ""
        marked.append(_as_bottom_line(passage) if listing else passage)
    return tuple(marked), tuple(findings)


def _outer(passage: Passage) -> str:
    return passage.section[0] if passage.section else ""


def _opening(passage: Passage) -> str:
    return " ".join(key(passage.piece.text).split()[:_OPENING])


def _shared_openings(passages: Sequence[Passage]) -> frozenset[str]:
    """Collect how items open that stand under bottom lines only, in two sections or more."""
    sections: defaultdict[str, set[str]] = defaultdict(set)
    elsewhere: set[str] = set()
    headed = {_outer(passage) for passage in passages if passage.bottom_lines}
    for passage in passages:
        if passage.piece.kind is not BlockKind.ITEM:
            continue
        if passage.bottom_lines:
            sections[_opening(passage)].add(_outer(passage))
        elif _outer(passage) in headed:
            elsewhere.add(_opening(passage))
    return frozenset(
        opening
        for opening, where in sections.items()
        if len(where) >= _FEWEST_SECTIONS and opening not in elsewhere
    )


def _as_bottom_line(passage: Passage) -> Passage:
    piece = replace(passage.piece, principle=None)
    return replace(passage, piece=piece, bottom_lines=True)


def _finding(passage: Passage) -> Finding:
    return Finding(
        kind=FindingKind.LOOKED_BROKEN,
        what="a list of bottom lines without its heading; its items are taken as musts from here",
        place=passage.piece.place,
        text=passage.piece.text,
    )
