"""What a set of material is made of, with the statements that each part rests on."""

import datetime as dt
from dataclasses import dataclass

from domain import Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What helps whoever asks a question to hear the answer."""

    says: tuple[Statement, ...]
    """What the standard says, to be quoted."""

    listen: str
    """What to listen for."""

    probe: str
    """A question to follow with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One open question, and the statements that it is held against."""

    text: str
    statements: tuple[Statement, ...]
    """The one it is made of first, then those that it touches as well."""

    purpose: str
    stage: str
    """Id of the stage of the model; nothing for a framework's own question."""

    move: str = ""
    own: bool = False
    """A reflective question of the framework itself, in its exact words."""

    note: Note | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """How long a stage takes, and the statement that says so, if one does."""

    stage: str
    name: str
    minutes: int
    statement: Statement | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DueLine:
    """Something that is due, as the calculator worked it out."""

    subject: str
    date: dt.date
    relation: str
    """How it counts, in words."""

    summary: str
    late: bool
    standing: str
    """How it stands to today, in words."""

    rule_id: str
    statements: tuple[Statement, ...]
    conditions: tuple[str, ...] = ()
    if_missed: tuple[Statement, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """One page for a supervision."""

    items: tuple[Item, ...]
    timings: tuple[Timing, ...]
    left: tuple[Statement, ...]
    """The musts of the section that no prompt touches: for next time."""

    touched: int
    of: int
    """How many of the section's distinct musts are touched, and how many there are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuizQuestion:
    """A question with one right answer."""

    text: str
    options: tuple[str, ...]
    """Two for true or false, else four."""

    right: int
    """Place of the right one among the options, from 0."""

    statements: tuple[Statement, ...]
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionPart:
    """One part of a training session."""

    name: str
    minutes: int
    what: str
    items: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A training session, ready to be run."""

    aims: tuple[str, ...]
    parts: tuple[SessionPart, ...]
    vignette: str
    quiz: tuple[QuizQuestion, ...]
