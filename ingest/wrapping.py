"""Telling a line that only continues the one above it from one that begins something new."""

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.lines import Line

_LONGEST_WRAPPED = 160
"""Lines longer than this many characters are whole paragraphs, not lines of a page."""

_FULL = 0.78
"""A line this full, of the usual longest, may have been broken only because the page ended."""

_ENDS = (".", "!", "?", ":", ";", "…")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wrapping:
    """How a document breaks its lines: the usual longest line, or None where it does not wrap."""

    width: int | None

    def continues(self, above: str, line: str, *, item: bool) -> bool:
        """Tell whether `line`, right under `above`, is the same paragraph or list item."""
        words = line.strip()
        if words[0].islower():
            return True
        if self.width is None:
            return item and line[0] == " " and not above.rstrip().endswith(_ENDS)
        fullness = (len(above.strip()) + 1 + len(words.split()[0])) / self.width
        if above.rstrip().endswith(_ENDS):
            return fullness >= 1.0
        return fullness >= _FULL


def wrapping_of(lines: Sequence[Line]) -> Wrapping:
    """Measure a document: it wraps where no line is long and many are nearly as long as any."""
    lengths = sorted(len(line.text.strip()) for line in lines if line.text.strip())
    if not lengths:
        return Wrapping(width=None)
    longest = lengths[int(len(lengths) * 0.97)]
    nearly = sum(length >= _FULL * longest for length in lengths)
    wraps = lengths[-1] <= _LONGEST_WRAPPED * 1.5 and longest <= _LONGEST_WRAPPED
    return Wrapping(width=longest if wraps and nearly >= len(lengths) * 0.15 else None)
