"""How strongly a statement binds: the one place where that is decided.

1. What stands under a "Bottom lines" heading, or in a list that was found to be one, is a must.
2. Where the document calls its standards mandatory, a numbered standard is a must.
3. A question is a question.
4. A document whose sections mostly have bottom lines keeps its musts there: what else stands in
   such a section is a should, and what stands outside them is information.
5. Any other document is taken at its word. "Must", "required to", "minimum", "always" and "ensure"
   bind; so does "will" in a list of duties, and a figure of time ("every 20 working days"). A
   sentence that says "should", "expected" or "encouraged" is a should unless it also says "must",
   "minimum" or the like, or stands in a table of figures; a statement is as strong as its
   strongest sentence. One that says neither is as strong as its lead-in; else a list item is a
   should, and a paragraph is information.
6. Glossaries, introductions, appendices of background and notes are information.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from domain.statements import Strength
from ingest.blocks import BlockKind
from ingest.leading import Led
from ingest.pieces import title_like

_MANDATORY = re.compile(r"\bstandards\b[^.]{0,60}\b(?:is|are) mandatory\b", re.IGNORECASE)
_ASKS = re.compile(
    r"^(?:how|what|why|who|(?:(?:where|when|which)\s+)?(?:are|is|do|does|did|have|has|had|was|were|am|"
    r"can|could|should|would|will))\b",
    re.IGNORECASE,
)
_REFLECTIVE = re.compile(r"\breflective\b|\bprompts\b", re.IGNORECASE)
_NOTE = re.compile(r"^[¹²³⁴-⁹]")
_GLOSSARY = re.compile(r"\b(?:glossary|definitions)\b", re.IGNORECASE)
_BACKGROUND = re.compile(
    r"\b(?:introduction|vision|mission|we aim|our aim|pitfalls|inadequate|tools|flow\s?charts?)\b",
    re.IGNORECASE,
)
_BINDS = re.compile(
    r"\b(?:must|required to|shall|duty to|(?<!no )(?<!no statutory )minimum)\b", re.IGNORECASE
)
_ALWAYS = re.compile(r"\b(?:always|never)\b", re.IGNORECASE)
_ADVISES = re.compile(
    r"\b(?:should|expected|expectation|encouraged?|aims? to|strives?|endeavour|ideally|"
    r"(?:good|best) practice)\b",
    re.IGNORECASE,
)
_PROMISES = re.compile(
    r"(?<!to )\bensure\b|\bensure[sd]\b|(?<!this )(?<!it )\bwill\b", re.IGNORECASE
)
_WE_PROMISE = re.compile(r"\b(?:we|will) ensure\b|\bwe (?:will )?always\b", re.IGNORECASE)
_OPENS_WITH_ENSURE = re.compile(r"^(?:\w+, |From the outset )?(?:we )?ensure\b", re.IGNORECASE)
_FIGURE = re.compile(
    r"\b(?:within|every|by|no later than|once|no more than|not more than|least|prior|before)\b"
    r"[^.;]{0,40}\b(?:hours?|days?|weeks?|months?|years?|weekly|monthly|fortnight)\b"
    r"|\b(?:\d+|one|two|three|four|five|six) (?:working )?(?:hours?|days?|weeks?|months?)\b"
    r"|\b(?:weekly|fortnightly|monthly|annually|yearly|termly)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
_DUTIES = re.compile(r"\bresponsibilities\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Custom:
    """How one document says what binds."""

    tiered: bool
    """Most of its sections have bottom lines."""

    mandatory: bool
    """It calls its standards mandatory, and numbers them."""

    tiers: frozenset[str]
    """Outermost headings of the sections that have bottom lines."""


def custom_of(statements: Sequence[Led]) -> Custom:
    """Learn from the whole document where it keeps its musts."""
    sections: dict[str, int] = {}
    tiers: set[str] = set()
    for led in statements:
        outer = led.passage.section[0] if led.passage.section else ""
        listed = led.passage.piece.kind is BlockKind.ITEM
        sections[outer] = sections.get(outer, 0) + listed
        if led.passage.bottom_lines:
            tiers.add(outer)
    told = {
        outer for outer, items in sections.items() if items >= 3 and not _BACKGROUND.search(outer)
    }
    share = len(tiers) / max(1, len(told | tiers))
    numbered = sum(led.passage.piece.number is not None for led in statements)
    mandatory = any(_MANDATORY.search(led.text) for led in statements) and numbered > 0
    return Custom(tiered=share >= 0.5, mandatory=mandatory, tiers=frozenset(tiers))


def strength_of(led: Led, custom: Custom) -> Strength:
    """Say how strongly one statement binds, by the rules at the top of this module."""
    piece, section = led.passage.piece, led.passage.section
    if _NOTE.match(led.text):
        return Strength.INFORMATION
    if led.passage.bottom_lines:
        return Strength.MUST
    if custom.mandatory and piece.number:
        return Strength.MUST
    if any(_GLOSSARY.search(one) for one in section):
        return Strength.INFORMATION
    if _is_question(led):
        return Strength.QUESTION
    if any(_BACKGROUND.search(one) for one in section):
        return Strength.INFORMATION if not _binds_anyway(led, custom) else Strength.MUST
    if custom.tiered:
        tier = led.passage.expectations or any(one in custom.tiers for one in section)
        return Strength.SHOULD if tier else Strength.INFORMATION
    return _by_words(led)


def strengths_of(duties: Sequence[Led], custom: Custom) -> list[Strength]:
    """Say how strongly each binds; among questions, one that only lacks its mark is one too."""
    alone = [strength_of(led, custom) for led in duties]
    settled = list(alone)
    for at, led in enumerate(duties):
        beside = {alone[near] for near in (at - 1, at + 1) if _beside(duties, at, near)}
        asks = alone[at] is not Strength.MUST and bool(_ASKS.match(led.text))
        if asks and Strength.QUESTION in beside:
            settled[at] = Strength.QUESTION
    return settled


def _beside(duties: Sequence[Led], at: int, near: int) -> bool:
    if not 0 <= near < len(duties):
        return False
    same = duties[at].passage.section == duties[near].passage.section
    return same and duties[near].passage.piece.kind is BlockKind.ITEM


def _is_question(led: Led) -> bool:
    asks = bool(_ASKS.match(led.text))
    if any(_REFLECTIVE.search(one) for one in led.passage.section):
        return led.text.endswith("?") or asks
    return asks and led.text.endswith("?")


def _binds_anyway(led: Led, custom: Custom) -> bool:
    """An introduction that says "you must" binds where the document has no bottom lines."""
    return not custom.tiered and bool(_BINDS.search(f"{led.lead_in} {led.text}"))


def _by_words(led: Led) -> Strength:
    """Take a statement at its own word, or, where it says neither, at its lead-in's."""
    if any(_DUTIES.search(one) for one in led.passage.section):
        return Strength.MUST
    in_row = led.passage.piece.in_row
    listed = led.passage.piece.kind is BlockKind.ITEM or in_row
    for words in (led.text, led.lead_in):
        said = {
            _sentence_binds(sentence, listed=listed, in_row=in_row)
            for sentence in _SENTENCE.split(words)
        }
        for strength in (Strength.MUST, Strength.SHOULD):
            if strength in said:
                return strength
    names = led.passage.piece.kind is not BlockKind.ITEM and title_like(led.text)
    return Strength.SHOULD if listed and not names else Strength.INFORMATION


def _sentence_binds(sentence: str, *, listed: bool, in_row: bool) -> Strength | None:
    if _BINDS.search(sentence) or _OPENS_WITH_ENSURE.match(sentence):
        return Strength.MUST
    if (listed and _ALWAYS.search(sentence)) or (in_row and _FIGURE.search(sentence)):
        return Strength.MUST
    if _ADVISES.search(sentence):
        return Strength.SHOULD
    promise = _PROMISES if listed else _WE_PROMISE
    return Strength.MUST if promise.search(sentence) or _FIGURE.search(sentence) else None
