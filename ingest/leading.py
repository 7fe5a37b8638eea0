"""Words that lead a list in stand with each of its items, not by themselves."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.blocks import BlockKind
from ingest.duty_words import says_duty
from ingest.list_ends import LEADS, led_until, same_place
from ingest.outline import Passage

_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z‘“'\"])")
_EXCEPT = re.compile(r"\b(?:unless|except(?: that| where| when| if)?)\s*:$", re.IGNORECASE)
"""What stands under such words is no duty: it only says when the duty above does not hold."""

_POINTS_BACK = re.compile(
    r"^(?:This\b|These (?!\w+s (?:are|were)\b)|However\b|For example\b|In (?:this|these|such) \w+)"
)
_NAMES_NO_SUBJECT = re.compile(r"^Minimum (?:expectations|requirements|standards) are\s*:$")
_ADDS_TO_ABOVE = re.compile(
    r"^(?:Otherwise\b|The only exceptions?\b|They also\b|If (?:not|this|that)\b"
    r"|[¹²³⁴-⁹]+\s*(?:Where|If) (?:this|these) (?:is|are)\b)"
)
"""So begins what says too much, or too little, without the sentence above; a note may too."""

_SENTENCE_ENDS = (".", "!", "?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Led:
    """A passage's words that are a statement, and the words that they depend on."""

    passage: Passage
    text: str
    lead_in: str = ""


def led(passages: Sequence[Passage]) -> tuple[Led, ...]:
    """Give each passage its lead-in; what only leads others in comes out no more by itself.

    A lead-in that says a duty or a time of its own comes out by itself too.
    """
    apart = tuple(_leads_apart(passages))
    return tuple(_adding(tuple(_led(apart, 0, len(apart), ""))))


def _leads_apart(passages: Sequence[Passage]) -> Iterator[Passage]:
    """Part an item that ends one list and, in its last sentence, leads the next one in."""
    for at, passage in enumerate(passages):
        text, below = passage.piece.text, passages[at + 1 : at + 2]
        sentences = _SENTENCE.split(text)
        opens = text.endswith(LEADS) and len(sentences) > 1
        if opens and not _POINTS_BACK.match(sentences[-1]) and _are_siblings(passage, below):
            for part in (" ".join(sentences[:-1]), sentences[-1]):
                yield replace(passage, piece=replace(passage.piece, text=part))
        else:
            yield passage


def _are_siblings(passage: Passage, below: Sequence[Passage]) -> bool:
    listed = [one.piece.kind is BlockKind.ITEM for one in (passage, *below)]
    same = all(one.piece.level == passage.piece.level for one in below)
    return listed == [True, True] and same and same_place(passage, below[0])


def _adding(statements: Sequence[Led]) -> Iterator[Led]:
    """Give a statement that opens with "Otherwise" or the like the sentence that it adds to."""
    for at, one in enumerate(statements):
        above = statements[at - 1] if at else None
        adds = above is not None and not one.lead_in and _ADDS_TO_ABOVE.match(one.text)
        if adds and above is not None and above.passage.section == one.passage.section:
            one = replace(one, lead_in=_SENTENCE.split(above.text)[-1])
        yield one


def _led(passages: Sequence[Passage], start: int, end: int, outer: str) -> Iterator[Led]:
    at = start
    while at < end:
        passage = passages[at]
        text, last = passage.piece.text, led_until(passages, at, end)
        label = passage.piece.label if not outer else ""
        above = " ".join(part for part in (label, outer) if part)
        if last == at + 1:
            yield Led(passage=passage, text=text, lead_in="" if _says_again(outer, text) else above)
        elif _EXCEPT.search(text):
            whole = " ".join(one.piece.text for one in passages[at:last])
            yield Led(passage=passage, text=whole, lead_in=above)
        else:
            said, lead = _parted(text)
            if said:
                yield Led(passage=passage, text=said, lead_in=above)
            if lead == text:
                lead = f"{_context(passages[max(start, at - 1) : at], passage)} {lead}".strip()
            yield from _led(passages, at + 1, last, f"{above} {lead}".strip())
        at = last


def _parted(text: str) -> tuple[str, str]:
    """Part what a lead-in says by itself from the words that lead the list in.

    Those are its last sentence, with the one before where the last one points back to it.
    """
    sentences = _SENTENCE.split(text)
    keep = 2 if len(sentences) > 1 and _POINTS_BACK.match(sentences[-1]) else 1
    said = sentences if says_duty(sentences[-1]) else sentences[:-1]
    return " ".join(said), " ".join(sentences[-keep:])


def _context(above: Sequence[Passage], passage: Passage) -> str:
    """Give the sentence above that a lead-in points back to; "" where it stands by itself."""
    text = passage.piece.text
    points = _POINTS_BACK.match(text) or _NAMES_NO_SUBJECT.match(text)
    if not points or not above or not same_place(above[-1], passage):
        return ""
    alike = above[-1].piece.kind is passage.piece.kind
    whole = alike and above[-1].piece.text.endswith(_SENTENCE_ENDS)
    return _SENTENCE.split(above[-1].piece.text)[-1] if whole else ""


def _says_again(lead: str, text: str) -> bool:
    """Tell an item that says again who must do what: "We must visit:", "We must also visit"."""
    words = _SENTENCE.split(lead)[-1].split()[:2]
    return words[1:] in (["must"], ["should"], ["will"]) and text.split()[:2] == words
