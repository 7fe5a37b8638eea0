"""A timescale in the register, and the event it counts from."""

from dataclasses import dataclass
from enum import StrEnum


class Unit(StrEnum):
    """Units as documents write them; a document's plain days are calendar days."""

    HOUR = "hour"
    DAY = "day"
    WORKING_DAY = "working day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """An amount of one unit; a range ("6-8 weeks") also has an upper amount."""

    amount: int
    unit: Unit
    upper: int | None = None

    def __str__(self) -> str:
        amount = f"{self.amount}" if self.upper is None else f"{self.amount}-{self.upper}"
        plural = "" if self.amount == 1 and self.upper is None else "s"
        return f"{amount} {self.unit}{plural}"


class Form(StrEnum):
    """How a rule's period relates to its event."""

    WITHIN = "within"
    """Due by the period's end, counted from the event."""

    BEFORE = "before"
    """Due by the period's start, counted back from the event."""

    EVERY = "every"
    """Recurs: due one period after the event, which is the last time it was done."""

    AT_AGE = "at_age"
    """Due on reaching an age; the event is the date of birth."""

    COUNT = "count"
    """So many times in a period; the period is `per`."""

    WITHOUT_FIGURE = "without_figure"
    """Binds without a figure: immediately, same day, before the conference."""


class Bound(StrEnum):
    """Which side of the figure is allowed."""

    AT_MOST = "at most"
    AT_LEAST = "at least"
    ABOUT = "about"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One timescale of one framework, as its document has it."""

    id: str
    """Unique across frameworks: `<framework>:<name>`."""

    framework: str
    subject: str
    """What must happen, in plain words: "Initial child protection conference held"."""

    event: str
    """Id of the event it counts from, before or recurs by, in corpus/vocabulary."""

    form: Form
    figure: str
    """The figure exactly as the document has it: "15 working days", "fortnight"."""

    period: Period | None
    """The figure as a period; None only for `WITHOUT_FIGURE`."""

    bound: Bound
    rests_on: tuple[str, ...]
    """Ids of the digest statements it rests on; at least one."""

    about: tuple[str, ...] = ()
    """Phrases people use for the subject, beside the event it starts."""

    starts: str | None = None
    """The event its outcome is, if any."""

    conditions: tuple[str, ...] = ()
    """When it applies, in plain words, each one condition."""

    times: int | None = None
    """For `COUNT`: how many times in the period."""

    conflicts_with: tuple[str, ...] = ()
    """Ids of rules of the same framework that state another figure for the same thing."""

    sooner_than: str | None = None
    """Id of the rule that this one is paired with where the document says "whichever is sooner"."""

    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something a rule counts from, with the phrases people use for it."""

    id: str
    name: str
    """As it reads in a sentence: "the strategy discussion"."""

    phrases: tuple[str, ...]
    """Lower-case forms as people write them, acronyms among them."""
