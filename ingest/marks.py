"""Marks of layout in extracted text: bullets, printed numbers, and inline markup to take off."""

import html
import re

BULLETS = "•·▪◦‣●○■□\uf0b7\uf0a7"
"""Glyphs that extraction leaves for bullets; a hyphen or star counts at a line's start only."""

_ITEM = re.compile(rf"^(?P<indent>[ \t]*)(?:[-–*{BULLETS}][ \t]+|[{BULLETS}](?=\S))(?P<text>\S.*)$")
_SECOND_BULLET = re.compile(rf"^(?:[{BULLETS}]\s*|-\s+)+")
_BARE_NUMBER = re.compile(r"^\s*(?P<number>\d{1,2}\.\d{1,2})\.?\s*$")
_LED_NUMBER = re.compile(r"^\s*(?P<number>\d{1,2}\.\d{1,2})\.?\s+(?P<text>[A-Z\[“\"'‘].*)$")
_BOOKMARK = re.compile(r"\[bookmark:[^\]]*\]")
_TAG = re.compile(r"</?[a-zA-Z][a-zA-Z0-9]*(?:\s[^<>]*)?/?>")
_LINK = re.compile(r"\[(?P<words>[^\]]+)\]\((?P<target>[^)]*)\)")
_ITALIC_STAR = re.compile(r"(?<![\w*])\*(?!\s)([^*]+?)(?<!\s)\*(?![\w*])")
_ITALIC_LOW = re.compile(r"(?<!\w)_(?!\s)([^_]+?)(?<!\s)_(?!\w)")
_NOTE_MARK = re.compile(r"(?<=[\w.,;:)\]’'”])[¹²³⁴-⁹]+(?=\s|$)")
_ESCAPED = re.compile(r"\\([()\[\]*_.#-])")


def item_parts(line: str) -> tuple[int, str] | None:
    """Give a bulleted line's indent in columns and its words without the marker, or None."""
    found = _ITEM.match(line)
    if found is None:
        return None
    return len(found["indent"].lstrip("\t")), _SECOND_BULLET.sub("", found["text"]).strip()


def bare_number(line: str) -> str | None:
    """Give the printed number that is all a line holds ("10.9"), or None."""
    found = _BARE_NUMBER.match(line)
    return found["number"] if found else None


def led_by_number(line: str) -> tuple[str, str] | None:
    """Give the printed number that a line begins with and the words after it, or None."""
    found = _LED_NUMBER.match(line)
    return (found["number"], found["text"]) if found else None


def has_toc_bookmark(line: str) -> bool:
    """Tell whether a word processor marked this line as one of its contents list."""
    return "[bookmark: _Toc" in line


def without_bookmarks(line: str) -> str:
    """Take a word processor's bookmark marks off a line; they are not words of the document."""
    return _BOOKMARK.sub("", line)


def plain(text: str) -> str:
    """Take inline markup off and fold white space; the words stay exactly as they are."""
    text = html.unescape(_TAG.sub(" ", without_bookmarks(text)))
    text = _LINK.sub(lambda found: found["words"].strip("_"), text)
    text = text.replace("**", "").replace("__", "")
    text = _ITALIC_LOW.sub(r"\1", _ITALIC_STAR.sub(r"\1", text))
    text = _ESCAPED.sub(r"\1", _NOTE_MARK.sub("", text))
    return " ".join(text.replace("\u200b", "").replace("\ufeff", "").split())
