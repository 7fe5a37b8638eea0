"""A schedule drawn as a timeline that can be printed (SVG 1.1)."""

import datetime as dt
from itertools import pairwise
from xml.etree import ElementTree as ET

from api.schedule_bodies import DutyOut, ScheduleOut

SVG_TYPE = "image/svg+xml"

WIDTH, LEFT, RIGHT, TOP = 1100, 210, 24, 96
ROW, ROW_OF_CONDITIONS = 36, 50
MOST_LABEL, LETTER = 110, 7.0
"""Letters of a label at most, and how wide one is, about."""

_NAMESPACE = "http://www.w3.org/2000/svg"
_STYLE = (
    "text{font:13px system-ui,sans-serif;fill:#1b1f23}.small{font-size:11px;fill:#57606a}"
    ".title{font-size:17px;font-weight:600}.month{stroke:#d0d7de}.given{fill:#0b5394}"
    ".expected{fill:#fff;stroke:#0b5394;stroke-dasharray:4 3}.due{fill:#b42318}"
    ".event{fill:#0b5394}"
)


def as_svg(body: ScheduleOut) -> str:
    """Draw each dated duty as a bar from its event to the day it is due.

    A filled bar counts from a given date, a dashed one from a date that is expected.
    """
    shown = body.duties
    tops = [TOP]
    for duty in shown:
        tops.append(tops[-1] + (ROW_OF_CONDITIONS if duty.conditions else ROW))
    height = tops[-1] + 60
    root = ET.Element(
        "svg",
        {
            "xmlns": _NAMESPACE,
            "viewBox": f"0 0 {WIDTH} {height}",
            "role": "img",
            "aria-labelledby": "title",
        },
    )
    title = f"What follows {body.event.name} on {_told(body.date)}"
    ET.SubElement(root, "title", {"id": "title"}).text = f"{title}: {body.authority}"
    ET.SubElement(root, "style").text = _STYLE
    _text(root, 16, 30, title, "title")
    _text(root, 16, 50, f"{body.authority}, {body.document} ({body.version})", "small")
    days = [body.date, *(d.placed.date for d in shown), *(d.date for d in shown if d.date)]
    first, last = min(days), max(days)
    scale = _Scale(first, last)
    _months(root, scale, height)
    for top, duty in zip(tops, shown, strict=False):
        _bar(root, scale, top, duty)
    _text(root, 16, height - 22, _KEY, "small")
    return ET.tostring(root, encoding="unicode") + "\n"


_KEY = (
    "Filled: counted from a date that was given. Dashed: counted from a date that is expected, "
    "if everything before it is done on its last day. Check conditions and the law in force."
)


class _Scale:
    """Days to places across the drawing."""

    def __init__(self, first: dt.date, last: dt.date) -> None:
        self.first, self.last = first, last
        self._days = max((last - first).days, 1)

    def at(self, day: dt.date) -> float:
        """Where a day stands, from the left."""
        share = (day - self.first).days / self._days
        return round(LEFT + share * (WIDTH - LEFT - RIGHT), 1)


def _bar(root: ET.Element, scale: _Scale, y: int, duty: DutyOut) -> None:
    assert duty.date is not None  # noqa: S101 - only the dated are drawn
    ends = sorted((duty.placed.date, duty.date))
    start, end = (scale.at(day) for day in ends)
    kind = "expected" if duty.placed.expected else "given"
    group = ET.SubElement(root, "g")
    ET.SubElement(group, "title").text = f"{duty.relation} ({duty.rule_id})"
    _text(group, 16, y + 16, _told(duty.date) + (f", {duty.time}" if duty.time else ""))
    _rect(group, start, y + 20, max(end - start, 2), 6, kind)
    ET.SubElement(
        group,
        "circle",
        {"cx": str(scale.at(duty.date)), "cy": str(y + 23), "r": "5", "class": "due"},
    )
    _label(group, start, y + 15, f"{duty.subject} ({duty.figure})")
    if duty.conditions:
        _label(group, start, y + 39, f"where {'; '.join(duty.conditions)}", "small")


def _label(parent: ET.Element, x: float, y: float, words: str, kind: str = "") -> None:
    """Words that begin at a bar, or end at the right edge where they would run over it."""
    words = words if len(words) <= MOST_LABEL else f"{words[: MOST_LABEL - 1]}…"
    runs_over = x + LETTER * len(words) > WIDTH - RIGHT
    attributes = {"x": str(WIDTH - RIGHT if runs_over else x), "y": str(y)}
    if runs_over:
        attributes["text-anchor"] = "end"
    if kind:
        attributes["class"] = kind
    ET.SubElement(parent, "text", attributes).text = words


def _months(root: ET.Element, scale: _Scale, height: int) -> None:
    """A line and a name for each month, or for each year where months would crowd."""
    firsts = [scale.first, *_firsts(scale)]
    step = 1 + len(firsts) // 14
    for day, _ in pairwise([*firsts[::step], scale.last]):
        x = str(scale.at(day))
        ET.SubElement(
            root, "line", {"x1": x, "x2": x, "y1": "66", "y2": str(height - 46), "class": "month"}
        )
        _text(root, scale.at(day) + 4, 78, f"{day:%b %Y}", "small")


def _firsts(scale: _Scale) -> list[dt.date]:
    found: list[dt.date] = []
    year, month = scale.first.year, scale.first.month
    while True:
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
        day = dt.date(year, month, 1)
        if day > scale.last:
            return found
        found.append(day)


def _text(parent: ET.Element, x: float, y: float, words: str, kind: str = "") -> None:
    attributes = {"x": str(x), "y": str(y)}
    if kind:
        attributes["class"] = kind
    ET.SubElement(parent, "text", attributes).text = words


def _rect(parent: ET.Element, x: float, y: float, width: float, height: float, kind: str) -> None:
    ET.SubElement(
        parent,
        "rect",
        {
            "x": str(x),
            "y": str(y),
            "width": str(round(width, 1)),
            "height": str(height),
            "class": kind,
        },
    )


def _told(day: dt.date) -> str:
    return f"{day:%a} {day.day} {day:%b %Y}"
