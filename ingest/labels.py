"""Side columns of broken tables: labels that stand among the duties are taken from between them.

Some documents print each list of expectations beside a column that names its principle, its values
and its goals. Where the table broke, that column's words come as short paragraphs between the
items, or, worse, run through a paragraph word by word. A marker ("Principle & Value:") shows that a
document does this; the phrases that follow its markers again and again are the labels.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.blocks import BlockKind, Finding, FindingKind, Place
from ingest.interleaved import without_phrases
from ingest.pieces import Piece, is_bottom_lines, key, names_background, title_like
from ingest.rows import names_tags

_MARKER = re.compile(r"\bprinciples? (?:&|and) values?\s*:", re.IGNORECASE)
_ONLY_MARKER = re.compile(
    r"^\W*(?:\w+\W+){0,3}principles? (?:&|and) values?\s*:?\W*$", re.IGNORECASE
)
_EXPECTS = re.compile(
    r"^(?P<title>.{3,140}?\bpractice expectations (?:and|&) bottom lines)\b", re.IGNORECASE
)
_SAYS_WHAT = re.compile(r"^\s*expectations (?:and|&) bottom lines\b", re.IGNORECASE)
_FEWEST_MARKERS = 3
_LONGEST_LABEL = 20
_NEAR = 14
"""Labels stand within so many pieces after a marker."""

_GARBLED = 45
"""A paragraph of more words than this, with a marker inside, is two columns read as one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """The phrases of a document's side column."""

    marker: str
    principles: tuple[str, ...]
    """Phrases that come right after the marker."""

    others: tuple[str, ...]


def lift_labels(pieces: Sequence[Piece]) -> tuple[tuple[Piece, ...], tuple[Finding, ...]]:
    """Take side-column labels out, tag what follows with its principle, and report each label."""
    labels = labels_of(pieces)
    if labels is None:
        return tuple(pieces), ()
    lifting = _Lifting(labels)
    for piece in pieces:
        lifting.take(piece)
    return tuple(lifting.pieces), tuple(lifting.findings)


def labels_of(pieces: Sequence[Piece]) -> Labels | None:
    """Learn a document's labels from the short paragraphs that follow its markers, or give None."""
    markers = [at for at, piece in enumerate(pieces) if _ONLY_MARKER.match(piece.text)]
    if len(markers) < _FEWEST_MARKERS:
        return None
    first: Counter[str] = Counter()
    near: Counter[str] = Counter()
    for at in markers:
        tags = [piece.text for piece in _tags(pieces[at + 1 : at + 1 + _NEAR])]
        first.update(tags[:1])
        near.update(set(tags))
    principles = [text for text, times in first.items() if times > 1 or len(text.split()) > 3]
    others = [text for text, times in near.items() if times > 1 and text not in principles]
    return Labels(
        marker=pieces[markers[0]].text,
        principles=tuple(sorted(principles, key=len, reverse=True)),
        others=tuple(sorted(others, key=len, reverse=True)),
    )


def _tags(pieces: Sequence[Piece]) -> Iterator[Piece]:
    for piece in pieces:
        if not _is_short(piece) or is_bottom_lines(piece.text) or _ONLY_MARKER.match(piece.text):
            return
        yield piece


def _is_short(piece: Piece) -> bool:
    listed = piece.kind is BlockKind.ITEM or piece.in_row
    return (
        not listed and len(piece.text.split()) <= _LONGEST_LABEL and not _EXPECTS.match(piece.text)
    )


def _marker_of(labels: Labels) -> re.Pattern[str]:
    """Make a pattern of a document's own marker, whose last word may be one or many."""
    start = _MARKER.search(labels.marker)
    led_by = re.escape(labels.marker[: start.start()] if start else "")
    return re.compile(rf"{led_by}{_MARKER.pattern}", re.IGNORECASE)


class _Lifting:
    """The pieces without labels, and the principle that the last label named."""

    def __init__(self, labels: Labels) -> None:
        self.pieces: list[Piece] = []
        self.findings: list[Finding] = []
        self._labels = labels
        self._principle: str | None = None
        self._after_marker = False
        self._tagged = False
        self._known = {key(text) for text in (*labels.principles, *labels.others)}
        self._marker = _marker_of(labels)
        self._among_labels = False
        self._title = ""
        self._told = ""
        self._unnamed: list[int] = []
        """Pieces that came after a marker but before the label that names their principle."""

    def take(self, piece: Piece) -> None:
        """Keep a piece, or lift it out as a label."""
        if _MARKER.search(piece.text) and len(piece.text.split()) > _GARBLED:
            self._garbled(piece)
        elif _ONLY_MARKER.match(piece.text):
            self._after_marker, self._tagged, self._principle = True, True, None
            self._report(piece.place, piece.text)
        elif self._is_label(piece):
            if self._after_marker:
                self._name(self._named(piece.text))
            self._after_marker, self._among_labels = False, True
            self._report(piece.place, piece.text)
        else:
            self._keep(piece)

    def _name(self, principle: str | None) -> None:
        """Let a principle stand for what follows, and for what waits for its name."""
        self._principle = principle
        for at in self._unnamed:
            self.pieces[at] = replace(self.pieces[at], principle=principle)
        self._unnamed = []

    def _keep(self, piece: Piece) -> None:
        self._after_marker = self._among_labels = False
        self._unnamed = []
        title = key(piece.text) if _EXPECTS.match(piece.text) else ""
        ends = is_bottom_lines(piece.text) or (bool(title) and title != self._title)
        self._title = title or self._title
        ends = ends or (_is_short(piece) and names_background(piece.text))
        if ends or piece.kind is BlockKind.HEADING:
            self._principle, self._tagged = None, not is_bottom_lines(piece.text) and self._tagged
        if piece.in_row and piece.principle is not None:
            if piece.principle != self._told:
                self._report(piece.place, piece.principle)
            self._told = piece.principle
            piece = replace(piece, principle=self._row_principle(piece.principle))
        elif not piece.in_row and self._principle:
            piece = replace(piece, principle=self._principle)
        self.pieces.append(piece)

    def _is_label(self, piece: Piece) -> bool:
        """Tell a label, or a piece of one that was broken over lines or pages."""
        if not _is_short(piece) or is_bottom_lines(piece.text):
            return False
        words = key(piece.text)
        if self._after_marker or words in self._known or not words:
            return True
        if self._among_labels and any(known.endswith(words) for known in self._known):
            return True
        part = len(words.split()) > 1 and any(words in known for known in self._known)
        return part or (self._tagged and len(words) < 4)

    def _named(self, text: str) -> str | None:
        """Give the principle in full where a label names it, in whole or in its first words."""
        words = key(text)
        for principle in self._labels.principles:
            if key(principle) == words or (
                len(words.split()) > 2 and key(principle).startswith(words)
            ):
                return principle.rstrip(".")
        return None

    def _row_principle(self, told: str) -> str | None:
        words = key(told)
        for principle in self._labels.principles:
            whole = key(principle) in words
            if whole or (len(words.split()) > 2 and key(principle).startswith(words)):
                self._principle = principle.rstrip(".")
                return self._principle
        if _ONLY_MARKER.match(told):
            self._principle = None
        return self._principle

    def _garbled(self, piece: Piece) -> None:
        """Read a paragraph in which the side column runs through the duties."""
        before, *parts = self._marker.split(piece.text)
        found = _EXPECTS.match(before)
        if found and not names_tags(found["title"]):
            self._keep(replace(piece, kind=BlockKind.HEADING, text=found["title"], level=1))
            before = before[len(found["title"]) :]
        elif _SAYS_WHAT.match(before) and self.pieces and title_like(self.pieces[-1].text):
            said = _SAYS_WHAT.match(before)
            title = self.pieces.pop()
            text = f"{title.text} {said[0] if said else ''}"
            self._keep(replace(title, kind=BlockKind.HEADING, text=text, level=1))
        if before.strip():
            self._report(piece.place, before.strip())
        for part in parts:
            self._report(piece.place, self._labels.marker)
            self._column(piece, part)

    def _column(self, piece: Piece, words: str) -> None:
        """Take the labels out of what follows one marker."""
        rest, taken = without_phrases(words, (*self._labels.principles, *self._labels.others))
        named = [self._named(phrase) for phrase in taken]
        self._name(next((one for one in named if one), None))
        self._after_marker = self._principle is None
        for phrase in taken:
            self._report(piece.place, phrase)
        if rest:
            self._mended(piece, rest)
            self._unnamed = [len(self.pieces) - 1] if self._principle is None else []

    def _mended(self, piece: Piece, rest: str) -> None:
        what = "two columns read as one; the side column's words were taken from between"
        broken = Finding(
            kind=FindingKind.LOOKED_BROKEN, what=what, place=piece.place, text=piece.text
        )
        if broken not in self.findings:
            self.findings.append(broken)
        self.pieces.append(
            replace(
                piece, text=rest, principle=self._principle, in_row=True, kind=BlockKind.PARAGRAPH
            )
        )

    def _report(self, place: Place, text: str) -> None:
        self.findings.append(
            Finding(kind=FindingKind.LEFT_OUT, what="side-column label", place=place, text=text)
        )
