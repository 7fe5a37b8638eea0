"""Sentences that a page break, a column or a table cell cut in two are joined again.

A piece that begins in lower case goes on with words that stopped without an end. Where two columns
were read one after the other, two pieces stop and two go on: the first that goes on belongs to the
first that stopped. What goes on with nothing, and what nothing goes on with, is left as it stands
and reported. A join over other pieces is a guess, and is reported as one.
"""

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from ingest.blocks import BlockKind, Finding, FindingKind
from ingest.columns import ReadingOrder, crossed
from ingest.cuts import CUT_SHORT, hangs_on, is_loose, is_sibling, was_cut
from ingest.headings import says_expectations
from ingest.pieces import Piece, ends_open, is_bottom_lines, title_like

_ASKS = re.compile(r"(?:^|[.?!]\s+)(?:How|What|Who|Why|Where|When|Which)\b[^.?!]*$")
"""A question that only lacks its mark is more often whole than cut."""

_REACH = 12
"""So many pieces may stand between a cut sentence and the words that go on with it."""

_FIRST_SENTENCE = re.compile(r"^.*?\w{4}[.!?](?=\s+[A-Z])")
_OFTEN = 4
"""Two capitalised words that stand together so often are a name."""


def mend(pieces: Sequence[Piece]) -> tuple[tuple[Piece, ...], tuple[Finding, ...]]:
    """Join what was cut; each join and each loose end is a finding."""
    mending = _Mending(_names(pieces), _repeated(pieces))
    stand, findings = crossed(pieces)
    for at, piece in enumerate(pieces):
        following = pieces[at + 1] if at + 1 < len(pieces) else None
        if at in stand:
            mending.add(replace(piece, doubted=True))
        else:
            mending.take(piece, following)
    mending.give_up()
    return mending.order.put(mending.pieces), (*mending.findings, *findings)


def _names(pieces: Sequence[Piece]) -> frozenset[str]:
    """Collect the pairs of capitalised words that a document uses again and again."""
    pairs: Counter[str] = Counter()
    for piece in pieces:
        words = piece.text.split()
        for one, other in itertools.pairwise(words):
            if one.istitle() and other[0].isupper():
                pairs[f"{one} {other}"] += 1
    return frozenset(pair for pair, times in pairs.items() if times >= _OFTEN)


def _repeated(pieces: Sequence[Piece]) -> frozenset[str]:
    """Collect the texts that stand in a document more than once, as titles do."""
    times = Counter(piece.text for piece in pieces)
    return frozenset(text for text, count in times.items() if count > 1)


class _Mending:
    """The pieces so far, and those of them that wait for the rest of their sentence."""

    def __init__(self, names: frozenset[str], repeated: frozenset[str]) -> None:
        self._names = names
        self._repeated = repeated
        self.pieces: list[Piece] = []
        self.findings: list[Finding] = []
        self.order = ReadingOrder()
        self._waiting: list[tuple[int, bool]] = []
        self._continued: set[int] = set()

    def add(self, piece: Piece) -> None:
        """Add one piece as it stands."""
        self.pieces.append(piece)
        self.order.add(piece)

    def take(self, piece: Piece, following: Piece | None) -> None:
        """Add one piece, or join it to the one that it goes on with."""
        if _opens_list(piece):
            self.give_up()
        at = self._goes_on_with(piece) if is_loose(piece, self._last()) else None
        if self._parts_name(piece) or hangs_on(piece, self._last(), following):
            at = len(self.pieces) - 1
        if at is not None:
            self._join(at, piece)
            return
        if is_loose(piece, self._last()) and piece.kind is BlockKind.PARAGRAPH:
            self._report(FindingKind.LOOKED_BROKEN, "a sentence without its beginning", piece)
            piece = replace(piece, doubted=not self._goes_on_in_list(piece))
        self.add(piece)
        if not piece.in_row and was_cut(piece, following):
            definite = CUT_SHORT.search(piece.text) is not None
            if definite or self._stands_out(piece):
                self._waiting.append((len(self.pieces) - 1, definite))

    def _goes_on_in_list(self, piece: Piece) -> bool:
        """Tell a cell, or a line of a list without marks: what begins so may still be a duty."""
        last = self._last()
        return piece.in_row or (last is not None and last.text.endswith((":", ";")))

    def give_up(self) -> None:
        """Report the cut sentences that nothing went on with, and wait for their rest no more."""
        self._forget(len(self.pieces) + _REACH + 1)

    def _parts_name(self, piece: Piece) -> bool:
        """Tell whether a name was cut in two: "… Child" and "Protection planning …"."""
        last = self._last()
        if last is None or piece.kind is not BlockKind.PARAGRAPH or not was_cut(last, piece):
            return False
        pair = f"{last.text.split()[-1]} {piece.text.split()[0]}"
        return pair in self._names and not title_like(piece.text)

    def _stands_out(self, piece: Piece) -> bool:
        """Tell whether it is unusual, where a piece stands, that it has no end."""
        if _ASKS.search(piece.text) or not piece.text[-1].isalnum():
            return False
        above = self.pieces[-2] if len(self.pieces) > 1 else None
        return above is None or not is_sibling(piece, above) or not ends_open(above.text)

    def _last(self) -> Piece | None:
        return self.pieces[-1] if self.pieces else None

    def _goes_on_with(self, piece: Piece) -> int | None:
        """Choose the cut piece that this one completes; None where there is none."""
        last = len(self.pieces) - 1
        self._forget(last)
        if piece.kind is BlockKind.ITEM:
            return last
        adjacent = last >= 0 and was_cut(self.pieces[last], piece)
        if piece.in_row or (adjacent and self.pieces[last].in_row):
            return last if adjacent else None
        owed = [at for at, sure in self._waiting if sure or adjacent]
        if adjacent and len(owed) > 1:
            self._waiting = [(at, True) for at, _ in self._waiting]
        return min([*owed, *([last] if adjacent else [])], default=None)

    def _forget(self, last: int) -> None:
        """Wait no more for the rest of what stands too far above piece `last`."""
        kept = []
        for at, sure in self._waiting:
            if last - at <= (_REACH if at not in self._continued else 3):
                kept.append((at, sure))
            elif sure and not self._may_head(self.pieces[at]):
                what = "a sentence without its end"
                self._report(FindingKind.LOOKED_BROKEN, what, self.pieces[at])
        self._waiting = kept

    def _may_head(self, piece: Piece) -> bool:
        return piece.text in self._repeated or piece.text[0].isdigit()

    def _join(self, at: int, piece: Piece) -> None:
        joined = self.pieces[at]
        kind, what = FindingKind.MENDED, f"a sentence cut at {joined.place}"
        if self.order.goes_on(at):
            kind = FindingKind.LOOKED_BROKEN
            what = (
                f"two columns read as one: this goes on with {joined.place}, and what stands"
                " between or follows may belong under another heading"
            )
        elif at < len(self.pieces) - 1:
            kind = FindingKind.LOOKED_BROKEN
            what = f"{what}, joined by guess over what stands between"
        self._report(kind, what, piece)
        ended, rest = _parted(piece, joined)
        label = piece.label if rest is None and piece.in_row else ""
        label = label if label.startswith(joined.label) else joined.label
        self.pieces[at] = replace(joined, text=f"{joined.text} {ended}", label=label)
        self._waiting = [(one, sure) for one, sure in self._waiting if one != at]
        if rest is not None:
            what = f"two rows read as one: the words before these go on with {joined.place}"
            self._report(FindingKind.LOOKED_BROKEN, what, rest)
            self.add(rest)
        elif was_cut(self.pieces[at], None):
            self._continued.add(at)
            self._waiting.append((at, bool(CUT_SHORT.search(self.pieces[at].text))))

    def _report(self, kind: FindingKind, what: str, piece: Piece) -> None:
        self.findings.append(Finding(kind=kind, what=what, place=piece.place, text=piece.text))


def _parted(piece: Piece, joined: Piece) -> tuple[str, Piece | None]:
    """Part the end of the row above from what a row with a label of its own says itself."""
    first = _FIRST_SENTENCE.match(piece.text)
    own = piece.in_row and piece.label and piece.label != joined.label
    if not own or first is None or ends_open(piece.text):
        return piece.text, None
    label = piece.label.removeprefix(joined.label).strip()
    return first[0], replace(piece, label=label, text=piece.text[first.end() :].strip())


def _opens_list(piece: Piece) -> bool:
    """Tell words over which no sentence goes on: they open expectations or bottom lines."""
    return not piece.in_row and (is_bottom_lines(piece.text) or says_expectations(piece.text))
