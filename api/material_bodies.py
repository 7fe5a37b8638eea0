"""The JSON of supervision prompts and reflective questions."""

import datetime as dt
from typing import Annotated, Literal

from pydantic import Field, model_validator

from api.bodies import In, Name, Out
from api.citation_bodies import CitationOut, NoticeOut
from assistant import MOST_QUESTIONS
from domain import Strength
from prompts import reply

DateText = Annotated[str, Field(max_length=40, description="YYYY-MM-DD")]
Words = Annotated[str, Field(min_length=1, max_length=200)]


class FactsIn(In):
    """What bears on a piece of work: never a name, and nothing by which anybody is known."""

    @model_validator(mode="before")
    @classmethod
    def _nothing_else(cls, given: object) -> object:
        """Say what to leave out where more is told than is needed: it may name a child."""
        if isinstance(given, dict) and (more := sorted(set(given) - set(cls.model_fields))):
            raise ValueError(f"{', '.join(map(str, more))} {reply('privacy.extra')}")
        return given

    age: int | None = Field(default=None, description="The child's age in whole years.")
    plan: Annotated[str, Field(max_length=100)] = Field(
        default="", description="The plan the child is on, where the kind of work does not tell."
    )
    last_visit: DateText | None = None
    last_core_group: DateText | None = None
    last_review: DateText | None = None
    last_supervision: DateText | None = None
    next_conference: DateText | None = None


class SupervisionIn(In):
    """A kind of work, how long there is, and by which model."""

    framework: Name
    topic: Words = Field(description="The kind of work, or the heading of a section.")
    facts: FactsIn = Field(default_factory=FactsIn)
    minutes: int = Field(default=30, description="10, 30 or 60.")
    count: int | None = Field(
        default=None,
        description=f"How many prompts, 1 to {MOST_QUESTIONS}; else as many as fit the time.",
    )
    model: Name | None = Field(
        default=None,
        description="four-stage, signs-of-safety, systemic, appreciative or group.",
    )


class ReflectionIn(In):
    """A topic, who is asked, how deep, how many, and by which model."""

    framework: Name
    topic: Words = Field(description="A topic, a principle, a kind of work or a section.")
    facts: FactsIn = Field(
        default_factory=FactsIn,
        description="Of them only the age tells on questions; the rest is for an agenda.",
    )
    audience: Name = Field(
        default="practitioner", description="student, asye, practitioner, manager or team."
    )
    level: Name = Field(default="analyse", description="describe, analyse or challenge.")
    count: int = Field(default=6, description=f"1 to {MOST_QUESTIONS}.")
    model: Name | None = Field(
        default=None, description="gibbs, kolb, rolfe, signs-of-safety, systemic or appreciative."
    )
    session_minutes: int | None = Field(
        default=None, description="Plans a whole session of this length round the questions."
    )


class NoteOut(Out):
    """For whoever asks the question."""

    says: list[int] = Field(description="Citations of what the standard says.")
    listen: str
    probe: str


class PromptOut(Out):
    """One open question and what it is held against."""

    text: str
    purpose: str
    stage: str | None
    own: bool = Field(description="The framework's own question, in its exact words.")
    strength: Strength
    citations: list[int] = Field(description="The statement it is made of comes first.")
    note: NoteOut | None


class GroupOut(Out):
    """Prompts that belong together."""

    name: str
    minutes: int | None
    minutes_citation: int | None = Field(description="The statement that gives the minutes.")
    prompts: list[PromptOut]


class DueLineOut(Out):
    """Something that is due, or late."""

    subject: str
    date: dt.date
    late: bool
    standing: str
    relation: str
    conditions: list[str]
    rule_id: str
    citations: list[int]
    if_missed: list[int]


class GivenOut(Out):
    """A date that was given."""

    label: str
    date: dt.date


class HeadOut(Out):
    """What every sheet says of itself."""

    framework: str
    authority: str
    document: str
    version: str
    topic: str
    model: str
    made_on: dt.date


class SupervisionOut(HeadOut):
    """An agenda for supervision."""

    kind: Literal["supervision"] = "supervision"
    minutes: int
    given: list[GivenOut]
    age: int | None
    due: list[DueLineOut]
    groups: list[GroupOut]
    left_for_next_time: list[int]
    musts_touched: int
    musts: int
    notices: list[NoticeOut]
    citations: list[CitationOut]


class QuizOut(Out):
    """A question with one right answer."""

    text: str
    options: list[str]
    right: int = Field(description="Place of the right option, from 0.")
    why: str
    citations: list[int]


class PartOut(Out):
    """One part of a session."""

    name: str
    minutes: int
    what: str
    prompts: list[int] = Field(description="Places of its questions among all, from 1.")


class SessionOut(Out):
    """A session, ready to be run."""

    minutes: int
    aims: list[str]
    parts: list[PartOut]
    vignette: str
    quiz: list[QuizOut]


class ReflectionOut(HeadOut):
    """Reflective questions, and a session round them if one was wanted."""

    kind: Literal["reflection"] = "reflection"
    audience: str
    level: str
    groups: list[GroupOut]
    session: SessionOut | None
    notices: list[NoticeOut]
    citations: list[CitationOut]
