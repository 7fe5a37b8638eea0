"""The atom that is retrieved and cited."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from domain.sources import Edition, Source


class Strength(StrEnum):
    """How strongly a statement binds."""

    MUST = "must"
    """Bottom lines and mandatory numbered standards."""

    SHOULD = "should"
    """Expectations: what good practice looks like."""

    INFORMATION = "information"
    """Glossary entries and context."""

    QUESTION = "question"
    """Reflective questions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One bullet, numbered standard, table cell, glossary entry or reflective question."""

    id: str
    source: Source
    section: tuple[str, ...]
    """The headings above it, outermost first."""

    strength: Strength
    text: str
    """Its own words, exactly; white space folded and broken lines mended, nothing else."""

    lead_in: str = ""
    """The words a list item depends on ("Minimum frequencies are:"), exactly; or nothing."""

    standard_number: str | None = None
    principle: str | None = None
    """The principle or value the document tags it with."""

    page: int | None = None
    line: int | None = None
    """First line in the imported or shipped file, from 1."""

    @property
    def quotation(self) -> str:
        """Its exact words with the lead-in they depend on."""
        return f"{self.lead_in} {self.text}" if self.lead_in else self.text


def content_hash(section: Sequence[str], text: str) -> str:
    """Twelve hex digits of a statement's headings and words, white space folded."""
    folded = "\x1f".join((*section, " ".join(text.split())))
    return sha256(folded.encode()).hexdigest()[:12]


def statement_id(framework: str, edition: Edition, name: str) -> str:
    """The id a statement is cited by: framework, edition and a name unique within both.

    A digest names its statements itself (`3.b2`); in an imported document the name is
    the statement's `content_hash`, with its ordinal where equal statements share one.
    """
    return f"{framework}:{edition}:{name}"
