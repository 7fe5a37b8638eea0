"""The words of HTML as a page shows them; what it does not show is reported."""

import re
from collections import Counter
from collections.abc import Iterable, MutableSequence
from dataclasses import dataclass, field

from bs4 import Tag
from bs4.element import Comment, NavigableString, PageElement, PreformattedString

from ingest.blocks import Finding, FindingKind, Place
from ingest.readers.markers import HARD_BREAK, folded

BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre "
    "section summary table tbody td tfoot th thead tr ul".split()
)
CODE = frozenset("script style noscript template iframe object svg canvas".split())
OUTSIDE = {
    "nav": "navigation",
    "footer": "page footer",
    "button": "button",
    "select": "form field",
    "textarea": "form field",
    "datalist": "form field",
    "del": "text struck through",
    "s": "text struck through",
    "strike": "text struck through",
}
"""Elements whose words are no part of the document, and what a report calls them."""

NO_LINE = Place()
BOLD = frozenset({"b", "strong"})
UNSEEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])|opacity\s*:\s*0(?![.\d])",
    re.IGNORECASE,
)
WHITE = re.compile(
    r"(?<![-\w])color\s*:\s*(?:white\b|#fff(?:fff)?\b|rgb\(255,\s*255,\s*255\))", re.I
)
GROUND = re.compile(r"background", re.IGNORECASE)


@dataclass(slots=True, kw_only=True)
class Reading:
    """A page while it is being read."""

    findings: MutableSequence[Finding]
    place: Place = NO_LINE
    """Where a fragment stands in its file; lxml keeps no lines of its own."""

    heading: int = 0
    depth: int = -1
    """How deep in lists: -1 outside, 0 in an outermost list."""

    tables: int = 0
    code: Counter[str] = field(default_factory=Counter)

    def left_out(self, what: str, text: str) -> None:
        """Report words that are in the file and not in a block."""
        if folded(text):
            self.findings.append(
                Finding(kind=FindingKind.LEFT_OUT, what=what, place=self.place, text=folded(text))
            )


@dataclass(slots=True, kw_only=True)
class Words:
    """The words of a paragraph."""

    text: str = ""
    bold: bool = True
    """True while every word is bold."""


def read_words(
    nodes: Iterable[PageElement], words: Words, reading: Reading, *, bold: bool = False
) -> None:
    """Add the words that these nodes show, and report those that they do not."""
    for node in nodes:
        if isinstance(node, Comment):
            reading.code["comment"] += 1
        elif isinstance(node, PreformattedString):
            continue
        elif isinstance(node, NavigableString):
            words.text += node.replace("\n", " ")
            words.bold = words.bold and (bold or not node.strip())
        elif isinstance(node, Tag) and not is_left_out(node, reading):
            if node.name == "br":
                words.text += HARD_BREAK
            read_words(node.children, words, reading, bold=bold or node.name in BOLD)


def is_left_out(node: Tag, reading: Reading) -> bool:
    """Tell whether a page does not show this element or shows it beside the text; report it."""
    if node.name in CODE:
        reading.code[node.name] += 1
        return True
    if node.name == "head":
        reading.left_out("page title", node.title.get_text() if node.title else "")
        return True
    if node.name == "img":
        reading.left_out("picture", str(node.get("alt", "")))
        return True
    what = OUTSIDE.get(node.name) or ("hidden text" if _is_hidden(node) else None)
    if what is not None:
        reading.left_out(what, node.get_text(" "))
    return what is not None


def _is_hidden(node: Tag) -> bool:
    style = str(node.get("style", ""))
    if node.has_attr("hidden") or node.get("aria-hidden") == "true" or UNSEEN.search(style):
        return True
    return bool(WHITE.search(style)) and not any(
        GROUND.search(str(above.get("style", ""))) or above.has_attr("bgcolor")
        for above in (node, *node.parents)
    )
