"""The JSON of rules and due dates."""

import datetime as dt
from typing import Annotated

from pydantic import Field

from api.bodies import In, Name, Out
from api.citation_bodies import CitationOut, NoticeOut
from domain import Bound, Carried, Form, Standing, Unit


class DueIn(In):
    """A rule and the date of its event."""

    rule_id: Name
    date: Annotated[str, Field(max_length=40, description="YYYY-MM-DD")]
    time: Annotated[str, Field(max_length=40, description="HH:MM")] | None = None


class DayOut(Out):
    """One day of the working."""

    date: dt.date
    counted: bool
    why: str


class ReadingOut(Out):
    """One date that the rule can be read to give."""

    label: str
    date: dt.date
    time: Annotated[str, Field(description="HH:MM")] | None
    working: list[DayOut]


class DueOut(Out):
    """A due date with its working; the first reading is the answer."""

    date: dt.date
    time: Annotated[str, Field(description="HH:MM")] | None
    rule_id: str
    readings: list[ReadingOut]
    working: list[DayOut]
    summary: str


class PeriodOut(Out):
    """A figure as amount and unit; `upper` is the other end of a range."""

    amount: int
    unit: Unit
    upper: int | None


class EventOut(Out):
    """What a rule counts from."""

    id: str
    name: str


class FloorOut(Out):
    """The law's minimum for the same thing. It must be checked against the law in force."""

    id: str
    instrument: str
    number: str
    regulation: str
    text_as_at: str = Field(description="The date of the text that it was read in.")
    source: str
    subject: str
    event: EventOut
    form: Form
    figure: str
    conditions: list[str]
    standing: Standing | None = Field(description="How the rule stands to it, if that can be said.")


class RuleOut(Out):
    """One timescale of the register."""

    id: str
    framework: str
    subject: str
    event: EventOut
    form: Form
    figure: str = Field(description="Exactly as the document has it.")
    period: PeriodOut | None
    bound: Bound
    times: int | None
    conditions: list[str]
    starts: EventOut | None
    conflicts_with: list[str]
    sooner_than: str | None
    who: str
    note: str
    reviewed: bool = Field(description="False where it was read automatically.")
    carried: Carried = Field(description="How the text that answers bears the rule out.")
    floor: FloorOut | None
    citations: list[CitationOut]


class RulesOut(Out):
    """Rules of the register, in its order."""

    rules: list[RuleOut]


class OtherFigureOut(Out):
    """What a rule that contradicts this one gives for the same event."""

    rule_id: str
    figure: str
    date: dt.date | None
    citations: list[CitationOut]


class RuleDueOut(DueOut):
    """A due date with the rule, its clauses and whatever should be known beside it."""

    rule: RuleOut
    other_figures: list[OtherFigureOut]
    notices: list[NoticeOut]
