"""Running headers, footers and page numbers: lines that pages repeat in their margins."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from ingest.blocks import Finding, FindingKind, Place
from ingest.readers.pdf_lines import PrintedLine

MARGIN = 0.085
"""Share of the page's height, at the top and the bottom, that is margin on a common page."""

EDGE = 3
"""Lines from the page's top or bottom that may be furniture outside the margin."""

MARGIN_SHARE, EDGE_SHARE = 0.25, 0.6
"""Share of pages that must repeat a line for it to be furniture: small in the margin, or else."""

FEWEST_PAGES = 3
NUMBER = re.compile(r"\d+")
STEP = re.compile(r"margin (?:page )?<[-+]\d+>")
"""A line that is nothing but a page number."""

HEADING_WORD = re.compile(
    r"\b(?:standard|section|chapter|part|appendix|annex|step|stage|schedule)s?\s+$"
)
"""Words before a number that make it a heading's, though it may keep step with the pages."""

Pages = Sequence[Sequence[PrintedLine]]


def without_furniture(
    pages: Pages, heights: Sequence[float]
) -> tuple[list[list[PrintedLine]], list[Finding]]:
    """Take the furniture off every page; each repeated line becomes one finding."""
    groups = _repeated(pages, heights)
    dropped = {(line.page, line.line) for lines in groups.values() for line in lines}
    findings = [_finding(lines, heights) for lines in groups.values()]
    kept = [[line for line in page if (line.page, line.line) not in dropped] for page in pages]
    return kept, findings


def _repeated(pages: Pages, heights: Sequence[float]) -> Mapping[str, list[PrintedLine]]:
    """Group the lines that are furniture by what they repeat."""
    found: dict[str, list[PrintedLine]] = defaultdict(list)
    body = _body_size(pages)
    for page in pages:
        edge = sorted(page, key=lambda line: line.y)
        near = {line.line for line in (*edge[:EDGE], *edge[-EDGE:])}
        for line in page:
            in_margin = _in_margin(line, heights)
            if line.artifact:
                found[f"marked {_keys(line)[0]}"].append(line)
            elif in_margin or (line.line in near and line.size <= body):
                small = in_margin and line.size <= body and not line.bold
                for key in _keys(line):
                    found[f"{'margin' if small else 'edge'} {key}"].append(line)
    taken: set[tuple[int, int]] = set()
    groups: dict[str, list[PrintedLine]] = {}
    for key, lines in sorted(found.items(), key=lambda pair: -len(pair[1])):
        left = [line for line in lines if (line.page, line.line) not in taken]
        if left and (key.startswith("marked") or _is_enough(key, left, len(pages))):
            groups[key] = left
            taken |= {(line.page, line.line) for line in left}
    return groups


def _is_enough(key: str, lines: Sequence[PrintedLine], pages: int) -> bool:
    on = len({line.page for line in lines})
    if key.startswith("margin") and "<" in key:
        return on >= (2 if STEP.fullmatch(key) else FEWEST_PAGES)
    share = MARGIN_SHARE if key.startswith("margin") else EDGE_SHARE
    return on >= min(FEWEST_PAGES, max(pages, 2)) and on >= share * pages


def _keys(line: PrintedLine) -> list[str]:
    """Give what a line repeats: its words, also with a number that keeps step with the pages."""
    text = " ".join(line.text.casefold().split()).replace("<", "")
    keys = [text]
    for found in NUMBER.finditer(text):
        at_edge = found.start() == 0 or found.end() == len(text) or "page" in text
        if len(found[0]) <= 4 and at_edge and not HEADING_WORD.search(text[: found.start()]):
            step = int(found[0]) - line.page
            keys.insert(0, f"{text[: found.start()]}<{step:+}>{text[found.end() :]}")
    return keys


def _in_margin(line: PrintedLine, heights: Sequence[float]) -> bool:
    height = heights[line.page - 1]
    return not MARGIN * height < line.y < (1 - MARGIN) * height


def _body_size(pages: Pages) -> float:
    """Give the size that most words are set in."""
    sizes: dict[float, int] = defaultdict(int)
    for page in pages:
        for line in page:
            sizes[line.size] += len(line.text)
    return max(sizes, key=lambda size: sizes[size], default=0.0)


def _finding(lines: Sequence[PrintedLine], heights: Sequence[float]) -> Finding:
    first, on = lines[0], len({line.page for line in lines})
    if not re.search(r"[a-z]{3}", first.text.casefold().replace("page", "")):
        name = "page number"
    else:
        above = first.y > heights[first.page - 1] / 2
        name = "running header" if above else "running footer"
    what = f"{name}, on {on} pages" if on > 1 else name
    place = Place(page=first.page, line=first.line)
    return Finding(kind=FindingKind.LEFT_OUT, what=what, place=place, text=first.text)
