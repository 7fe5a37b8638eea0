"""What a message that leans on another becomes, and what is looked for in its words."""

import re
from dataclasses import dataclass

from assistant.events import find_events
from assistant.library import Library
from domain import Event, Framework

ASKS = re.compile(
    r"\b(?:(?:what|how|who|when|where|why|which)(?:['’]?s)?"
    r"|do|does|did|is|are|should|must|can|could|will|would)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """A message read as a whole question."""

    question: str
    framework: Framework | None = None
    rule: str | None = None


def events_named(library: Library, text: str) -> list[Event]:
    """The events that a text names, in its order."""
    return [place.event for place in find_events(text, library.events.values())]
