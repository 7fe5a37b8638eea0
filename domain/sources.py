"""Where a statement stands: the framework, its document and the edition that is indexed."""

from dataclasses import dataclass
from enum import StrEnum


class Edition(StrEnum):
    """Which text of a framework is indexed."""

    DIGEST = "digest"
    """Our own words, shipped in corpus/."""

    SOURCE = "source"
    """The authority's own document, imported by the user."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One edition of one framework's document, as every citation names it."""

    framework: str
    """The framework's id, as in corpus/: lower case, digits and hyphens."""

    authority: str
    document: str
    """The document's title."""

    version: str
    """The document's own version and date, in its own words."""

    edition: Edition


@dataclass(frozen=True, slots=True, kw_only=True)
class Framework:
    """One authority's practice framework, as described in corpus/<id>/framework.toml."""

    id: str
    authority: str
    document: str
    version: str
    also_called: tuple[str, ...] = ()
    """Names people use for it in a question; the authority's name is one already."""

    counts_event_day: bool = False
    """True where this authority counts the day of the event as the first day."""

    def source(self, edition: Edition) -> Source:
        """Name one edition of this framework's document."""
        return Source(
            framework=self.id,
            authority=self.authority,
            document=self.document,
            version=self.version,
            edition=edition,
        )
