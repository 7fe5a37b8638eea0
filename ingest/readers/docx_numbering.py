"""Word's automatic numbers and bullets, counted as Word counts them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from docx.oxml.ns import qn

Element = Any
"""An lxml element; lxml ships no types."""

BULLET = "bullet"
ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
LEVELS = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """How one level of one list is numbered."""

    style: str
    """Word's name for the format: bullet, decimal, lowerLetter, none ..."""

    pattern: str
    """The printed form, with %1 for the first level's number: "%1.%2."."""

    start: int


@dataclass(slots=True, kw_only=True)
class Numbering:
    """Every list of a document, and how far each has counted."""

    lists: Mapping[str, str]
    """numId to the list's definition, which several can share."""

    levels: Mapping[tuple[str, int], Level]
    starts: Mapping[tuple[str, int], int]
    """numId and level to the number it restarts at."""

    counts: dict[str, dict[int, int]] = field(default_factory=dict)
    restarted: set[tuple[str, int]] = field(default_factory=set)

    def next_marker(self, list_id: str, level: int) -> tuple[bool, str | None] | None:
        """Count one paragraph; tell whether it has a bullet, and its printed number if not.

        None where the list is not defined or prints nothing.
        """
        definition = self.lists.get(list_id)
        shape = self.levels.get((definition or "", level))
        if definition is None or shape is None or shape.style == "none":
            return None
        if shape.style == BULLET:
            return True, None
        return False, self._count(list_id, definition, level)

    def _count(self, list_id: str, definition: str, level: int) -> str:
        counts = self.counts.setdefault(definition, {})
        restart = self.starts.get((list_id, level))
        if restart is not None and (list_id, level) not in self.restarted:
            self.restarted.add((list_id, level))
            counts[level] = restart
        else:
            start = self.levels[(definition, level)].start
            counts[level] = counts.get(level, start - 1) + 1
        for deeper in [key for key in counts if key > level]:
            del counts[deeper]
        return self._printed(definition, level)

    def _printed(self, definition: str, level: int) -> str:
        text = self.levels[(definition, level)].pattern
        for above in range(level, -1, -1):
            shape = self.levels.get((definition, above))
            if shape is None:
                continue
            count = self.counts[definition].setdefault(above, shape.start)
            text = text.replace(f"%{above + 1}", _figure(count, shape.style))
        return text.strip()


def read_numbering(root: Element | None) -> Numbering:
    """Read a document's numbering part; a document without one has no lists."""
    if root is None:
        return Numbering(lists={}, levels={}, starts={})
    definitions = {_value(node, "abstractNumId"): node for node in root.iter(qn("w:abstractNum"))}
    linked = {_link(node, "w:styleLink"): key for key, node in definitions.items()}
    lists: dict[str, str] = {}
    starts: dict[tuple[str, int], int] = {}
    for node in root.findall(qn("w:num")):
        number = _value(node, "numId")
        definition = _value(node.find(qn("w:abstractNumId")), "val")
        style = _link(definitions.get(definition), "w:numStyleLink")
        lists[number] = linked.get(style, definition) if style else definition
        for change in node.findall(qn("w:lvlOverride")):
            restart = change.find(qn("w:startOverride"))
            if restart is not None:
                starts[(number, _integer(change, "ilvl"))] = _integer(restart, "val")
    levels = {
        (key, _integer(node, "ilvl")): _level(node)
        for key, definition_node in definitions.items()
        for node in definition_node.findall(qn("w:lvl"))
    }
    return Numbering(lists=lists, levels=levels, starts=starts)


def _level(node: Element) -> Level:
    start = node.find(qn("w:start"))
    return Level(
        style=_value(node.find(qn("w:numFmt")), "val") or "decimal",
        pattern=_value(node.find(qn("w:lvlText")), "val"),
        start=1 if start is None else _integer(start, "val"),
    )


def _link(node: Element | None, tag: str) -> str:
    return "" if node is None else _value(node.find(qn(tag)), "val")


def _value(node: Element | None, name: str) -> str:
    return "" if node is None else str(node.get(qn(f"w:{name}"), ""))


def _integer(node: Element, name: str) -> int:
    text = _value(node, name)
    return int(text) if text.isdecimal() else 0


def _figure(count: int, style: str) -> str:
    if style in {"lowerLetter", "upperLetter"}:
        letters = chr(ord("a") + (count - 1) % 26) * (1 + (count - 1) // 26)
        return letters.upper() if style == "upperLetter" else letters
    if style in {"lowerRoman", "upperRoman"}:
        roman = _roman(count)
        return roman.upper() if style == "upperRoman" else roman
    return f"{count:02}" if style == "decimalZero" else str(count)


def _roman(count: int) -> str:
    text = ""
    for value, sign in ROMAN:
        while count >= value:
            text, count = text + sign, count - value
    return text
