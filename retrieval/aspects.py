"""What a question asks about a thing beside what it is, and whether a statement speaks of that.

A framework that says when core groups meet, and nothing of who chairs them, is as near in words and
meaning to "who chairs the core group?" as one that does say.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from domain import Aspect
from retrieval.words import NUMBER_WORDS, STOP_WORDS, stem, tokens

FIGURE = "#"
"""In a phrase: any figure, in figures or in words."""

COUNT = "how many "
"""What begins the name of an aspect that is read from the question itself, and not from a list."""

TEXTS_KEPT = 100_000

_FIGURES = rf"(?:\d+|{'|'.join(NUMBER_WORDS)})"
_BETWEEN = re.compile(r"[^\w£@]+")
_BETWEEN_IN_PHRASE = re.compile(rf"[^\w£@*{FIGURE}]+")
_HOW_MANY = re.compile(r"\b(?:how many|max(?:imum)? number of|minimum number of)\b(.*)")
_TIMES = frozenset(("", *"minut hour day week month year time visit".split()))
_SORTS = frozenset({"working", "calendar", "school", "more", "other", "different", "further"})
_SIGNS = frozenset("£@")
_NEAR = 4
"""Words before a thing in which the figure stands that counts it."""


class Aspects:
    """Finds the aspects that a question asks about, and in a statement what was said of them."""

    def __init__(self, aspects: Iterable[Aspect]) -> None:
        aspects = tuple(aspects)
        self._asked = {each.name: _any_of(each.asked) for each in aspects}
        self._said = {each.name: _any_of(each.said) for each in aspects}
        # The same statements are looked at for every question.
        self._speaks = lru_cache(maxsize=TEXTS_KEPT)(self._looked_for)

    def asked(self, question: str) -> tuple[str, ...]:
        """Return the names of the aspects that a question is after."""
        folded = _folded(question)
        counted = _counted(question)
        listed = (name for name, asked in self._asked.items() if asked.search(folded))
        return (*listed, *((f"{COUNT}{counted}",) if counted else ()))

    def said(self, names: Sequence[str], text: str) -> float:
        """Return the share of these aspects that a text speaks of; 1 where none is asked."""
        if not names:
            return 1.0
        return sum(self._speaks(name, text) for name in names) / len(names)

    def _looked_for(self, name: str, text: str) -> bool:
        if name in self._said:
            return bool(self._said[name].search(_folded(text)))
        return _counts(name.removeprefix(COUNT), text)


def _counted(question: str) -> str | None:
    """The stem of what is to be counted, unless it is a time."""
    found = _HOW_MANY.search(question.casefold())
    if not found:
        return None
    told = (word for word in tokens(found.group(1))[:3] if word not in STOP_WORDS | _SORTS)
    thing = stem(next(told, ""))
    return None if thing in _TIMES else thing


def _counts(thing: str, text: str) -> bool:
    words = tokens(text)
    return any(
        any(word.isdigit() for word in words[max(place - _NEAR, 0) : place])
        for place, word in enumerate(words)
        if stem(word) == thing
    )


def _folded(text: str) -> str:
    return _BETWEEN.sub(" ", text.casefold().replace("’", "").replace("'", "")).strip()


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(_pattern, phrases)))


def _pattern(phrase: str) -> str:
    words = _BETWEEN_IN_PHRASE.sub(" ", phrase.casefold().replace("'", "")).split()
    return rf"(?<!\w){' '.join(map(_word, words))}(?!\w)".replace(r"(?<!\w)£", "£")


def _word(word: str) -> str:
    plain = re.escape(word.removesuffix("*")).replace(re.escape(FIGURE), _FIGURES)
    return plain + (r"\w*" if word.endswith("*") or word in _SIGNS else "")
