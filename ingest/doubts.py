"""What looks wrong in finished statements though each can be read: for a person to look up."""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.blocks import BlockKind, Finding, FindingKind
from ingest.leading import Led
from ingest.pieces import Piece, key

_STOPS = re.compile(
    r"\b(?:a|after|an|and|are|as|at|by|for|from|if|in|is|of|our|that|the|their|(?<!ed )to|which|"
    r"with)$"
)
_LIST_GOES_ON = re.compile(r"[;,]\s*(?:and|or)$")
_FEWEST_WORDS = 6
_NOTE_GLUED = re.compile(r"(?:^|(?<=\.))\d{1,3}(?=[A-Z][a-z])|(?<=[a-z]{4}[.,;])\d{1,3}(?=\s|$)")
_NEAR = 10
_FEWEST_COPIES = 4
"""So many items, told twice as a whole list, are a copy of it."""


def doubts_of(duties: Sequence[Led]) -> tuple[Finding, ...]:
    """Report statements that stop short, hold a stray number or repeat others; and lost numbers."""
    return (
        *_cut(duties),
        *_unlike(duties),
        *_glued(duties),
        *_twice(duties),
        *_copied(duties),
        *_skipped([led.passage.piece for led in duties]),
    )


def _cut(duties: Sequence[Led]) -> Iterator[Finding]:
    for led in duties:
        short = len(led.text.split()) < _FEWEST_WORDS or _LIST_GOES_ON.search(led.text)
        if _STOPS.search(led.text) and not short and not led.text[0].islower():
            yield _finding("a sentence without its end", led)


def _unlike(duties: Sequence[Led]) -> Iterator[Finding]:
    """Find the one item of a list that has no end, near words that lost their beginning."""
    doubted = [at for at, led in enumerate(duties) if led.passage.piece.doubted]
    near = [led for at in doubted for led in duties[max(0, at - _NEAR) : at + _NEAR]]
    for run in _lists(duties):
        ends_open = [led for led in run if led.text[-1].isalnum()]
        others = all(led.text.endswith((".", "?", "!")) for led in run if led not in ends_open)
        if len(ends_open) == 1 and others and ends_open[0] in near:
            yield _finding("an item without an end, in a list whose others have one", *ends_open)


def _glued(duties: Sequence[Led]) -> Iterator[Finding]:
    told: set[str] = set()
    for led in duties:
        for words in (*led.passage.section, led.lead_in, led.text):
            found = _NOTE_GLUED.search(words)
            if found and words not in told:
                told.add(words)
                yield replace(
                    _finding(f"a number that may be a note's mark: {found[0]}", led), text=words
                )


def _twice(duties: Sequence[Led]) -> Iterator[Finding]:
    """Find neighbours that say the same, or of which one says the other and more."""
    for above, led in itertools.pairwise(duties):
        one, other = key(above.text), key(led.text)
        same_list = above.passage.section == led.passage.section
        size = min(len(one.split()), len(other.split()))
        same_list = same_list and above.lead_in == led.lead_in
        if same_list and size >= _FEWEST_WORDS and (one.startswith(other) or other.startswith(one)):
            yield _finding(f"says what stands right above, at {above.passage.piece.place}", led)


def _copied(duties: Sequence[Led]) -> Iterator[Finding]:
    """Find a whole list that stands under two outer headings."""
    known: dict[tuple[str, ...], Led] = {}
    for run in _lists(duties):
        words = tuple(key(led.text) for led in run)
        first = known.setdefault(words, run[0])
        if first is not run[0] and first.passage.section[:1] != run[0].passage.section[:1]:
            place, heading = first.passage.piece.place, " > ".join(first.passage.section)
            what = f"the same whole list of {len(run)} as at {place}, under {heading}"
            yield _finding(what, run[0])


def _lists(duties: Sequence[Led]) -> Iterator[tuple[Led, ...]]:
    """Give each run of items of one section that is long enough to be held against others."""
    start = 0
    for at in range(1, len(duties) + 1):
        if at < len(duties) and duties[at].passage.section == duties[start].passage.section:
            continue
        run = tuple(led for led in duties[start:at] if led.passage.piece.kind is BlockKind.ITEM)
        if len(run) >= _FEWEST_COPIES:
            yield run
        start = at


def _skipped(pieces: Sequence[Piece]) -> Iterator[Finding]:
    """Find numbers that a document's numbering leaves out, within each of its standards."""
    last: dict[int, int] = {}
    for piece in pieces:
        if piece.number is None:
            continue
        major, minor = (int(part) for part in piece.number.split("."))
        for missing in range(last.get(major, minor - 1) + 1, minor):
            yield Finding(
                kind=FindingKind.LOOKED_BROKEN,
                what=f"the numbering skips {major}.{missing}",
                place=piece.place,
                text=piece.text,
            )
        last[major] = max(minor, last.get(major, 0))


def _finding(what: str, led: Led) -> Finding:
    place = led.passage.piece.place
    return Finding(kind=FindingKind.LOOKED_BROKEN, what=what, place=place, text=led.text)
