"""Lists of bottom lines whose heading is missing are found by the items they share with others."""

import itertools
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.blocks import BlockKind, Finding, FindingKind
from ingest.outline import Passage
from ingest.pieces import key

_OPENING = 9
"""Items are alike whose first so many words are: later words vary from copy to copy."""

_FEWEST_SECTIONS = 2
_UNHEADED = "a list of bottom lines without its heading; its items are taken as musts from here"


def find_bottom_lines(
    passages: Sequence[Passage],
) -> tuple[tuple[Passage, ...], tuple[Finding, ...]]:
    """Mark the must-do lists that no heading marks; each is a finding.

    A section of expectations without bottom lines has them from the item on that opens like an item
    which stands under the bottom lines of at least two other sections, and nowhere else.
    """
    shared = _shared_openings(passages)
    headed = {_outer(passage) for passage in passages if passage.bottom_lines}
    shortest = _shortest_sections(passages)
    marked: list[Passage] = []
    findings: list[Finding] = []
    listing = ""
    for passage in passages:
        outer, listed = _outer(passage), passage.piece.kind is BlockKind.ITEM
        opens = listed and passage.expectations and outer not in headed
        if opens and _opening(passage) in shared and listing != outer:
            listing = outer
            findings.append(_finding(passage, _UNHEADED))
        if listing != outer or not listed:
            listing = ""
        marked.append(_as_bottom_line(passage, shortest[outer]) if listing else passage)
    return tuple(marked), (*findings, *_changed(marked), *_without(marked))


def _changed(passages: Sequence[Passage]) -> Iterator[Finding]:
    """Find bottom lines whose later items end otherwise than the first: another list's, perhaps."""
    runs = itertools.groupby(passages, lambda one: (one.section, one.bottom_lines))
    for (_, bottom_lines), run in runs:
        items = [one for one in run if one.piece.kind is BlockKind.ITEM]
        ends = [one.piece.text.endswith(".") for one in items]
        at = ends.index(True) if True in ends else 0
        if bottom_lines and at > 1 and len(ends) - at > 1 and all(ends[at:]):
            what = "bottom lines that end otherwise than those above; they may be another list's"
            yield _finding(items[at], what)


def _without(passages: Sequence[Passage]) -> Iterator[Finding]:
    """Find sections of expectations without the bottom lines that other sections have."""
    headed = {_outer(passage) for passage in passages if passage.bottom_lines}
    told: set[str] = set()
    for passage in passages:
        outer = _outer(passage)
        if passage.expectations and outer not in headed | told and len(headed) >= _FEWEST_SECTIONS:
            told.add(outer)
            yield _finding(passage, f"no bottom lines found for {outer}")


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


def _shortest_sections(passages: Sequence[Passage]) -> dict[str, tuple[str, ...]]:
    """Give the path that each section's expectations stand under, without any heading of theirs."""
    shortest: dict[str, tuple[str, ...]] = {}
    for passage in passages:
        known = shortest.get(_outer(passage))
        if passage.expectations and (known is None or len(passage.section) < len(known)):
            shortest[_outer(passage)] = passage.section
    return shortest


def _as_bottom_line(passage: Passage, section: tuple[str, ...]) -> Passage:
    """Mark one; a heading among the expectations above is not its own."""
    piece = replace(passage.piece, principle=None)
    return replace(passage, piece=piece, section=section, bottom_lines=True)


def _finding(passage: Passage, what: str) -> Finding:
    piece = passage.piece
    return Finding(kind=FindingKind.LOOKED_BROKEN, what=what, place=piece.place, text=piece.text)
