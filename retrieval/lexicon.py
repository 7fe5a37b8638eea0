"""The field's vocabulary as the search uses it: which concepts a text names, in any form."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from domain import Concept, Vocabulary
from retrieval.aspects import Aspects
from retrieval.words import singular, tokens

_ACRONYM = re.compile(r"[A-Za-z]{0,3}[A-Z]{1,6}[a-z]?[A-Z]*\d{0,2}|[A-Za-z]\d{1,3}")
_PARTS = re.compile(r"\w+(?:[’'.:/&-]\w+)*")


TEXTS_KEPT = 30_000
"""Texts whose concepts are remembered: the quotations and headings of a dozen frameworks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A concept that a text names, and which of its words name it."""

    concept: str
    """The concept's name in full."""

    start: int
    end: int
    """Positions among the text's tokens, the end not included."""

    acronym: bool


def is_acronym(form: str) -> bool:
    """Say whether a form is one short word in capitals or a section number: ICPC, CiN, s47."""
    return bool(_ACRONYM.fullmatch(form))


class Lexicon:
    """Finds the concepts of a vocabulary in text: whole words, any case, plain plurals."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.aspects = Aspects(vocabulary.aspects)
        self._concepts: dict[tuple[str, ...], list[tuple[str, bool]]] = {}
        for concept in vocabulary.concepts:
            self._learn(concept)
        self._longest: dict[str, int] = {}
        """By first word: the longest form that begins with it."""

        for key in self._concepts:
            if key:
                self._longest[key[0]] = max(len(key), self._longest.get(key[0], 0))
        # The same statements and headings are looked at for every question.
        self.named: Callable[[str], tuple[Named, ...]] = lru_cache(TEXTS_KEPT)(self._named)
        """Every concept a text names, those inside longer ones too, in its order."""

    def _learn(self, concept: Concept) -> None:
        for form in dict.fromkeys((concept.name, *concept.forms)):
            acronym = is_acronym(form)
            key = _key(form)
            for known in {key, (key[0] + "s",)} if acronym and key else {key}:
                entry = (concept.name, acronym)
                entries = self._concepts.setdefault(known, [])
                if known and entry not in entries:
                    entries.append(entry)

    def _named(self, text: str) -> tuple[Named, ...]:
        words = [singular(word) for word in tokens(text)]
        return tuple(
            Named(concept=concept, start=start, end=end, acronym=acronym)
            for start in range(len(words))
            for end in range(min(start + self._longest.get(words[start], 0), len(words)), start, -1)
            for concept, acronym in self._concepts.get(tuple(words[start:end]), ())
        )

    def spelled_out(self, text: str) -> str:
        """Return the text with each acronym's full form behind it, once."""
        seen: set[str] = set()

        def spell(match: re.Match[str]) -> str:
            word = match.group()
            full = [
                concept
                for concept, acronym in self._concepts.get(_key(word), ())
                if acronym and concept not in seen and concept not in text.casefold()
            ]
            seen.update(full)
            return f"{word} ({', '.join(full)})" if full else word

        return _PARTS.sub(spell, text)


def _key(form: str) -> tuple[str, ...]:
    return tuple(singular(word) for word in tokens(form))
