"""What a Word document's styles say of a paragraph: heading level, list, contents line."""

import re
from dataclasses import dataclass
from typing import Any

from docx.oxml.ns import qn

Element = Any
"""An lxml element; lxml ships no types."""

HEADING_NAME = re.compile(r"heading (?P<level>[1-9])", re.IGNORECASE)
CONTENTS_NAME = re.compile(r"(toc [1-9]|toc heading|table of figures)", re.IGNORECASE)
DEEPER_LIST = re.compile(r"list (?:bullet|number|continue)? ?(?P<level>[2-9])", re.IGNORECASE)
"""Word's own styles for lists inside lists, each a first level of a list of its own."""

BODY_LEVEL = 9
"""Word's outline level for body text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """One paragraph style with what it inherits."""

    name: str = ""
    heading: int | None = None
    """Heading level, 1 outermost."""

    list_id: str | None = None
    list_level: int = 0
    depth: int = 0
    """How deep its name says that its list stands: "List Bullet 2" is 1."""

    bold: bool = False

    @property
    def is_contents(self) -> bool:
        """True for the lines of a table of contents."""
        return CONTENTS_NAME.fullmatch(self.name) is not None


def read_styles(root: Element) -> dict[str, Style]:
    """Read every paragraph style by id; the default style stands under the empty id."""
    nodes = {
        str(node.get(qn("w:styleId"), "")): node
        for node in root.findall(qn("w:style"))
        if node.get(qn("w:type")) == "paragraph"
    }
    styles: dict[str, Style] = {}
    for key in nodes:
        _resolve(key, nodes, styles, frozenset())
    default = (key for key, node in nodes.items() if node.get(qn("w:default")) in {"1", "true"})
    styles[""] = styles.get(next(default, ""), Style())
    return styles


def heading_level(properties: Element | None, style: Style) -> int | None:
    """Tell a paragraph's heading level: its own outline level, else its style's."""
    own = _outline(properties)
    if own is not None:
        return None if own >= BODY_LEVEL else own + 1
    return style.heading


def list_of(properties: Element | None, style: Style) -> tuple[str, int] | None:
    """Tell which list a paragraph belongs to and at which level; None for none."""
    list_id, level = style.list_id, style.list_level
    numbered = None if properties is None else properties.find(qn("w:numPr"))
    if numbered is not None:
        own_id, own_level = _val(numbered, "w:numId"), _val(numbered, "w:ilvl")
        list_id = own_id or list_id
        level = int(own_level) if own_level and own_level.isdecimal() else level
    return None if list_id in {None, "", "0"} else (str(list_id), level)


def is_on(properties: Element | None, tag: str) -> bool | None:
    """Read an on/off property such as w:b; None where it is not given."""
    node = None if properties is None else properties.find(qn(tag))
    if node is None:
        return None
    return str(node.get(qn("w:val"), "1")).lower() not in {"0", "false", "off", "none"}


def _resolve(
    key: str, nodes: dict[str, Element], styles: dict[str, Style], above: frozenset[str]
) -> Style:
    if key in styles:
        return styles[key]
    node = nodes.get(key)
    if node is None or key in above:
        return Style()
    base = _resolve(_val(node, "w:basedOn") or "", nodes, styles, above | {key})
    name = _val(node, "w:name") or key
    properties = node.find(qn("w:pPr"))
    named = HEADING_NAME.fullmatch(name)
    level = int(named["level"]) if named else (1 if name.lower() == "title" else base.heading)
    found = list_of(properties, base)
    deeper = DEEPER_LIST.fullmatch(name)
    bold = is_on(node.find(qn("w:rPr")), "w:b")
    styles[key] = Style(
        name=name,
        heading=heading_level(properties, Style(heading=level)),
        list_id=found[0] if found else None,
        list_level=found[1] if found else 0,
        depth=int(deeper["level"]) - 1 if deeper else base.depth,
        bold=base.bold if bold is None else bold,
    )
    return styles[key]


def _outline(properties: Element | None) -> int | None:
    text = None if properties is None else _val(properties, "w:outlineLvl")
    return int(text) if text and text.isdecimal() else None


def _val(node: Element, tag: str) -> str | None:
    found = node.find(qn(tag))
    return None if found is None else str(found.get(qn("w:val"), ""))
