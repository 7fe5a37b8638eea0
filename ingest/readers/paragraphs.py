"""Printed lines as the text reader likes them: a paragraph a line, blank lines between.

Only a page knows where its lines stand, so broken lines are joined here, by gap, indent and
right margin; what kind of block each paragraph is, the text reader tells from its words.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from statistics import median

from ingest.blocks import Finding, FindingKind, Place
from ingest.marks import item_parts, led_by_number
from ingest.readers.hyphens import joined
from ingest.readers.markers import FONT_BULLETS, looks_like_heading
from ingest.readers.pdf_lines import PrintedLine, width

LOOSE = 1.25
"""A gap this many times the usual one parts paragraphs."""

SLACK = 0.06
"""Share of a line's length that its estimated width may be out."""

ENDS = (".", "!", "?", ":", ";", "…")
LONGEST_HEADING = 25
DEEPEST = 6
LEADER = re.compile(r"(?:\s*[.…]){4,}\s*(?=\d{1,3}$)")
"""The dots between a contents entry and its page."""

BARE_BULLET = re.compile(r"^[•·▪◦●○■□\uf0b7\uf0a7]$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """How a document is set: its body size, the usual gap for each size, its words."""

    body: float
    gaps: Mapping[float, float]
    known: Counter[str]
    headings: Mapping[float, int]
    """Each size above the body's to its heading level."""

    edges: Mapping[tuple[int, float], float]
    """Page and size to where the lines of that size end at the latest."""


@dataclass(slots=True, kw_only=True)
class Paragraph:
    """Lines that belong together, and their words so far."""

    lines: list[PrintedLine]
    text: str
    mended: list[Finding] = field(default_factory=list)


def setting_of(lines: Sequence[PrintedLine], known: Counter[str]) -> Setting:
    """Measure a document."""
    weights: Counter[float] = Counter()
    for line in lines:
        weights[line.size] += len(line.text)
    body = weights.most_common(1)[0][0] if weights else 0.0
    larger = sorted((size for size in weights if size > body + 0.9), reverse=True)
    return Setting(
        body=body,
        gaps={size: median(found) for size, found in _gaps(lines).items()},
        known=known,
        headings={size: min(at, DEEPEST - 1) for at, size in enumerate(larger, start=1)},
        edges=_right_edges(lines),
    )


def in_cell(lines: Sequence[PrintedLine], setting: Setting) -> Setting:
    """Measure a table cell, whose lines may stand wider apart than the document's."""
    return replace(setting, gaps={size: min(found) for size, found in _gaps(lines).items()})


def paragraphs_of(
    lines: Sequence[PrintedLine], setting: Setting, *, edge: float | None = None
) -> Iterator[Paragraph]:
    """Join the lines of each paragraph; `edge` is where lines must end, where that is known."""
    open_one: Paragraph | None = None
    for line in lines:
        if open_one is None or _begins(open_one, line, setting, edge):
            if open_one is not None:
                yield open_one
            open_one = Paragraph(lines=[line], text=line.text.translate(FONT_BULLETS))
        else:
            _add(open_one, line, setting)
    if open_one is not None:
        yield open_one


def heading_of(paragraph: Paragraph, setting: Setting) -> int:
    """Give a heading's level, 0 for a paragraph."""
    first, text = paragraph.lines[0], paragraph.text
    if (
        "\t" in text
        or LEADER.search(text)
        or item_parts(text)
        or len(text.split()) > LONGEST_HEADING
    ):
        return 0
    if first.size in setting.headings:
        return setting.headings[first.size]
    bold = all(line.bold for line in paragraph.lines) and first.size > setting.body - 0.5
    return len(set(setting.headings.values())) + 1 if bold and looks_like_heading(text) else 0


def _add(paragraph: Paragraph, line: PrintedLine, setting: Setting) -> None:
    above = paragraph.lines[-1]
    paragraph.text, word = joined(paragraph.text, line.text, setting.known)
    place = Place(page=above.page, line=above.line)
    if word is not None:
        what = "word cut by the end of a line"
        paragraph.mended.append(Finding(kind=FindingKind.MENDED, what=what, place=place, text=word))
    if above.page != line.page:
        what = "sentence cut by the end of a page"
        text = f"{above.text[-60:]} / {line.text[:60]}"
        paragraph.mended.append(Finding(kind=FindingKind.MENDED, what=what, place=place, text=text))
    paragraph.lines.append(line)


def _begins(
    paragraph: Paragraph,
    line: PrintedLine,
    setting: Setting,
    edge: float | None,
) -> bool:
    """Tell whether a line begins a new paragraph."""
    first, above = paragraph.lines[0], paragraph.lines[-1]
    text = line.text.translate(FONT_BULLETS)
    if BARE_BULLET.match(paragraph.text):
        return False
    if item_parts(text) or BARE_BULLET.match(text) or led_by_number(text):
        return True
    if "\t" in above.text or "\t" in text or LEADER.search(above.text):
        return True
    if above.page != line.page:
        return not (text[0].islower() and not above.text.endswith(ENDS))
    if above.mark is not None and above.mark == line.mark:
        return False
    if abs(above.size - line.size) > 0.5 or above.bold != line.bold:
        return True
    gap = above.y - line.y
    if not 0 < gap <= LOOSE * setting.gaps.get(line.size, 1.3 * line.size) + 0.5:
        return True
    if item_parts(paragraph.text) and line.x < first.x - 2:
        return True
    known = setting.edges[(above.page, above.size)] if edge is None else edge
    return _ended_early(above, line, known) and (above.text.endswith(ENDS) or not text[0].islower())


def _ended_early(above: PrintedLine, line: PrintedLine, edge: float) -> bool:
    """Tell whether the next line's first word would have fitted on the line above."""
    room = edge - (above.x + width(above.text) * above.size)
    needed = width(f" {line.text.split()[0]}") * line.size
    return room > needed + SLACK * (edge - above.x)


def _gaps(lines: Sequence[PrintedLine]) -> dict[float, list[float]]:
    """Collect the gaps between lines of one size that follow each other on a page."""
    gaps: dict[float, list[float]] = defaultdict(list)
    for above, below in pairwise(lines):
        gap = above.y - below.y
        if above.page == below.page and above.size == below.size and 0 < gap < 2.2 * above.size:
            gaps[above.size].append(gap)
    return gaps


def _right_edges(lines: Sequence[PrintedLine]) -> dict[tuple[int, float], float]:
    """Estimate where lines of each size end at the latest, page by page."""
    ends: dict[tuple[int, float], list[float]] = defaultdict(list)
    for line in lines:
        ends[(line.page, line.size)].append(line.x + width(line.text) * line.size)
    return {key: sorted(found)[int(0.95 * (len(found) - 1))] for key, found in ends.items()}
