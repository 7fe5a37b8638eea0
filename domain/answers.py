"""An answer, as every way in gives it."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from domain.statements import Statement


class AnswerKind(StrEnum):
    """How an answer can end: a closed list."""

    STANDARD = "standard"
    TIMESCALE = "timescale"
    DATE = "date"
    COMPARISON = "comparison"
    PROMPTS = "prompts"
    CLARIFY = "clarify"
    NOT_FOUND = "not_found"
    OUT_OF_SCOPE = "out_of_scope"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A statement that was found for a question, and how well it fits (0 to 1)."""

    statement: Statement
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A numbered statement under an answer."""

    number: int
    statement: Statement
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class DayWorked:
    """One day of the working: counted or not, and why."""

    day: dt.date
    counted: bool
    why: str
    """"day 3", "Saturday", "Christmas Day", "the day of the event is day 0"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One date that a rule can be read to give, and how it was read."""

    label: str
    """"calendar days, as the document has it", "if working days were meant"."""

    date: dt.date
    time: dt.time | None
    working: tuple[DayWorked, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """Something the reader should know beside the answer."""

    kind: str
    """days_not_working_days, projected_holidays, year_assumed, non_working_day, ..."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A due date with its working. The first reading is the answer; others stand beside it."""

    rule_id: str
    event_date: dt.date
    readings: tuple[Reading, ...]
    summary: str
    """The working in one or two sentences."""

    notices: tuple[Notice, ...] = ()

    @property
    def date(self) -> dt.date:
        """The date of the first reading."""
        return self.readings[0].date

    @property
    def time(self) -> dt.time | None:
        """The time of the first reading, where the rule counts hours from one."""
        return self.readings[0].time

    @property
    def working(self) -> tuple[DayWorked, ...]:
        """The working of the first reading."""
        return self.readings[0].working


class Slot(StrEnum):
    """What a clarifying question asks for."""

    FRAMEWORK = "framework"
    DATE = "date"
    RULE = "rule"
    SECTION = "section"


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One way to answer a clarifying question."""

    label: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Clarify:
    """One short question back, with options where there are any."""

    question: str
    options: tuple[Option, ...] = ()
    slot: Slot
    """What is missing; the next message of the conversation may fill it."""

    given: str = ""
    """For a date: the words in the question that the next message replaces."""

    of: str = ""
    """For a date: the event it is the date of, in the words to put beside it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Citations that say different things about one matter."""

    citations: tuple[int, ...]
    explanation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """What one framework says, beside others."""

    framework: str
    authority: str
    citations: tuple[int, ...]
    """Numbers of its statements, best first; none where it says nothing."""

    doubtful: bool = False
    """Whether they may be about something else than what was asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What one question gets."""

    kind: AnswerKind
    text: str
    """Plain text with [n] markers; complete without the rest."""

    citations: tuple[Citation, ...] = ()
    shown: tuple[int, ...] = ()
    """Numbers of the citations whose statements the answer puts forward, in its order."""

    due: Due | None = None
    clarify: Clarify | None = None
    compared: tuple[Compared, ...] = ()
    """For a question about several frameworks: each of them, in the order of the answer."""

    conflicts: tuple[Conflict, ...] = ()
    notices: tuple[Notice, ...] = ()
    suggestions: tuple[str, ...] = ()
    doubtful: bool = False
    """Whether its statements may be about something else than what was asked, as its text says."""

    written_by: str | None = None
    """The chat model whose prose stands over the answer; None where it is composed alone."""
