"""Sentences that a page break, a column or a table cell cut in two are joined again.

A piece that begins in lower case goes on with words that stopped without an end. Where two columns
were read one after the other, two pieces stop and two go on: the first that goes on belongs to the
first that stopped. What goes on with nothing is left as it stands and reported.
"""

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from ingest.blocks import BlockKind, Finding, FindingKind
from ingest.pieces import Piece, ends_open, title_like

_LIST_GOES_ON = re.compile(r"[;,]\s*(?:and|or)$")
_CUT_SHORT = re.compile(
    r"(?:[,(]|\w-|\b(?:a|an|and|are|as|at|by|for|from|how|if|in|is|of|on|or|our|that|the|their|this|to|we|which|"
    r"will|with))$"
)
_ASKS = re.compile(r"(?:^|[.?!]\s+)(?:How|What|Who|Why|Where|When|Which)\b[^.?!]*$")
"""A question that only lacks its mark is more often whole than cut."""

_NO_END = re.compile(r"\b(?:a|an|and|of|or|our|the|their|which)$")
"""No sentence ends so, even where another item follows."""

_REACH = 12
"""So many pieces may stand between a cut sentence and the words that go on with it."""

_FEWEST_WORDS = 6
_OFTEN = 4
"""Two capitalised words that stand together so often are a name."""


def mend(pieces: Sequence[Piece]) -> tuple[tuple[Piece, ...], tuple[Finding, ...]]:
    """Join what was cut; each join and each loose end is a finding."""
    mending = _Mending(_names(pieces))
    for at, piece in enumerate(pieces):
        following = pieces[at + 1] if at + 1 < len(pieces) else None
        mending.take(piece, following)
    return tuple(mending.pieces), tuple(mending.findings)


def _names(pieces: Sequence[Piece]) -> frozenset[str]:
    """Collect the pairs of capitalised words that a document uses again and again."""
    pairs: Counter[str] = Counter()
    for piece in pieces:
        words = piece.text.split()
        for one, other in itertools.pairwise(words):
            if one.istitle() and other[0].isupper():
                pairs[f"{one} {other}"] += 1
    return frozenset(pair for pair, times in pairs.items() if times >= _OFTEN)


class _Mending:
    """The pieces so far, and those of them that wait for the rest of their sentence."""

    def __init__(self, names: frozenset[str]) -> None:
        self._names = names
        self.pieces: list[Piece] = []
        self.findings: list[Finding] = []
        self._waiting: list[tuple[int, bool]] = []
        self._continued: set[int] = set()

    def take(self, piece: Piece, following: Piece | None) -> None:
        """Add one piece, or join it to the one that it goes on with."""
        at = self._goes_on_with(piece) if _is_loose(piece, self._last()) else None
        if self._parts_name(piece):
            at = len(self.pieces) - 1
        if at is not None:
            self._join(at, piece)
            return
        if _is_loose(piece, self._last()) and piece.kind is BlockKind.PARAGRAPH:
            self._report(FindingKind.LOOKED_BROKEN, "a sentence without its beginning", piece)
        self.pieces.append(piece)
        if not piece.in_row and _was_cut(piece, following):
            definite = _CUT_SHORT.search(piece.text) is not None
            if definite or self._stands_out(piece):
                self._waiting.append((len(self.pieces) - 1, definite))

    def _parts_name(self, piece: Piece) -> bool:
        """Tell whether a name was cut in two: "… Child" and "Protection planning …"."""
        last = self._last()
        if last is None or piece.kind is not BlockKind.PARAGRAPH or not _was_cut(last, piece):
            return False
        pair = f"{last.text.split()[-1]} {piece.text.split()[0]}"
        return pair in self._names and not title_like(piece.text)

    def _stands_out(self, piece: Piece) -> bool:
        """Tell whether it is unusual, where a piece stands, that it has no end."""
        if _ASKS.search(piece.text) or not piece.text[-1].isalnum():
            return False
        above = self.pieces[-2] if len(self.pieces) > 1 else None
        return above is None or not _is_sibling(piece, above) or not ends_open(above.text)

    def _last(self) -> Piece | None:
        return self.pieces[-1] if self.pieces else None

    def _goes_on_with(self, piece: Piece) -> int | None:
        """Choose the cut piece that this one completes; None where there is none."""
        last = len(self.pieces) - 1
        self._waiting = [
            (at, sure)
            for at, sure in self._waiting
            if last - at <= (_REACH if at not in self._continued else 3)
        ]
        if piece.kind is BlockKind.ITEM:
            return last
        adjacent = last >= 0 and _was_cut(self.pieces[last], piece)
        if piece.in_row or (adjacent and self.pieces[last].in_row):
            return last if adjacent else None
        owed = [at for at, sure in self._waiting if sure or adjacent]
        if adjacent and len(owed) > 1:
            self._waiting = [(at, True) for at, _ in self._waiting]
        return min([*owed, *([last] if adjacent else [])], default=None)

    def _join(self, at: int, piece: Piece) -> None:
        joined = self.pieces[at]
        self._report(FindingKind.MENDED, f"a sentence cut at {joined.place}", piece)
        self.pieces[at] = replace(joined, text=f"{joined.text} {piece.text}")
        self._waiting = [(one, sure) for one, sure in self._waiting if one != at]
        if _was_cut(self.pieces[at], None):
            self._continued.add(at)
            self._waiting.append((at, bool(_CUT_SHORT.search(self.pieces[at].text))))

    def _report(self, kind: FindingKind, what: str, piece: Piece) -> None:
        self.findings.append(Finding(kind=kind, what=what, place=piece.place, text=piece.text))


def _is_loose(piece: Piece, last: Piece | None) -> bool:
    """Tell whether a piece begins in the middle of a sentence."""
    if not piece.text[0].islower() or piece.kind is BlockKind.HEADING or last is None:
        return False
    if piece.text.startswith(("http", "www.", "e.g", "i.e")):
        return False
    if piece.kind is BlockKind.ITEM:
        cut = last.kind is not BlockKind.HEADING and ends_open(last.text)
        cut = cut and not _LIST_GOES_ON.search(last.text)
        return cut and last.text[0].isupper() and not last.text.endswith((";", ","))
    return True


def _was_cut(piece: Piece, following: Piece | None) -> bool:
    """Tell whether a piece stops before its sentence does, as far as can be seen."""
    if piece.kind is BlockKind.HEADING or not ends_open(piece.text):
        return False
    if _LIST_GOES_ON.search(piece.text) and piece.kind is BlockKind.ITEM:
        return False
    if _NO_END.search(piece.text):
        return True
    if _CUT_SHORT.search(piece.text):
        return following is None or not _is_sibling(piece, following) or following.text[0].islower()
    if len(piece.text.split()) < _FEWEST_WORDS or (piece.text.endswith(";") and following is None):
        return False
    if following is not None and _is_sibling(piece, following):
        return False
    return piece.kind is BlockKind.ITEM or piece.in_row or not title_like(piece.text)


def _is_sibling(piece: Piece, following: Piece) -> bool:
    return piece.kind is BlockKind.ITEM and following.kind is BlockKind.ITEM
