"""The words of one Word paragraph as a reader of the page sees them, and what that leaves out."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from docx.oxml.ns import qn

from ingest.readers.docx_styles import is_on
from ingest.readers.markers import HARD_BREAK

Element = Any
"""An lxml element; lxml ships no types."""

INSIDE = frozenset(
    qn(tag)
    for tag in (
        "w:ins w:moveTo w:hyperlink w:smartTag w:sdt w:sdtContent "
        "w:fldSimple w:customXml w:dir w:bdo"
    ).split()
)
"""Wrappers whose content is on the page."""

REMOVED = frozenset({qn("w:del"), qn("w:moveFrom")})
ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
PICTURES = frozenset({qn("w:drawing"), qn("w:pict"), qn("w:object"), ALTERNATIVES})
SIGNS = {
    qn("w:tab"): "\t",
    qn("w:br"): HARD_BREAK,
    qn("w:cr"): HARD_BREAK,
    qn("w:noBreakHyphen"): "-",
}
NOTES = frozenset({qn("w:footnoteReference"), qn("w:endnoteReference")})
WHITE = "FFFFFF"


@dataclass(slots=True, kw_only=True)
class Words:
    """What one paragraph holds."""

    text: str = ""
    bold: bool = True
    """True while every visible word is bold."""

    hidden: str = ""
    deleted: str = ""
    boxes: list[Element] = field(default_factory=list)
    """Text boxes that hang on this paragraph."""

    pictures: list[str] = field(default_factory=list)
    """Descriptions of its pictures, empty where there is none."""


def read_words(paragraph: Element, *, bold: bool, on_colour: bool) -> Words:
    """Read a paragraph's words.

    Args:
        bold: whether its style is bold.
        on_colour: whether it stands on a coloured ground, where white words can be seen.
    """
    words = Words()
    for run in _runs(paragraph, words):
        _read_run(run, words, bold=bold, on_colour=on_colour)
    words.bold = words.bold and bool(words.text.strip())
    return words


def has_ground(node: Element | None) -> bool:
    """Tell whether properties give a coloured ground: shading that is not white."""
    shading = None if node is None else node.find(qn("w:shd"))
    fill = "" if shading is None else str(shading.get(qn("w:fill"), "")).upper()
    themed = shading is not None and shading.get(qn("w:themeFill")) is not None
    return themed or fill not in {"", "AUTO", WHITE}


def _runs(node: Element, words: Words) -> Iterator[Element]:
    for child in node:
        if child.tag == qn("w:r"):
            yield child
        elif child.tag in INSIDE:
            yield from _runs(child, words)
        elif child.tag in REMOVED:
            words.deleted += "".join(_texts(child)) + " "
        elif isinstance(child.tag, str) and child.tag.startswith(MATHS):
            words.text += "".join(part.text or "" for part in child.iter(MATHS + "t"))


def _texts(node: Element) -> Iterator[str]:
    for part in node.iter(qn("w:delText"), qn("w:t")):
        yield part.text or ""


def _read_run(run: Element, words: Words, *, bold: bool, on_colour: bool) -> None:
    properties = run.find(qn("w:rPr"))
    text = "".join(_run_text(run, words))
    if _is_hidden(properties, on_colour=on_colour):
        words.hidden += text
        return
    own = is_on(properties, "w:b")
    if text.strip() and not (bold if own is None else own):
        words.bold = False
    words.text += text


def _run_text(run: Element, words: Words) -> Iterator[str]:
    for part in run:
        if part.tag == qn("w:t"):
            yield part.text or ""
        elif part.tag in SIGNS:
            yield SIGNS[part.tag]
        elif part.tag == qn("w:sym"):
            yield _sign(str(part.get(qn("w:char"), "")))
        elif part.tag in PICTURES:
            _read_picture(part, words)


def _sign(code: str) -> str:
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""


def _is_hidden(properties: Element | None, *, on_colour: bool) -> bool:
    if is_on(properties, "w:vanish"):
        return True
    colour = None if properties is None else properties.find(qn("w:color"))
    white = colour is not None and str(colour.get(qn("w:val"), "")).upper() == WHITE
    marked = properties is not None and properties.find(qn("w:highlight")) is not None
    return white and not (on_colour or marked or has_ground(properties))


def _read_picture(part: Element, words: Words) -> None:
    """Take a drawing's text boxes, or its description; of two alternatives only the first."""
    chosen = part
    if part.tag == ALTERNATIVES:
        chosen = next(iter(part), part)
    boxes = list(chosen.iter(qn("w:txbxContent")))
    words.boxes += [box for box in boxes if not _inside_another(box, boxes)]
    if not boxes:
        described = (str(node.get("descr") or "") for node in chosen.iter(qn("wp:docPr")))
        words.pictures.append(next(described, ""))


def _inside_another(box: Element, boxes: list[Element]) -> bool:
    return any(above in boxes for above in box.iterancestors(qn("w:txbxContent")))
