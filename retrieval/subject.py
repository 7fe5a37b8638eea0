"""Whether a statement is about the thing asked, or only names it on the way to another."""

import re
from collections.abc import Collection, Sequence, Set
from functools import lru_cache

from retrieval.context import CONCEPT_MARK
from retrieval.lexicon import TEXTS_KEPT, Lexicon
from retrieval.question import Question, Unit
from retrieval.words import STOP_WORDS, stem, tokens

_TIME_UNITS = frozenset("minute minutes hour hours day days week weeks month months".split())
_POINTS = frozenset("of from after before following since".split())
_PLACES = _POINTS | frozenset("at to for by in on during".split())
_ARTICLES = frozenset("the a an that this their its".split())
_BESIDE = re.compile(r"\b(?:in addition to|as well as|over and above) ((?:[\w-]+ ?){1,4})")


def headed(asked: Sequence[Unit], headings: Sequence[str]) -> frozenset[str]:
    """Return the asked concepts whose words, in any ending, stand together in a heading.

    What stands under "Conference Planning" is about a conference plan.
    """
    stems = [_stems(heading) for heading in headings]
    return frozenset(
        unit.term
        for unit in asked
        if len(unit.words) > 1
        and any(_within(_stems(unit.term[len(CONCEPT_MARK) :]), each) for each in stems)
    )


def of_a_narrower_group(question: Question, headings: Sequence[str], lexicon: Lexicon) -> bool:
    """Say whether one heading names an asked concept and, besides, one that was not asked."""
    wanted = {unit.term[len(CONCEPT_MARK) :] for unit in question.concepts}
    return bool(wanted) and any(
        _names_another(wanted, question.named, heading, lexicon) for heading in headings
    )


def _names_another(wanted: Set[str], asked: Set[str], heading: str, lexicon: Lexicon) -> bool:
    named = lexicon.named(heading)
    own = {at for each in named if each.concept in wanted for at in range(each.start, each.end)}
    others = [each for each in named if each.concept not in asked]
    return bool(own) and any(
        own.isdisjoint(range(each.start, each.end)) and not _kin(each.concept, wanted)
        for each in others
    )


def only_counts_from(concept: str, text: str, lexicon: Lexicon) -> bool:
    """Say whether the text has the concept only as the point that a time counts from.

    "The plan is made within 3 days of the conference" says nothing of when that is held.
    """
    words = tokens(text)
    named = [each for each in lexicon.named(text) if each.concept == concept]
    repeated = {each.end for each in named}
    places = [each.start for each in named if each.start not in repeated]
    if any(_lead(words, place) not in _PLACES for place in places):
        return False
    head = tokens(concept)[-1]
    starts = {*places, *(place for place, word in enumerate(words) if word == head)}
    return any(_counted(words, place) for place in starts)


def is_beside(question: Question, text: str) -> bool:
    """Say whether the text is of something in addition to what the question asks about."""
    if not (beside := _beside(text)):
        return False
    asked = {unit.term for unit in question.units} | {
        word for unit in question.concepts for word in unit.words
    }
    return not asked.isdisjoint(beside)


@lru_cache(maxsize=TEXTS_KEPT)
def _beside(text: str) -> tuple[str, ...]:
    found = _BESIDE.findall(text.casefold())
    return tuple(stem(word) for words in found for word in tokens(words))


def _kin(concept: str, wanted: Collection[str]) -> bool:
    """A part of an asked concept, or the asked concept in a longer one."""
    return any(set(tokens(concept)) <= set(tokens(each)) for each in wanted) or any(
        set(tokens(each)) <= set(tokens(concept)) for each in wanted
    )


def _lead(words: Sequence[str], place: int) -> str:
    """The word before a place, articles left out."""
    before = [word for word in words[max(place - 3, 0) : place] if word not in _ARTICLES]
    return before[-1] if before else ""


def _counted(words: Sequence[str], place: int) -> bool:
    before = [word for word in words[max(place - 4, 0) : place] if word not in _ARTICLES]
    return len(before) > 1 and before[-1] in _POINTS and before[-2] in _TIME_UNITS


@lru_cache(maxsize=10_000)
def _stems(text: str) -> tuple[str, ...]:
    """The same headings are looked at for every candidate of every question."""
    return tuple(stem(word) if word not in STOP_WORDS else word for word in tokens(text))


def _within(part: Sequence[str], whole: Sequence[str]) -> bool:
    size = len(part)
    return any(list(whole[at : at + size]) == list(part) for at in range(len(whole) - size + 1))
