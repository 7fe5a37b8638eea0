"""The field's vocabulary: which words mean the same, and what events are called."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from domain.rules import Event


class ConceptKind(StrEnum):
    """What sort of thing an idea of the field is."""

    PLAN = "plan"
    STATUS = "status"
    """A child's or a person's standing: looked after, privately fostered, care leaver."""

    MEETING = "meeting"
    PERSON = "person"
    """A role: reviewing officer, personal adviser."""

    TEAM = "team"
    ASSESSMENT = "assessment"
    ORDER = "order"
    PLACEMENT = "placement"
    DOCUMENT = "document"
    PROCESS = "process"
    TOOL = "tool"
    RISK = "risk"
    LAW = "law"
    IDEA = "idea"


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """One idea and every form the field writes it in."""

    name: str
    """The form in full: "initial child protection conference"."""

    forms: tuple[str, ...]
    """The other forms: acronyms, synonyms, older and local names."""

    kind: ConceptKind = ConceptKind.IDEA
    says: Mapping[str, str] = field(default_factory=dict, hash=False)
    """By framework id: the form that this framework prefers, where it has its own word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Aspect:
    """What may be asked about a thing beside what it is: who chairs it, what it costs."""

    name: str
    asked: tuple[str, ...]
    """Words by which a question shows that it is after this; "sign*" is any ending of "sign"."""

    said: tuple[str, ...]
    """Words of which a statement must have one to be an answer; "#" is any figure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """Everything in corpus/vocabulary/."""

    concepts: tuple[Concept, ...]
    events: tuple[Event, ...]
    aspects: tuple[Aspect, ...] = ()
