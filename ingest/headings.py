"""What a heading looks like, marked or not, and which headings a document's contents list knows."""

import re
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher

from ingest.blocks import BlockKind, Finding, FindingKind
from ingest.contents import Entry
from ingest.pieces import Piece, ends_open, key, names_background, title_like

_NUMBERED = re.compile(
    r"^(?:(?:practice\s+)?standard|appendix|chapter|part|flow\s?chart)\s+(?:\d+|[A-Z])\b",
    re.IGNORECASE,
)
_ONLY_NUMBER = re.compile(r"^(?:appendix|chapter|part)\s+(?:\d+|[A-Z])[.:]?$", re.IGNORECASE)
_EXPECTATIONS = re.compile(r"\bpractice expectations\b", re.IGNORECASE)
_SAYS_WHAT = re.compile(
    r"\s*[-:,]?\s*\bpractice expectations (?:and|&) bottom lines\b", re.IGNORECASE
)
_AGAIN = re.compile(r"\W*\(?\bcontinued\b\)?\W*$", re.IGNORECASE)
_LISTED = re.compile(r"^\d{1,2}[.)]?\s+\S")
_REFLECTIVE = re.compile(r"\b(?:reflective questions?|prompts)\b", re.IGNORECASE)
_KEY_FACT = re.compile(r"^Key \w+(?: \w+)?\s*[:–-]")
_CHART = re.compile(r"\b(?:flow\s?charts?|diagram)\b", re.IGNORECASE)
_CREDITS = re.compile(r"^(?:some text )?adapted from\b|^sources?:", re.IGNORECASE)
_ALIKE = 0.86
"""Headings as like as this are one: a printed title and its line in the contents list."""

_LONGEST = 25


def says_expectations(text: str) -> bool:
    """Tell a heading over practice expectations."""
    return _EXPECTATIONS.search(text) is not None


def shortened(text: str) -> str:
    """Take off a heading what only says that expectations and bottom lines follow."""
    return _SAYS_WHAT.sub("", text).strip()


def is_reflective(text: str) -> bool:
    """Tell a heading over reflective questions."""
    return _REFLECTIVE.search(text) is not None


def is_key_fact(text: str) -> bool:
    """Tell a line such as "Key timescale: …": a fact of its section, never a heading."""
    return _KEY_FACT.match(text) is not None


def credits_source(text: str) -> bool:
    """Tell a note of where a document's words were taken from."""
    return _CREDITS.match(text) is not None


def names_chart(text: str) -> bool:
    """Tell a heading over a chart or diagram."""
    return _CHART.search(text) is not None


def is_short(piece: Piece) -> bool:
    """Tell a paragraph outside tables that is no longer than a heading may be."""
    return not piece.in_row and len(piece.text.split()) <= _LONGEST


def completes(above: str, piece: Piece) -> bool:
    """Tell whether a paragraph is the rest of the heading above ("Standard 2:", "Appendix 4.")."""
    if _ONLY_NUMBER.match(above):
        return len(piece.text.split(" * ")[0].split()) <= 16
    labelled = above.endswith(":") and _NUMBERED.match(above) is not None
    return labelled and ends_open(piece.text) and len(piece.text.split()) <= 20


def opens_part(piece: Piece) -> bool:
    """Tell an unmarked paragraph that heads a part of the document by what it says."""
    text, size = piece.text, len(piece.text.split())
    if is_reflective(text) and title_like(text) and not piece.in_row:
        return True
    whole = text[-1] != "." or _ONLY_NUMBER.match(text) is not None
    named = _NUMBERED.match(text) is not None or names_background(text)
    if named and whole and size <= 20 and not piece.in_row:
        return True
    return says_expectations(text) and size <= 30


def looks_like_title(piece: Piece, following: Piece, *, among_facts: bool) -> bool:
    """Tell whether an unmarked paragraph heads what follows it."""
    text, size = piece.text, len(piece.text.split())
    if following.text[0].islower() or is_key_fact(text) or credits_source(text):
        return False
    if among_facts and is_key_fact(following.text):
        return False
    listed = following.kind is BlockKind.ITEM
    if piece.in_row:
        return title_like(text) and size <= 6 and listed and following.in_row
    if following.in_row and text.endswith(":"):
        return size <= 10 and title_like(text.rstrip(":"))
    if _LISTED.match(text) and not _LISTED.match(following.text):
        return ends_open(text) and size <= 22
    if text.endswith("?"):
        return size <= 14 and not following.text.endswith("?")
    return title_like(text.rstrip(".") if size <= 6 and listed else text)


class KnownHeadings:
    """The contents list, and the numbers that lead the document's sections."""

    def __init__(self, entries: Sequence[Entry], pieces: Sequence[Piece]) -> None:
        times = Counter(key(piece.text) for piece in pieces)
        self.repeated = frozenset(words for words, count in times.items() if count > 1)
        self.deepest = max((entry.level for entry in entries), default=1)
        self._entries = entries
        self._by_key = {key(entry.title): entry for entry in reversed(entries)}
        self._majors = {piece.number.split(".")[0] for piece in pieces if piece.number}

    def entry(self, text: str) -> Entry | None:
        """Find the contents entry that a heading answers to."""
        words = key(_AGAIN.sub("", text))
        if words in self._by_key:
            return self._by_key[words]
        size = len(words.split())
        if not 1 < size <= 20:
            return None
        for known, entry in self._by_key.items():
            longer = len(known.split()) > 2 and words.startswith(f"{known} ")
            if longer and size <= 12 and title_like(text.rstrip(".")):
                return entry
            if abs(len(known) - len(words)) <= 6:
                alike = SequenceMatcher(None, known, words)
                if alike.quick_ratio() >= _ALIKE and alike.ratio() >= _ALIKE:
                    return entry
        return None

    def named(self, text: str) -> str:
        """Give a heading's words as the contents list has them, where it numbers its sections."""
        text = _AGAIN.sub("", text)
        entry = self.entry(text)
        numbered = entry is not None and entry.number in self._majors
        return f"{entry.number}. {entry.title}" if entry and numbered else text

    def supplied(self, pieces: Sequence[Piece]) -> tuple[list[Piece], list[Finding]]:
        """Give numbered standards the heading that the contents list has for their number."""
        numbered = {entry.number: entry for entry in self._entries if entry.number}
        seen: set[str] = set()
        ready: list[Piece] = []
        findings: list[Finding] = []
        for piece in pieces:
            major = piece.number.split(".")[0] if piece.number else ""
            entry = numbered.get(major) if major not in seen else None
            if entry is not None:
                seen.add(major)
                if not self._is_headed(ready, entry):
                    title = entry.title
                    heading = Piece(kind=BlockKind.HEADING, text=title, place=piece.place, level=1)
                    ready.insert(_before_facts(ready), heading)
                    findings.append(_supplied(heading))
            ready.append(piece)
        return ready, findings

    def _is_headed(self, before: Sequence[Piece], entry: Entry) -> bool:
        """Tell whether the last heading of a section above is the one that the contents name."""
        for piece in reversed(before):
            may_head = piece.kind is BlockKind.PARAGRAPH and is_short(piece)
            marked = piece.kind is BlockKind.HEADING
            found = self.entry(piece.text) if marked or may_head else None
            if found is not None:
                return found.number == entry.number
        return False


def _supplied(heading: Piece) -> Finding:
    return Finding(
        kind=FindingKind.MENDED,
        what="heading taken from the contents list",
        place=heading.place,
        text=heading.text,
    )


def _before_facts(ready: Sequence[Piece]) -> int:
    """Find where a missing heading belongs: before the key facts and the title right above."""
    at = len(ready)
    while at and not ready[at - 1].number and ready[at - 1].kind is BlockKind.PARAGRAPH:
        text = ready[at - 1].text
        if not (is_key_fact(text) or title_like(text)):
            break
        at -= 1
    return at
