"""The field's vocabulary: which words mean the same, and what events are called."""

from dataclasses import dataclass

from domain.rules import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """One idea and every form the field writes it in."""

    name: str
    """The form in full: "initial child protection conference"."""

    forms: tuple[str, ...]
    """The other forms: acronyms, synonyms, older and local names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """Everything in corpus/vocabulary/."""

    concepts: tuple[Concept, ...]
    events: tuple[Event, ...]
