"""A question as the search reads it: its terms, what it is about, and the kind of answer."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from retrieval.context import CONCEPT_MARK, terms
from retrieval.lexicon import Lexicon
from retrieval.words import STOP_WORDS, content_stems, stem, tokens

_TIME = re.compile(
    r"\b(how (often|soon|long|fast|late|old|quick(ly)?|frequent(ly)?|regular(ly)?)|by when|when"
    r"|how many (\w+ ){0,2}(days|weeks|months|hours|times|visits)|what (date|day|time|age)"
    r"|deadlines?|time ?scales?|time ?frames?|time limits?|frequency|max(imum)? time)\b"
)
_OFTEN = re.compile(
    r"\b(how (often|frequent(ly)?|regular(ly)?|many (\w+ ){0,2}(times|visits))|frequency)\b"
)
_WHO = re.compile(r"\b(who|whose|whom|which (manager|worker|team|role|professional)s?)\b")
_DUTY = re.compile(
    r"\b(what|which|anything|everything)\b.*\b(ha(ve|s) to|must|needs? to|required|expected)\b"
    r"|\b(bottom lines?|mandatory|checklist)\b"
)
_REFLECTION = re.compile(r"\b(reflect\w*|ask (my|our|your)sel(f|ves)|questions? (for|to ask))\b")
_MEANING = re.compile(
    r"\b(what (is|are|does|do) (a|an|the|we mean)?\b.*|what s|whats|meaning of|definition of"
    r"|define|stands? for|mean(s|t)?\b)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One thing the question names: a word, or a concept in whatever form."""

    term: str
    """A stem, or a concept's mark."""

    words: tuple[str, ...] = ()
    """Stems that stand for a part of the concept each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What the search needs to know of a question."""

    dense_text: str
    terms: tuple[str, ...]
    units: tuple[Unit, ...]
    wants_time: bool
    wants_frequency: bool
    """It asks how often, and not by when."""

    wants_role: bool
    wants_duty: bool
    """It asks what has to be done, and neither when nor by whom."""

    wants_reflection: bool
    wants_meaning: bool

    @property
    def concepts(self) -> tuple[Unit, ...]:
        """The units that are concepts of the field's vocabulary."""
        return tuple(unit for unit in self.units if unit.term.startswith(CONCEPT_MARK))


def read_question(text: str, lexicon: Lexicon) -> Question:
    """Read a question with the field's vocabulary."""
    folded = " ".join(text.casefold().replace("'", " ").split())
    wants_time = bool(_TIME.search(folded))
    wants_role = bool(_WHO.search(folded))
    wants_duty = not (wants_time or wants_role) and bool(_DUTY.search(folded))
    return Question(
        dense_text=lexicon.spelled_out(text),
        terms=tuple(terms(text, lexicon)),
        units=_units(text, lexicon),
        wants_time=wants_time,
        wants_frequency=bool(_OFTEN.search(folded)),
        wants_role=wants_role,
        wants_duty=wants_duty,
        wants_reflection=bool(_REFLECTION.search(folded)),
        wants_meaning=not (wants_time or wants_role or wants_duty)
        and bool(_MEANING.search(folded)),
    )


def unit_cover(unit: Unit, present: Collection[str]) -> float:
    """Return how far a statement's terms cover one unit, 0 to 1."""
    if unit.term in present:
        return 1.0
    if not unit.words:
        return 0.0
    share = sum(word in present for word in unit.words) / len(unit.words)
    return PARTIAL_CONCEPT * share


PARTIAL_CONCEPT = 0.7
"""A concept's words without the concept itself ("conference" for an ICPC) count for less."""


def _units(text: str, lexicon: Lexicon) -> tuple[Unit, ...]:
    """The longest concepts first, then the words that no concept took."""
    words = tokens(text)
    taken: set[int] = set()
    units: dict[str, Unit] = {}
    for named in sorted(lexicon.named(text), key=lambda each: each.start - each.end):
        span = range(named.start, named.end)
        if taken.isdisjoint(span):
            mark = CONCEPT_MARK + named.concept
            parts = tuple(dict.fromkeys(content_stems(named.concept)))
            units.setdefault(mark, Unit(term=mark, words=parts))
            taken.update(span)
    for position, word in enumerate(words):
        if position not in taken and word not in STOP_WORDS:
            units.setdefault(stem(word), Unit(term=stem(word)))
    return tuple(units.values())
