"""The JSON that describes frameworks and the state of the service."""

from typing import Literal

from api.bodies import Out
from domain import Edition, FaultKind, Strength


class EditionOut(Out):
    """One indexed text of a framework."""

    edition: Edition
    document: str
    version: str
    statements: dict[Strength, int]


class FrameworkOut(Out):
    """One authority's practice framework."""

    id: str
    authority: str
    document: str
    version: str
    answers_from: Edition | None
    """The edition that answers; null where neither digest nor document is here."""

    editions: list[EditionOut]


class FrameworksOut(Out):
    """Every framework, and the one that answers where a question names none."""

    frameworks: list[FrameworkOut]
    default: str | None


class SectionOut(Out):
    """One section of the edition that answers, and how many statements it has."""

    section: list[str]
    statements: int


class FaultOut(Out):
    """Something that is known to be wrong in the document."""

    kind: FaultKind
    text: str
    statements: list[str]


class EventOfFrameworkOut(Out):
    """An event that timescales of the framework count from."""

    id: str
    name: str
    duties: int
    """How many of them give a date."""


class FrameworkDetailOut(FrameworkOut):
    """A framework with its sections, the events of its register and known faults."""

    also_called: list[str]
    sections: list[SectionOut]
    rules: int
    events: list[EventOfFrameworkOut]
    faults: list[FaultOut]


class HealthOut(Out):
    """The process is up."""

    status: Literal["up"] = "up"


class ReadyOut(Out):
    """The index is open: which one, and which editions answer."""

    status: Literal["ready"] = "ready"
    index: str
    answering: dict[str, Edition]
    holidays_announced_until: str
