"""Words that lead a list in stand with each of its items, not by themselves."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.blocks import BlockKind
from ingest.outline import Passage

_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z‘“'\"])")
_LEADS = (":", ":-", ": -")
_UNFINISHED = re.compile(r"\b(?:that|to|by|and|of|for|with)$")
_OPEN_ITEM = re.compile(r"(?:[;,]|[;,]\s*(?:and|or)|\s(?:and|or))(?:\s*then)?$")
_OWN_SUBJECT = re.compile(r"^(?:We|When|Where|If|There|It|All|Every)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Led:
    """A passage's words that are a statement, and the words that they depend on."""

    passage: Passage
    text: str
    lead_in: str = ""


def led(passages: Sequence[Passage]) -> tuple[Led, ...]:
    """Give each passage its lead-in; what only leads others in comes out no more by itself."""
    return tuple(_led(passages, 0, len(passages), ""))


def _led(passages: Sequence[Passage], start: int, end: int, outer: str) -> Iterator[Led]:
    at = start
    while at < end:
        passage = passages[at]
        label = passage.piece.label if not outer else ""
        above = " ".join(part for part in (label, outer) if part)
        last = _led_until(passages, at, end)
        if last == at + 1:
            yield Led(passage=passage, text=passage.piece.text, lead_in=above)
        else:
            said, lead = _parted(passage.piece.text)
            if said:
                yield Led(passage=passage, text=said, lead_in=above)
            yield from _led(passages, at + 1, last, f"{above} {lead}".strip())
        at = last


def _parted(text: str) -> tuple[str, str]:
    """Part what a lead-in says by itself from its last sentence, which leads the list in."""
    sentences = _SENTENCE.split(text)
    return " ".join(sentences[:-1]), sentences[-1]


def _led_until(passages: Sequence[Passage], at: int, end: int) -> int:
    """Find where the passages end that depend on the words of passage `at`."""
    piece = passages[at].piece
    last = at + 1
    while last < end and _same_place(passages[at], passages[last]):
        last += 1
    run = passages[at + 1 : last]
    if not run:
        return at + 1
    leads = piece.text.endswith(_LEADS)
    if piece.kind is not BlockKind.ITEM:
        return at + 1 + _after_paragraph(piece.text, leads, run)
    if run[0].piece.kind is BlockKind.ITEM and run[0].piece.level > piece.level:
        return at + 1 + (_nested(piece.level, run) if leads else 0)
    if leads and run[0].piece.kind is BlockKind.ITEM:
        return at + 1 + _list_length(piece.text, run)
    if _UNFINISHED.search(piece.text):
        return at + 1 + _unlike(piece.text, run)
    return at + 1


def _same_place(passage: Passage, other: Passage) -> bool:
    return (
        passage.section == other.section
        and passage.piece.principle == other.piece.principle
        and passage.piece.label == other.piece.label
    )


def _after_paragraph(text: str, leads: bool, run: Sequence[Passage]) -> int:
    if run[0].piece.kind is BlockKind.ITEM:
        return _list_length(text, run) if leads or text.endswith(";") else 0
    return 1 if leads and not run[0].piece.text.endswith(_LEADS) else 0


def _items(run: Sequence[Passage]) -> int:
    count = 0
    while count < len(run) and run[count].piece.kind is BlockKind.ITEM:
        count += 1
    return count


def _nested(level: int, run: Sequence[Passage]) -> int:
    """Count deeper items, and those that a page break put back to the left."""
    count = 0
    while count < _items(run) and run[count].piece.level > level:
        count += 1
    first_word = run[0].piece.text.split()[0]
    while count < _items(run) and run[count].piece.text.split()[0] == first_word:
        count += 1
    return count


def _list_length(lead: str, run: Sequence[Passage]) -> int:
    """Count the items that belong to a lead-in of the same depth, by how the first is written."""
    texts = [passage.piece.text for passage in run[: _items(run)]]
    first = texts[0]
    if first[0].islower():
        return next((at for at, text in enumerate(texts) if not text[0].islower()), len(texts))
    if _OPEN_ITEM.search(first):
        closed = (at for at, text in enumerate(texts) if not _OPEN_ITEM.search(text))
        return min(next(closed, len(texts)) + 1, len(texts))
    if not first.endswith((".", "?")):
        word = first.split()[0]
        ended = (
            at
            for at, text in enumerate(texts)
            if text.endswith((".", ":")) and text.split()[0] != word
        )
        stop = next(ended, len(texts))
        return len(texts) if stop >= len(texts) - 1 else stop
    if _OWN_SUBJECT.match(first):
        return len(texts)
    verbs = lead.rstrip(" -").endswith(("to:", "will:"))
    stops = _OWN_SUBJECT if verbs else re.compile(r"^We\b")
    return next((at for at, text in enumerate(texts) if stops.match(text)), len(texts))


def _unlike(text: str, run: Sequence[Passage]) -> int:
    """Count the items up to one that begins as the unfinished one does ("Drawing", "Giving")."""
    participle = text.split()[0].endswith("ing")
    texts = [passage.piece.text for passage in run[: _items(run)]]
    if not participle:
        return 0
    return next((at for at, one in enumerate(texts) if one.split()[0].endswith("ing")), len(texts))
