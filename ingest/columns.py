"""Two columns that were read as one: in which order their pieces belong, where that can be told.

A sentence that goes on further down than the next piece shows that two columns were read by turns.
What follows its end belongs with it, up to the next heading; and pieces that stand between its
parts, with no heading of their own, belong before the heading that it stands under.
"""

from collections.abc import Sequence

from ingest.blocks import BlockKind, Finding, FindingKind
from ingest.pieces import Piece, title_like

_SHORT = 10
"""A line of a narrow column has no more words than this."""

_FEWEST = 4
_NEAR = 6
"""So many such lines, no further apart than this, are columns read across each other."""

Place = tuple[float, ...]


class ReadingOrder:
    """Where each piece belongs, while pieces come in the order of the file."""

    def __init__(self) -> None:
        self._places: list[Place] = []
        self._titles: list[int] = []
        self._rows: set[int] = set()
        self._anchor: Place = ()
        self._since = 0

    def add(self, piece: Piece) -> None:
        """Give the next piece its place: at the end, or behind the sentence that went on last."""
        at = len(self._places)
        if _heads(piece):
            self._anchor = ()
            self._titles.append(at)
        if piece.in_row:
            self._rows.add(at)
        self._since += 1
        self._places.append((*self._anchor, self._since) if self._anchor else (at,))

    def goes_on(self, at: int) -> bool:
        """Take note that the last words completed piece `at`; tell whether two columns crossed."""
        between = range(at + 1, len(self._places))
        heads = at - 1 in self._titles and not self._rows.intersection((at, *between))
        heads = heads and not any(one in self._titles for one in between)
        if heads and between:
            *outer, last = self._places[at - 1]
            for order, one in enumerate(between):
                self._places[one] = (*outer, last - 0.5, order)
        below = any(self._places[title] > self._places[at] for title in self._titles)
        self._anchor = self._places[at] if below else ()
        return bool(between) and (below or heads)

    def put(self, pieces: Sequence[Piece]) -> tuple[Piece, ...]:
        """Put the pieces where they belong."""
        order = sorted(range(len(pieces)), key=self._places.__getitem__)
        return tuple(pieces[at] for at in order)


def _heads(piece: Piece) -> bool:
    plain = piece.kind is BlockKind.PARAGRAPH and not piece.in_row
    return piece.kind is BlockKind.HEADING or (
        plain and title_like(piece.text) and len(piece.text.split()) <= _SHORT
    )


def crossed(pieces: Sequence[Piece]) -> tuple[frozenset[int], tuple[Finding, ...]]:
    """Find the lines of columns that were read across each other: nothing joins them again."""
    fragments = [at for at, piece in enumerate(pieces) if _is_fragment(piece)]
    runs: list[list[int]] = []
    for at in fragments:
        if not runs or at - runs[-1][-1] > _NEAR:
            runs.append([])
        runs[-1].append(at)
    long = [run for run in runs if len(run) >= _FEWEST and not _is_list(pieces, run)]
    found = tuple(_finding([pieces[at] for at in run]) for run in long)
    return frozenset(at for run in long for at in run), found


def _is_fragment(piece: Piece) -> bool:
    plain = piece.kind is BlockKind.PARAGRAPH and not piece.in_row
    return plain and piece.text[0].islower() and len(piece.text.split()) <= _SHORT


def _is_list(pieces: Sequence[Piece], run: Sequence[int]) -> bool:
    """Tell a list without marks: its lines have ends, or something leads them in."""
    ends = sum(pieces[at].text.endswith((".", ";", ",", "and", "or")) for at in run)
    return ends * 2 > len(run) or (run[0] > 0 and pieces[run[0] - 1].text.endswith(":"))


def _finding(lines: Sequence[Piece]) -> Finding:
    return Finding(
        kind=FindingKind.LOOKED_BROKEN,
        what=f"columns read across each other: {len(lines)} lines up to {lines[-1].place} stand"
        " as they were read, and what stands around them may be mixed up too",
        place=lines[0].place,
        text=" ".join(line.text for line in lines),
    )
