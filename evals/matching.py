"""When does a passage hold a piece of text? The one comparison every figure rests on."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

_TAG = re.compile(r"<[^>\n]{1,80}>")
_NOT_WORD = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Where a ranked list first holds what was wanted."""

    rank: int
    """The place, from 1, at which everything wanted has been seen."""

    needed: int
    """How many of the passages up to there it took: 1 unless all of several were wanted."""


def words(text: str) -> str:
    """Fold a text to its words: no case, tags, emphasis, quotes, dashes or line breaks.

    Every run of characters that are not letters or digits becomes one space, on both sides of a
    comparison, so a curly quote or a long dash never decides whether evidence was found.
    """
    plain = unicodedata.normalize("NFKC", _TAG.sub(" ", text)).casefold()
    return _NOT_WORD.sub(" ", plain).strip()


def holds(passage: str, wanted: str) -> bool:
    """Say whether the passage holds the wanted words, whole and in order.

    Whole words, so that "5 working days" is not found in "15 working days".
    """
    return bool(words(wanted)) and f" {words(wanted)} " in f" {words(passage)} "


def find(passages: Sequence[str], wanted: Sequence[str], *, all_of: bool) -> Found | None:
    """Find the wanted texts in ranked passages, best first; None where they are not there.

    Any one of the wanted texts is enough, or with `all_of` each must be in some passage.
    """
    firsts = [_first(passages, text) for text in wanted]
    seen = [place for place in firsts if place is not None]
    if not seen or (all_of and len(seen) < len(firsts)):
        return None
    if not all_of:
        return Found(rank=min(seen), needed=1)
    return Found(rank=max(seen), needed=len(set(seen)))


def _first(passages: Sequence[str], wanted: str) -> int | None:
    places = (place for place, passage in enumerate(passages, start=1) if holds(passage, wanted))
    return next(places, None)
