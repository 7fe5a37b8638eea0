"""The JSON of a question and its answer: version 1 of the contract."""

from typing import Literal

from pydantic import Field

from api.bodies import In, Name, Out
from api.citation_bodies import CitationOut, NoticeOut
from api.due_bodies import DueOut
from domain import AnswerKind, Strength


class AskIn(In):
    """A question, and where it is asked from."""

    question: str = Field(
        description="In the practitioner's own words.",
        json_schema_extra={"minLength": 1, "maxLength": 2000},
    )
    framework: Name | None = Field(default=None, description="Id of the framework to answer from.")
    conversation_id: Name | None = Field(
        default=None, description="From an earlier answer, to follow it up."
    )
    role: Literal["practitioner", "manager", "trainer"] | None = None


class ShownOut(Out):
    """One statement that the answer puts forward."""

    text: str
    strength: Strength
    citation: int


class OptionOut(Out):
    """One way to answer a clarifying question: send `value` as the next question."""

    label: str
    value: str


class ClarifyOut(Out):
    """One short question back."""

    question: str
    options: list[OptionOut]


class ConflictOut(Out):
    """Citations that say different things about one matter."""

    citations: list[int]
    explanation: str


class ComparedOut(Out):
    """What one framework says, beside others."""

    framework: str
    authority: str
    citations: list[int] = Field(description="None where it says nothing.")
    doubtful: bool = Field(default=False, description="Whether they may be about something else.")


class AskOut(Out):
    """An answer with everything it rests on."""

    conversation_id: str
    turn: int
    kind: AnswerKind
    answer: str = Field(description="Plain text with [n] markers; complete alone.")
    statements: list[ShownOut]
    citations: list[CitationOut] = Field(description="Best first.")
    due: DueOut | None
    clarify: ClarifyOut | None
    compared: list[ComparedOut] = Field(
        description="For a question about several frameworks: what each of them says."
    )
    conflicts: list[ConflictOut]
    notices: list[NoticeOut]
    suggestions: list[str]
    doubtful: bool = Field(
        default=False,
        description="Whether the statements may be about something else, as the answer then says.",
    )
    written_by: str | None = Field(
        description="The chat model whose prose stands first; null where there is none."
    )
