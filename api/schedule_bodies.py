"""The JSON of a schedule."""

import datetime as dt
from typing import Annotated

from pydantic import Field

from api.bodies import In, Name, Out
from api.citation_bodies import CitationOut, NoticeOut
from api.due_bodies import EventOut
from domain import Form

MOST_HAPPENED = 50

DateText = Annotated[str, Field(max_length=40, description="YYYY-MM-DD")]


class ScheduleIn(In):
    """An event, its date, and the real dates of what has happened since."""

    framework: Name
    event: Annotated[Name, Field(description="Its id, its name, or what people call it.")]
    date: DateText
    happened: Annotated[
        dict[Name, DateText],
        Field(
            max_length=MOST_HAPPENED,
            description="By event: the date on which it really happened.",
        ),
    ] = Field(default_factory=dict)


class PlacedOut(Out):
    """An event of the schedule and its date."""

    event: EventOut
    date: dt.date
    expected: bool = Field(description="Worked out: the last day it is due, not a given date.")
    through: list[str] = Field(description="The rules whose being kept the date rests on.")


class OtherDateOut(Out):
    """A second date that a figure can be read to give."""

    label: str
    date: dt.date


class DutyOut(Out):
    """One duty of the schedule."""

    rule_id: str
    subject: str
    who: str
    form: Form
    figure: str
    relation: str = Field(description="How it counts, in words.")
    placed: PlacedOut = Field(description="The event it counts from.")
    date: dt.date | None
    time: Annotated[str, Field(description="HH:MM")] | None
    other_dates: list[OtherDateOut]
    why_no_date: str
    recurs: bool = Field(description="It is due again so long after each time.")
    starts: EventOut | None
    conditions: list[str]
    conflicts_with: list[str]
    notices: list[NoticeOut]
    citations: list[CitationOut]


class ScheduleOut(Out):
    """Every duty that follows an event, in date order."""

    framework: str
    authority: str
    document: str
    version: str
    event: EventOut
    date: dt.date
    events: list[PlacedOut]
    duties: list[DutyOut]
    undated: list[DutyOut] = Field(description="What binds without a date.")
    notices: list[NoticeOut]
