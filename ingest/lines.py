"""A line of extracted text and where it stands: what plain text and PDF have in common."""

from dataclasses import dataclass

from ingest.blocks import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line as extracted; blank lines are kept, as they part paragraphs."""

    text: str
    place: Place
