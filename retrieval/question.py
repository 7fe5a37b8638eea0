"""A question as the search reads it: its terms, what it is about, and the kind of answer."""

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass

from retrieval.context import CONCEPT_MARK, terms
from retrieval.lexicon import Lexicon
from retrieval.wording import plainly
from retrieval.words import (
    GENERAL,
    HAPPENING,
    NEAR_WORDS,
    PARTS,
    STOP_WORDS,
    content_stems,
    stem,
    tokens,
)

_TIME = re.compile(
    r"\b(how (often|soon|long|fast|late|old|quick(ly)?|frequent(ly)?|regular(ly)?)"
    r"|(by|know|sure|says?|tell me|until|till) when|whens|when s|when(?=\W*$)"
    r"|when (is|are|was|were|do|does|did|should|must|can|could|will|would|shall|has|have|had|got|to"
    r"|due|next|first)"
    r"|how many (\w+ ){0,2}(minutes|hours|hrs|days|weeks|wks|months|years|yrs|times|visits)"
    r"|number of (days|weeks|months|hours)|what (date|day|time|age)"
    r"|(what is|whats|what s) the longest"
    r"|deadlines?|time ?scales?|time ?frames?|time limits?|frequency|max(imum)? time|time for)\b"
)
_OFTEN = re.compile(
    r"\b(how (often|frequent(ly)?|regular(ly)?|many (\w+ ){0,2}(times|visits))|frequency)\b"
)
_WHO = re.compile(
    r"(?:^|[,.;:?!(–-]\s*|\b(?:and|or|but|so|then|know|sure|clear|say|says|by|to|with|from|for|on|of"
    r"|ask|asks|tell|about|wonder|wondering|is|was|just|exactly)\s+)(?:who|whos|whose|whom)\b"
    r"|\bwhich (manager|worker|team|role|professional)s?\b"
)
"""Who, where it asks: "a girl who signs" does not."""
_DUTY = re.compile(
    r"\b(what|which|anything|everything)\b.*\b(ha(ve|s) to|must|needs? to|required|expected)\b"
    r"|\b(bottom lines?|mandatory|checklist)\b"
)
_REFLECTION = re.compile(r"\b(reflect\w*|ask (my|our|your)sel(f|ves)|questions? (for|to ask))\b")
_MEANING = re.compile(
    r"\b(what (is|are|does|do) (a|an|the|we mean)?\b.*|what s|whats|meaning of|definition of"
    r"|define|stands? for|mean(s|t)?\b)"
)
_USE = re.compile(r"\bwhen (do|should|would|can|could) (i|we|you|they) use\b")
"""Asks for the circumstances in which a tool is used, and for no date."""

_MEASURE = re.compile(r"\bhow many (working )?(days|weeks|months|hours)\b|\bdue\b", re.I)
"""Asks for a time in words that say nothing of the subject."""

_WHAT_IS = re.compile(r"\b(?:what is|what are|whats|what s) (?:the|our|a|an) (?P<thing>.+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One thing the question names: a word, or a concept in whatever form."""

    term: str
    """A stem, or a concept's mark."""

    words: tuple[str, ...] = ()
    """Stems that stand for a part of the concept each."""

    near: tuple[str, ...] = ()
    """Stems of words that say nearly the same."""


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
    named: frozenset[str] = frozenset()
    """Every concept it names, those inside or across longer ones too."""

    subjects: tuple[Unit, ...] = ()
    """What the question is after, where its form shows that; the rarest of them is the test."""

    held: str | None = None
    """The one concept of which it asks only when or how often it takes place."""

    aspects: tuple[str, ...] = ()
    """What it asks about the thing beside what it is: who chairs, what it costs."""

    @property
    def concepts(self) -> tuple[Unit, ...]:
        """The units that are concepts of the field's vocabulary."""
        return tuple(unit for unit in self.units if unit.term.startswith(CONCEPT_MARK))


def read_question(text: str, lexicon: Lexicon) -> Question:
    """Read a question with the field's vocabulary."""
    text = plainly(text)
    folded = _USE.sub("", " ".join(text.casefold().replace("'", " ").split()))
    wants_time = bool(_TIME.search(folded))
    units = _units(_MEASURE.sub(" ", text) if wants_time else text, lexicon)
    wants_role = bool(_WHO.search(folded))
    wants_duty = not (wants_time or wants_role) and bool(_DUTY.search(folded))
    return Question(
        dense_text=lexicon.spelled_out(text),
        terms=tuple(terms(text, lexicon)),
        units=units,
        wants_time=wants_time,
        wants_frequency=bool(_OFTEN.search(folded)),
        wants_role=wants_role,
        wants_duty=wants_duty,
        wants_reflection=bool(_REFLECTION.search(folded)),
        wants_meaning=not (wants_time or wants_role or wants_duty)
        and bool(_MEANING.search(folded)),
        named=frozenset(each.concept for each in lexicon.named(text)),
        subjects=_subjects(folded, units, lexicon),
        held=_held(units),
        aspects=lexicon.aspects.asked(text),
    )


def unit_cover(unit: Unit, present: Set[str]) -> float:
    """Return how far a statement's terms cover one unit, 0 to 1."""
    if unit.term in present:
        return 1.0
    if not present.isdisjoint(unit.near):
        return NEAR_WORD
    if not unit.words:
        return 0.0
    share = sum(word in present for word in unit.words) / len(unit.words)
    return PARTIAL_CONCEPT * share


PARTIAL_CONCEPT = 0.5
"""A concept's words without the concept itself ("conference" for an ICPC) count for less."""

NEAR_WORD = 0.8
"""A word that says nearly the same counts for almost as much."""

SHORT = 3
"""A question of no more things than these is after the rarest; a longer one tells a story."""


def _subjects(folded: str, units: Sequence[Unit], lexicon: Lexicon) -> tuple[Unit, ...]:
    """The thing of "what is the ...", up to its first empty word, or all of a short question."""
    asked = _WHAT_IS.search(folded)
    words = tokens(asked["thing"]) if asked else []
    end = next((at for at, word in enumerate(words) if word in STOP_WORDS), len(words))
    thing = [unit for unit in _units(" ".join(words[:end]), lexicon) if unit.term not in GENERAL]
    short = [unit for unit in units if unit.term not in GENERAL] if len(units) <= SHORT else []
    return tuple(thing or short)


def _held(units: Sequence[Unit]) -> str | None:
    concepts = [unit for unit in units if unit.term.startswith(CONCEPT_MARK)]
    others = {unit.term for unit in units if unit not in concepts}
    if len(concepts) != 1 or not others <= HAPPENING:
        return None
    return concepts[0].term.removeprefix(CONCEPT_MARK)


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
            units.setdefault(stem(word), _word(stem(word)))
    return tuple(units.values())


def _word(term: str) -> Unit:
    return Unit(term=term, near=NEAR_WORDS.get(term, ()), words=PARTS.get(term, ()))
