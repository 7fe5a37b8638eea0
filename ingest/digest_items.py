"""The lines of a digest file as items with ids and attributes; every fault with its line."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from domain import CorpusFault, Strength

HEADING = re.compile(r"(?P<marks>#{1,6}) +(?P<text>.*?)(?: *\{(?P<attributes>[^{}]*)\})?")
ITEM = re.compile(r"(?P<indent> *)- +(?:\{(?P<attributes>[^{}]*)\})?(?P<text>.*)")
NAME = re.compile(r"[a-z0-9]+(?:[.-][a-z0-9]+)*")
ATTRIBUTE = re.compile(r'\s*(?P<key>[a-z]+)=(?:"(?P<quoted>[^"]*)"|(?P<bare>[^\s"]+))')
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
HEADING_KEYS = frozenset({"section", "strength", "page", "principle"})
ITEM_KEYS = frozenset({"page", "principle", "number"})


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestHeading:
    """A heading and what its braces say."""

    level: int
    text: str
    attributes: Mapping[str, str]


@dataclass(slots=True, kw_only=True)
class DigestItem:
    """An item while its file is being read; its text grows by continuation lines."""

    name: str
    line: int
    indent: int
    words: list[str]
    attributes: Mapping[str, str]
    headings: tuple[DigestHeading, ...]
    parent: "DigestItem | None" = None
    children: int = 0

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())

    @property
    def is_lead_in_only(self) -> bool:
        return bool(self.children) and self.text.endswith(":")

    @property
    def lead_in(self) -> str:
        above = self.parent
        words: list[str] = []
        while above is not None:
            words.insert(0, above.text)
            above = above.parent
        return " ".join(words)

    def attribute(self, key: str) -> str | None:
        """Find an attribute on the item, those it is nested in, or the nearest heading."""
        here: DigestItem | None = self
        while here is not None:
            if key in here.attributes:
                return here.attributes[key]
            here = here.parent
        found = (heading.attributes.get(key) for heading in reversed(self.headings))
        return next((value for value in found if value is not None), None)


@dataclass(slots=True)
class _Page:
    """One file while it is being read."""

    headings: list[DigestHeading] = field(default_factory=list)
    open_items: list[DigestItem] = field(default_factory=list)
    items: list[DigestItem] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


def parse_items(text: str, file: str) -> list[DigestItem]:
    """Read the items of one file, in order; raises CorpusFault with every fault in it."""
    page = _Page()
    blanked = COMMENT.sub(lambda match: "\n" * match[0].count("\n"), text)
    for number, line in enumerate(blanked.splitlines(), start=1):
        _read_line(page, line.rstrip().expandtabs(4), number)
    page.problems += _faults_of(page.items)
    if page.problems:
        raise CorpusFault(file, page.problems)
    return page.items


def _read_line(page: _Page, line: str, number: int) -> None:
    if not line:
        return
    if heading := HEADING.fullmatch(line):
        _open_heading(page, heading, number)
    elif item := ITEM.fullmatch(line):
        _open_item(page, item, number)
    elif page.open_items and line.startswith(" " * (page.open_items[-1].indent + 1)):
        page.open_items[-1].words.append(line.strip())
    else:
        page.problems.append(f"line {number}: text outside an item: {line.strip()[:60]!r}")


def _open_heading(page: _Page, found: re.Match[str], number: int) -> None:
    level = len(found["marks"])
    attributes = _attributes(page, found["attributes"] or "", HEADING_KEYS, number)
    page.headings = [heading for heading in page.headings if heading.level < level]
    page.headings.append(
        DigestHeading(level=level, text=found["text"].strip(), attributes=attributes)
    )
    page.open_items = []
    if not found["text"].strip():
        page.problems.append(f"line {number}: a heading without words")
    if attributes.get("strength", "must") not in set(Strength):
        known = ", ".join(Strength)
        page.problems.append(
            f"line {number}: strength {attributes['strength']!r} is not one of {known}"
        )


def _open_item(page: _Page, found: re.Match[str], number: int) -> None:
    indent = len(found["indent"])
    name, _, rest = (found["attributes"] or "").strip().partition(" ")
    if not NAME.fullmatch(name):
        page.problems.append(
            f"line {number}: an item needs its id first in braces, such as {{4.b1}}"
            + (f"; {name!r} is not one" if name else "")
        )
    page.open_items = [above for above in page.open_items if above.indent < indent]
    parent = page.open_items[-1] if page.open_items else None
    if parent is None and indent:
        page.problems.append(f"line {number}: an indented item with no item above it")
    item = DigestItem(
        name=name,
        line=number,
        indent=indent,
        words=[found["text"].strip()],
        attributes=_attributes(page, rest, ITEM_KEYS, number),
        headings=tuple(page.headings),
        parent=parent,
    )
    if parent is not None:
        parent.children += 1
    page.open_items.append(item)
    page.items.append(item)


def _attributes(page: _Page, text: str, known: frozenset[str], number: int) -> dict[str, str]:
    found: dict[str, str] = {}
    at = 0
    while match := ATTRIBUTE.match(text, at):
        at = match.end()
        key = match["key"]
        if key not in known or key in found:
            what = "twice" if key in found else f"unknown here; known: {', '.join(sorted(known))}"
            page.problems.append(f"line {number}: attribute {key!r} is {what}")
        found[key] = match["bare"] if match["quoted"] is None else match["quoted"]
    if text[at:].strip():
        page.problems.append(f"line {number}: {text[at:].strip()!r} is not an attribute")
    if not found.get("page", "1").isdecimal():
        page.problems.append(f"line {number}: page {found['page']!r} is not a number")
    return found


def _faults_of(items: Sequence[DigestItem]) -> Iterator[str]:
    for item in items:
        if not item.text:
            yield f"line {item.line}: item {item.name!r} has no words"
        if not item.headings:
            yield f"line {item.line}: item {item.name!r} stands under no heading"
        elif item.attribute("strength") is None:
            yield f"line {item.line}: no heading above item {item.name!r} gives its strength"
