"""A timescale in the register, and the event it counts from."""

from dataclasses import dataclass
from enum import StrEnum


class Unit(StrEnum):
    """Units as documents write them; a document's plain days are calendar days."""

    MINUTE = "minute"
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

    AT_GESTATION = "at_gestation"
    """Due at a stage of the pregnancy, in weeks; the event is the day the baby is due."""

    COUNT = "count"
    """So many times in a period; the period is `per`."""

    LASTS = "lasts"
    """A duration: the event, a meeting or a programme, takes so long."""

    AGES = "ages"
    """An age, or a range of ages, whom something is for; nothing falls due at it."""

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

    by: str | None = None
    """Of a rule without a figure: id of the rule, of its own framework or of the law's minimum,
    whose outcome it must come before ("by the second review")."""

    if_missed: tuple[str, ...] = ()
    """Ids of the digest statements that say what to do when it is missed."""

    stated_as: str = ""
    """The document's own words, where the figure was worked out from them: "three months"."""

    who: str = ""
    """Who must act, where the document says: "the chair", "the IRO"."""

    floor: str | None = None
    """Id of the rule of the law's minimum that governs the same thing, `<instrument>:<name>`."""

    reviewed: bool = True
    """False for a rule that was read from a document automatically and nobody has accepted."""

    note: str = ""

    @property
    def figures_stated(self) -> tuple[str, ...]:
        """The words that a statement of this rule must hold, in any one of these forms.

        A number of times stands without its period. An age in years may stand without its
        unit ("until they are 25") or as a birthday ("by the 16th birthday"), and a range of
        ages without its first word. Nothing for a rule without a figure.
        """
        if self.period is None:
            return ()
        if self.stated_as:
            return (self.stated_as,)
        if self.form is Form.COUNT:
            return (str(self.times),)
        if self.form in (Form.AT_AGE, Form.AGES):
            age = self.figure.removesuffix(" years")
            return (self.figure, age, f"{age}th birthday", self.figure.removeprefix("between "))
        return (self.figure,)

    @property
    def gives_date(self) -> bool:
        """Whether its period, counted from its event, is a date that something is due."""
        return self.period is not None and self.form in DATED_FORMS


DATED_FORMS = frozenset({Form.WITHIN, Form.BEFORE, Form.EVERY, Form.AT_AGE, Form.AT_GESTATION})
"""The forms whose figure, counted from the event, is the date by which something is due."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """A statutory instrument that sets a national minimum, and the text of it that was read."""

    id: str
    """Its file's name in corpus/statutory."""

    title: str
    number: str
    """"SI 2010/959"."""

    text_as_at: str
    """Of which date the text is that its rules were read in."""

    source: str
    """Where its text in force can be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FloorRule:
    """One timescale of the law's minimum. Its rule rests on no statement of a framework."""

    instrument: Instrument
    regulation: str
    """"28(2)(a)"."""

    rule: Rule


class Standing(StrEnum):
    """How a framework's timescale stands to the law's minimum for the same thing."""

    TIGHTER = "tighter"
    SAME = "the same"
    LOOSER = "looser"
    DEPENDS = "tighter or looser, by the date"
    """Which of them ends first depends on weekends, bank holidays or the month."""


class Carried(StrEnum):
    """How a rule stands in the edition that answers for its framework."""

    BY_DIGEST = "digest"
    """No document is imported: it stands on the digest, where the build has checked it."""

    BY_SOURCE = "source"
    """A statement of the document says the same, and has its figure."""

    FIGURE_DIFFERS = "figure differs"
    """A statement of the document surely says the same, but not with this figure."""

    NOT_FOUND = "not found"
    """No statement of the document surely says it."""

    @property
    def doubtful(self) -> bool:
        """Whether a reader must be told."""
        return self in (Carried.FIGURE_DIFFERS, Carried.NOT_FOUND)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something a rule counts from, with the phrases people use for it."""

    id: str
    name: str
    """As it reads in a sentence: "the strategy discussion"."""

    phrases: tuple[str, ...]
    """Lower-case forms as people write them, acronyms among them."""

    narrows: str | None = None
    """Id of the wider event that is this one where the text names one of `where`."""

    where: tuple[str, ...] = ()
    """Whom it is about, in the words that make "the visit" the visit to the care leaver."""
