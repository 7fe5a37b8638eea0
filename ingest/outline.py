"""Which pieces are headings, and under which headings every other piece stands."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.blocks import BlockKind, Finding, FindingKind
from ingest.contents import Entry
from ingest.headings import (
    KnownHeadings,
    completes,
    is_key_fact,
    is_reflective,
    is_short,
    looks_like_title,
    names_chart,
    opens_part,
    says_expectations,
    shortened,
)
from ingest.pieces import Piece, is_bottom_lines, key, names_background, title_like

_UNREAD_CHART = "a picture or chart was not read: its steps are missing, look in the document"
_NOT_WHOLE_CHART = "a chart beside others that were not read; look for its steps in the document"
_NOTES = 2
"""So few passages under a chart's title are the notes beside it."""

_STRAY = 6
"""A stray title has no more words than this."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A piece that is no heading, with the headings above it."""

    piece: Piece
    section: tuple[str, ...]
    bottom_lines: bool = False
    """A heading says that bottom lines stand here."""

    expectations: bool = False
    """A heading says that practice expectations stand here."""


def outline(
    pieces: Sequence[Piece], entries: Sequence[Entry]
) -> tuple[tuple[Passage, ...], tuple[Finding, ...]]:
    """Put every piece under its headings; a heading with nothing under it is a finding."""
    known = KnownHeadings(entries, pieces)
    ready, supplied = known.supplied(pieces)
    outlining = _Outlining(known, sum(piece.number is not None for piece in pieces))
    for at, piece in enumerate(ready):
        outlining.take(piece, ready[at + 1] if at + 1 < len(ready) else None)
    outlining.end()
    return tuple(outlining.passages), (*supplied, *outlining.findings)


@dataclass(slots=True, kw_only=True)
class _Heading:
    piece: Piece
    text: str
    level: int
    bottom_lines: bool = False
    expectations: bool = False
    told: int = 0
    """So many passages stand under it."""

    facts: bool = False
    """It is unmarked and key facts stand right under it: what is titled below is part of it."""


class _Outlining:
    """The headings that stand open, and the passages under them."""

    def __init__(self, known: KnownHeadings, numbered: int) -> None:
        self.passages: list[Passage] = []
        self.findings: list[Finding] = []
        self._known = known
        self._open: list[_Heading] = []
        self._among_facts = False
        self._charts: list[_Heading] = []
        self._numbered_left = numbered
        self._standards_end = False
        """All numbered standards stand above: an unmarked heading is no part of the last."""

    def take(self, piece: Piece, following: Piece | None) -> None:
        """Open a heading, or place a passage under those that stand open."""
        level = self._level(piece, following)
        if piece.number:
            self._numbered_left -= 1
            self._standards_end = not self._numbered_left
        if level is None:
            self._place(piece)
        elif is_bottom_lines(piece.text):
            self._open_heading(piece, piece.text.rstrip(" .…:"), level, bottom_lines=True)
        else:
            self._title(piece, level)

    def end(self) -> None:
        """Report the last headings with nothing under them, and charts that were not read."""
        self._close(0)
        unread = [chart for chart in self._charts if chart.told <= _NOTES]
        for chart in self._charts:
            if chart.told <= _NOTES:
                self._report(FindingKind.LOOKED_BROKEN, _UNREAD_CHART, chart.piece)
            elif 2 * len(unread) > len(self._charts):
                self._report(FindingKind.LOOKED_BROKEN, _NOT_WHOLE_CHART, chart.piece)

    @property
    def _is_bare(self) -> bool:
        return bool(self._open) and not self._open[-1].told

    def _close(self, level: int) -> None:
        """Close the headings from a level on; one with nothing under it is reported."""
        while self._open and self._open[-1].level >= level:
            heading = self._open.pop()
            if names_chart(heading.text):
                self._charts.append(heading)
            elif not heading.told:
                self._report(FindingKind.LEFT_OUT, "heading with nothing under it", heading.piece)

    def _level(self, piece: Piece, following: Piece | None) -> int | None:
        """Give a heading's level, or None for a piece that is no heading."""
        if piece.kind is BlockKind.ITEM:
            return None
        if is_bottom_lines(piece.text):
            return self._known.deepest + 1
        entry = self._known.entry(piece.text)
        if piece.kind is BlockKind.HEADING:
            return entry.level if entry is not None else max(1, piece.level)
        if piece.number:
            again = is_short(piece) and self._stands_open(self._known.named(piece.text))
            stray = self._is_stray(piece, following)
            return self._open[-1].level if again else self._known.deepest + 1 if stray else None
        if names_background(piece.text) and opens_part(piece):
            return entry.level if entry is not None else 1
        listed = following is not None and following.kind is BlockKind.ITEM
        if piece.text.endswith(":") and listed:
            return None
        if self._completes(piece) or self._stands_open(piece.text):
            return self._open[-1].level
        if entry is not None and is_short(piece):
            return entry.level
        if opens_part(piece):
            return 1
        if not self._is_title(piece, following):
            return None
        return self._title_level(piece, following or piece)

    def _is_stray(self, piece: Piece, following: Piece | None) -> bool:
        """Tell a title printed at the end of a numbered paragraph: the next page's, not its own."""
        above = self.passages[-1].piece if self.passages else None
        if above is None or above.number != piece.number or not above.text.endswith("."):
            return False
        last = following is None or following.number != piece.number
        return last and title_like(piece.text) and 1 < len(piece.text.split()) <= _STRAY

    def _title_level(self, piece: Piece, following: Piece) -> int:
        beyond = self._standards_end and key(piece.text) not in self._known.repeated
        under = self._is_bare and self._open[-1].level == 1
        if beyond and not under:
            return 1
        owned = any(one.facts for one in self._open) and not is_key_fact(following.text)
        return self._known.deepest + 1 + owned

    def _completes(self, piece: Piece) -> bool:
        return self._is_bare and completes(self._open[-1].text, piece)

    def _is_title(self, piece: Piece, following: Piece | None) -> bool:
        if following is None:
            return title_like(piece.text) and key(piece.text) in self._known.repeated
        if any(is_reflective(one.text) for one in self._open):
            return False
        return looks_like_title(piece, following, among_facts=self._among_facts)

    def _title(self, piece: Piece, level: int) -> None:
        text = self._known.named(piece.text)
        if self._stands_open(text):
            self._report(FindingKind.LEFT_OUT, "repeated heading", piece)
        elif self._completes(piece):
            self._complete(piece, text)
        else:
            self._open_heading(piece, text, level + self._follows_title(level))

    def _complete(self, piece: Piece, words: str) -> None:
        """Add the rest of its words to the heading above; a note behind a star is a passage."""
        text, mark, note = words.partition(" * ")
        heading = self._open[-1]
        heading.text = f"{heading.text} {text}"
        heading.piece = replace(heading.piece, text=heading.text)
        if note:
            self._place(replace(piece, text=f"{mark.strip()} {note}"))

    def _follows_title(self, level: int) -> bool:
        """Tell whether a heading stands right under another of its kind: it is one step deeper."""
        unmarked = level > self._known.deepest and bool(self.passages)
        return unmarked and self._is_bare and self._open[-1].level == level

    def _stands_open(self, text: str) -> bool:
        """Tell whether a heading repeats one that stands open, on the next page for instance."""
        words = key(shortened(text)) or key(text)
        return any(
            words == key(one.text)
            or (one.expectations and words.startswith(f"{key(one.text)} ") and ":" in text)
            or (":" in one.text and words == key(one.text.split(":", 1)[1]))
            for one in self._open
        )

    def _open_heading(
        self, piece: Piece, text: str, level: int, *, bottom_lines: bool = False
    ) -> None:
        self._close(level)
        expects, short = says_expectations(text), shortened(text)
        if short and short != text:
            self._report(FindingKind.MENDED, "heading shortened", replace(piece, text=text))
            text = short
        self._open.append(
            _Heading(
                piece=piece, text=text, level=level, bottom_lines=bottom_lines, expectations=expects
            )
        )

    def _place(self, piece: Piece) -> None:
        self._among_facts = is_key_fact(piece.text)
        self._end_of_cell(piece)
        if self._among_facts and self._is_bare and self._open[-1].level > self._known.deepest:
            self._open[-1].facts = True
        for heading in self._open:
            heading.told += 1
        section = tuple(one.text for one in self._open)
        if piece.column and piece.column not in section:
            section = (*section, piece.column)
        self.passages.append(
            Passage(
                piece=piece,
                section=section,
                bottom_lines=any(one.bottom_lines for one in self._open),
                expectations=any(one.expectations for one in self._open),
            )
        )

    def _end_of_cell(self, piece: Piece) -> None:
        """Close a heading that stood among duties of one principle where another one begins."""
        for heading in self._open[1:]:
            told = heading.piece.principle
            inside = told is not None and not heading.bottom_lines and not heading.expectations
            if inside and piece.principle is not None and piece.principle != told:
                self._close(heading.level)
                return

    def _report(self, kind: FindingKind, what: str, piece: Piece) -> None:
        text = f"{piece.label} {piece.text}".strip()
        self.findings.append(Finding(kind=kind, what=what, place=piece.place, text=text))
