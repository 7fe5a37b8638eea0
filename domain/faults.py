"""What is known to be wrong in a document itself: kept and told, never repaired in silence."""

from dataclasses import dataclass
from enum import StrEnum


class FaultKind(StrEnum):
    """What sort of fault it is."""

    CONTRADICTION = "contradiction"
    """Two figures or two duties for one thing."""

    MISPLACED = "misplaced"
    """Printed under the wrong heading, or with another column's words in it."""

    UNCLEAR = "unclear"
    """Garbled, cut off, or not to be read with certainty."""

    REPLACED_GUIDANCE = "replaced-guidance"
    """It cites guidance or law that a later edition has replaced."""

    BROKEN_REFERENCE = "broken-reference"
    """It points to what is not there."""

    EMPTY = "empty"
    """An appendix or a section is named and holds nothing."""

    DAYS_OR_WORKING_DAYS = "days-or-working-days"
    """Plain days, beside others in working days."""

    NO_STARTING_POINT = "no-starting-point"
    """A period that does not say from when it counts."""

    REPEATED = "repeated"
    UNDEFINED_TERM = "undefined-term"
    LAYOUT = "layout"
    UNDATED = "undated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing that is wrong in a document, in our own words."""

    kind: FaultKind
    text: str
    statements: tuple[str, ...] = ()
    """Ids of the digest statements concerned; none where it is the document as a whole."""
