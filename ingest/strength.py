"""How strongly a statement binds: the one place where that is decided.

1. What stands under a "Bottom lines" heading, or in a list that was found to be one, is a must.
2. Where the document calls its standards mandatory, a numbered standard is a must, and so is a
   line that gives a section's key timescale.
3. A question is a question; but where there are no bottom lines, one that a sentence leads in is an
   item of what that sentence says.
4. A document whose sections mostly have bottom lines keeps its musts there: what else stands in
   such a section is a should, unless it names a statutory duty. Outside those sections a sentence
   with "must" is a must, or, in the front matter before the first of them, a should; "should", "is
   expected" and "will always" make a should; the rest is information.
5. Any other document is taken at its word. "Must", "required to", "minimum" and "ensure" bind; so
   do "always" and "will" in a list of duties, and a figure of time ("every 20 working days"). A
   sentence that says "should", "expected" or "encouraged" is a should unless it also says "must",
   "minimum" or the like; in a table of figures each clause between dashes is taken by itself. A
   statement is as strong as its strongest sentence, or as its lead-in where that binds more. A
   "should" after "if", a "will" after "what" or "which", and "always possible" say nothing. Where
   neither says anything a list item is a should, unless it only tells what can be done; a
   paragraph is information.
6. Glossaries, warning examples, appendices of background, credits, notes and words that the report
   doubts are information. So is an introduction, but for a duty that it lays on the reader ("you
   must", "staff should") and for what calls the standards mandatory.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from domain.statements import Strength
from ingest.blocks import BlockKind
from ingest.duty_words import (
    addresses,
    advises,
    always_does,
    binds,
    expects,
    gives_minimum,
    gives_time,
    is_statutory,
    leads_times_in,
    only_allows,
    only_can,
    orders,
    promises,
    says_always,
    says_mandatory,
)
from ingest.headings import credits_source
from ingest.leading import Led
from ingest.pieces import title_like

_MANDATORY = re.compile(r"\bstandards\b[^.]{0,60}\b(?:is|are) mandatory\b", re.IGNORECASE)
_ASKS = re.compile(
    r"^(?-i:(?=[A-Z]))(?:how|what|why|who|(?:(?:where|when|which)\s+)?(?:are|is|do|does|did|have|has|had|was|were|am|"
    r"can|could|should|would|will))\b",
    re.IGNORECASE,
)
_REFLECTIVE = re.compile(r"\breflective\b|\bprompts\b", re.IGNORECASE)
_NOTE = re.compile(r"^[¹²³⁴-⁹]")
_GLOSSARY = re.compile(r"\b(?:glossary|definitions)\b", re.IGNORECASE)
_INTRODUCES = re.compile(r"\bintroduction\b", re.IGNORECASE)
_WARNS = re.compile(r"\b(?:pitfalls|inadequate)\b", re.IGNORECASE)
_BACKGROUND = re.compile(
    r"\b(?:introduction|vision|mission|we aim|our aim|pitfalls|inadequate|tools|flow\s?charts?)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
_CLAUSE = re.compile(r"\s+[-–]\s+")
_DUTIES = re.compile(r"\bresponsibilities\b", re.IGNORECASE)
_KEY_TIMESCALE = re.compile(r"^Key timescales?\s*[:–-]", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Custom:
    """How one document says what binds."""

    tiered: bool
    """Most of its sections have bottom lines."""

    mandatory: bool
    """It calls its standards mandatory, and numbers them."""

    tiers: frozenset[str]
    """Outermost headings of the sections that have bottom lines."""

    front: frozenset[str]
    """Outermost headings that stand before the first of those."""


def custom_of(statements: Sequence[Led]) -> Custom:
    """Learn from the whole document where it keeps its musts."""
    sections: dict[str, int] = {}
    tiers: set[str] = set()
    front: set[str] = set()
    for led in statements:
        outer = led.passage.section[0] if led.passage.section else ""
        listed = led.passage.piece.kind is BlockKind.ITEM
        sections[outer] = sections.get(outer, 0) + listed
        if led.passage.bottom_lines:
            tiers.add(outer)
        if not tiers:
            front.add(outer)
    told = {
        outer for outer, items in sections.items() if items >= 3 and not _BACKGROUND.search(outer)
    }
    share = len(tiers) / max(1, len(told | tiers))
    numbered = sum(led.passage.piece.number is not None for led in statements)
    mandatory = any(_MANDATORY.search(led.text) for led in statements) and numbered > 0
    return Custom(
        tiered=share >= 0.5,
        mandatory=mandatory,
        tiers=frozenset(tiers),
        front=frozenset(front - tiers),
    )


def strength_of(led: Led, custom: Custom) -> Strength:
    """Say how strongly one statement binds, by the rules at the top of this module."""
    piece, section = led.passage.piece, led.passage.section
    noted = _NOTE.match(led.text) and not (led.lead_in and binds(led.text))
    if noted or piece.doubted or credits_source(led.text):
        return Strength.INFORMATION
    if led.passage.bottom_lines:
        return Strength.MUST
    if custom.mandatory and (piece.number or _KEY_TIMESCALE.match(led.text)):
        return Strength.MUST
    if any(_GLOSSARY.search(one) or _WARNS.search(one) for one in section):
        return Strength.INFORMATION
    if _is_question(led, custom):
        return Strength.QUESTION
    if custom.tiered:
        return _in_tiers(led, custom)
    if any(_BACKGROUND.search(one) for one in section):
        return _by_address(led)
    return _by_words(led)


def _in_tiers(led: Led, custom: Custom) -> Strength:
    """Where bottom lines are the musts, only a plain duty outside those sections is one too."""
    section = led.passage.section
    if is_statutory(led.text):
        return Strength.MUST
    if led.passage.expectations or any(one in custom.tiers for one in section):
        return Strength.SHOULD
    if any(_INTRODUCES.search(one) for one in section):
        return Strength.MUST if says_mandatory(led.text) else Strength.INFORMATION
    if binds(led.text):
        front = bool(section) and section[0] in custom.front
        return Strength.SHOULD if front else Strength.MUST
    defines = led.passage.piece.in_row and led.passage.piece.principle is None
    told = not defines and (always_does(led.text) or expects(led.text))
    return Strength.SHOULD if told else Strength.INFORMATION


def _by_address(led: Led) -> Strength:
    """An introduction binds or advises only where it lays a duty on the reader.

    To call the standards mandatory is to do so.
    """
    words = f"{led.lead_in} {led.text}".strip()
    plain = gives_minimum(words) or says_mandatory(words)
    if plain or (binds(words) and addresses(words)):
        return Strength.MUST
    return Strength.SHOULD if advises(words) and addresses(words) else Strength.INFORMATION


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


def _is_question(led: Led, custom: Custom) -> bool:
    """Tell a question; one that a sentence leads in is an item of what that sentence says."""
    asks = bool(_ASKS.match(led.text))
    if any(_REFLECTIVE.search(one) for one in led.passage.section):
        return led.text.endswith("?") or asks
    return asks and led.text.endswith("?") and (custom.tiered or not led.lead_in)


def _by_words(led: Led) -> Strength:
    """Take a statement at its own word or at its lead-in's, whichever binds more."""
    if any(_DUTIES.search(one) for one in led.passage.section):
        return Strength.MUST
    in_row = led.passage.piece.in_row
    listed = led.passage.piece.kind is BlockKind.ITEM or in_row
    own = _words_bind(led.text, listed=listed, in_row=in_row)
    lead = _words_bind(led.lead_in, listed=listed, in_row=in_row)
    if Strength.MUST in own | lead or leads_times_in(led.lead_in):
        return Strength.MUST
    if Strength.SHOULD in own | lead:
        return Strength.SHOULD
    names = led.passage.piece.kind is not BlockKind.ITEM and title_like(led.text)
    explains = only_allows(led.text) or only_can(led.lead_in)
    return Strength.SHOULD if listed and not (names or explains) else Strength.INFORMATION


def _words_bind(words: str, *, listed: bool, in_row: bool) -> set[Strength | None]:
    """Say of each sentence how it binds; in a row, of each clause between dashes."""
    sentences = _SENTENCE.split(words)
    if in_row:
        sentences = [clause for sentence in sentences for clause in _CLAUSE.split(sentence)]
    return {_sentence_binds(sentence, listed=listed, in_row=in_row) for sentence in sentences}


def _sentence_binds(sentence: str, *, listed: bool, in_row: bool) -> Strength | None:
    if binds(sentence) or orders(sentence):
        return Strength.MUST
    if advises(sentence):
        return Strength.SHOULD
    if (listed and says_always(sentence)) or (in_row and gives_time(sentence)):
        return Strength.MUST
    bound = promises(sentence, listed=listed) or gives_time(sentence)
    return Strength.MUST if bound else None
