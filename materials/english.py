"""The parser that statements are read with, each parsed once."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # a question needs no parser, and importing it takes a while
    from spacy.language import Language
    from spacy.tokens import Doc

KEPT = 20_000
"""Parses kept: those of all statements of a library, as they stand and as imperatives."""


class English:
    """A loaded English model of spaCy."""

    def __init__(self, model: Language) -> None:
        self._parse = lru_cache(KEPT)(model)
        index = model.get_pipe("lemmatizer").lookups.get_table("lemma_index")  # type: ignore[attr-defined]  # the rule lemmatizer has them
        self._verbs = frozenset(index["verb"])
        self._nouns = frozenset(index["noun"])

    def parse(self, text: str) -> Doc:
        """Parse a text."""
        return self._parse(text)

    def is_verb(self, word: str) -> bool:
        """Whether a word can be a verb in its base form."""
        return word.lower() in self._verbs

    def is_noun(self, word: str) -> bool:
        """Whether a word can be a noun."""
        return word.lower() in self._nouns
