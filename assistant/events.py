"""Which events and concepts a question names."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from assistant.wording import Phrases, find, phrases
from domain import Concept, Event

_HELD = ("done", "held", "completed", "happened", "carried out", "took place", "last done")


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundEvent:
    """One event named in a question."""

    event: Event
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """One concept named in a text."""

    name: str
    start: int
    end: int


def find_events(text: str, events: Iterable[Event]) -> tuple[FoundEvent, ...]:
    """Find the events a text names in whatever words, the longest phrase where phrases overlap."""
    known = tuple(events)
    return tuple(
        FoundEvent(event=_by_id(known)[place.name], start=place.start, end=place.end)
        for place in find(text, _phrases(known))
    )


def narrowed(
    text: str, found: tuple[FoundEvent, ...], events: Iterable[Event], counted: frozenset[str]
) -> tuple[FoundEvent, ...]:
    """Read a wider event as the one it can only be: whom it is about stands elsewhere in the text.

    "My care leaver moved in on Friday" tells of a care leaver's move. Only events that are
    `counted` from are narrowed to, and only where just one fits.
    """
    known = tuple(events)
    inside = [(place.start, place.end) for place in found]
    told = {
        id_
        for id_, whom in _whom(known).items()
        if any(not any(a <= each.start < b for a, b in inside) for each in find(text, whom))
    }
    fitting = {
        place: [e for e in known if e.narrows == place.event.id and e.id in told & counted]
        for place in found
    }
    return tuple(
        replace(place, event=narrow[0]) if len(narrow := fitting[place]) == 1 else place
        for place in found
    )


@lru_cache(maxsize=8)
def _whom(events: tuple[Event, ...]) -> dict[str, Phrases]:
    return {e.id: phrases((words, e.id) for words in e.where) for e in events if e.where}


@lru_cache(maxsize=8)
def _by_id(events: tuple[Event, ...]) -> dict[str, Event]:
    return {event.id: event for event in events}


@lru_cache(maxsize=8)
def _phrases(events: tuple[Event, ...]) -> Phrases:
    return phrases(
        (spoken, event.id)
        for event in events
        for phrase in event.phrases
        for spoken in _spoken(phrase)
    )


def named_concepts(text: str, concepts: Iterable[Concept]) -> tuple[Named, ...]:
    """The concepts that a text names, in whatever form, and where."""
    forms = tuple((form, each.name) for each in concepts for form in (each.name, *each.forms))
    return tuple(Named(name=name, start=at, end=end) for name, at, end in _named(text, forms))


def find_concepts(text: str, concepts: Iterable[Concept]) -> frozenset[str]:
    """The names of the concepts a text names, in whatever form."""
    return frozenset(named.name for named in named_concepts(text, concepts))


def _spoken(phrase: str) -> Iterator[str]:
    """A phrase, and of "the assessment was" the other words that people have for its being held."""
    yield phrase
    if phrase.endswith(" was"):
        yield from (f"{phrase.removesuffix(' was')} {verb}" for verb in _HELD)


def _named(text: str, phrases: tuple[tuple[str, str], ...]) -> Iterator[tuple[str, int, int]]:
    """What the phrases stand for, with where each is found, the longest winning."""
    pattern, names = _pattern(phrases)
    for match in pattern.finditer(text.lower().replace("’", "'")):
        yield names[_fold(match["phrase"])], match.start(), match.end()


@lru_cache(maxsize=8)
def _pattern(phrases: tuple[tuple[str, str], ...]) -> tuple[re.Pattern[str], dict[str, str]]:
    names = {_fold(phrase): name for phrase, name in phrases}
    spaced = (
        re.escape(phrase).replace(r"\ ", r"[\s-]+")
        for phrase in sorted(names, key=len, reverse=True)
    )
    joined = "|".join(spaced) or r"(?!)"
    return re.compile(rf"(?<!\w)(?P<phrase>{joined})(?:'?s)?(?!\w)"), names


def _fold(phrase: str) -> str:
    return " ".join(re.split(r"[\s-]+", phrase.lower()))
