"""Date questions in practitioners' words: is the date right, asked for, or wrong?

What is measured is the understanding of dates and rules; the counting itself is tested. A
wrong date is the one thing that must not happen, and it is counted apart from one that was
given beside a question's real answer.
"""

import datetime as dt
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from api.service import Opened
from assistant import Request
from domain import Answer, CorpusFault
from evals.gold import Split
from evals.material import ROOT
from evals.metrics import share
from evals.tables import Table, percent

ALL = "all"
DATE_QUESTIONS = ROOT / "evals" / "date_questions.toml"


class Outcome(StrEnum):
    """What came of a question."""

    RIGHT = "right"
    """The gold date first; or a question back, or no date, where that is right."""

    ASKED = "asked"
    """Asked back where a date was wanted."""

    NO_DATE = "no date"
    """Answered without a date where one was wanted."""

    WRONG = "wrong"
    """Another date than the gold one; or a date where none can be given for certain."""


class DateQuestion(BaseModel):
    """One `[[question]]` table: what is typed, on which day, and the right outcome."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Annotated[str, Field(pattern=r"^[a-z0-9-]+$")]
    framework: str
    question: Annotated[str, Field(min_length=1, max_length=2000)]
    today: dt.date
    split: Split
    rule: str | None = None
    due: dt.date | None = None
    asks: bool = False
    none: bool = False
    why: str = ""

    @model_validator(mode="after")
    def _has_one_outcome(self) -> Self:
        if (self.due is not None) + self.asks + self.none != 1:
            raise ValueError("exactly one of due, asks and none is needed")
        return self


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A question, what was answered and what that is worth."""

    question: DateQuestion
    outcome: Outcome
    given: dt.date | None
    text: str


def load_date_questions(file: Path) -> tuple[DateQuestion, ...]:
    """The gold date questions; raises CorpusFault for one that breaks its schema."""
    rows = tomllib.loads(file.read_text(encoding="utf-8"))["question"]
    try:
        questions = tuple(DateQuestion.model_validate(row) for row in rows)
    except ValidationError as error:
        raise CorpusFault(file.name, [str(error)]) from error
    ids = [question.id for question in questions]
    if len(ids) != len(set(ids)):
        raise CorpusFault(file.name, ["an id is used twice"])
    return questions


def ask_all(questions: Iterable[DateQuestion], opened: Opened) -> list[Judged]:
    """Ask each by itself, in its framework, on its own day."""
    found = []
    for question in questions:
        answer = ask_date(opened, question)
        given = answer.due.date if answer.due else None
        found.append(
            Judged(
                question=question, outcome=judge(question, answer), given=given, text=answer.text
            )
        )
    return found


def ask_date(opened: Opened, question: DateQuestion) -> Answer:
    """Ask one in its framework, on its own day."""
    request = Request(question=question.question, framework=question.framework)
    return opened.assistant.ask(request, today=question.today).answer


def judge(question: DateQuestion, answer: Answer) -> Outcome:
    """What an answer is worth."""
    if answer.due:
        return Outcome.RIGHT if answer.due.date == question.due else Outcome.WRONG
    if answer.clarify:
        return Outcome.RIGHT if question.asks else Outcome.ASKED
    # Where a date cannot be given for certain, none is as good as a question back.
    return Outcome.NO_DATE if question.due else Outcome.RIGHT


def date_tables(judged: Sequence[Judged]) -> tuple[Table, ...]:
    """The outcomes by split and framework, then each question that did not come out right."""
    splits = (ALL, *Split)
    rows = [
        _row(split, ALL, [j for j in judged if split in (ALL, j.question.split)])
        for split in splits
    ]
    rows += [
        _row(ALL, name, [j for j in judged if j.question.framework == name])
        for name in sorted({j.question.framework for j in judged})
    ]
    outcomes = Table(
        title="Date questions",
        headings=("split", "framework", "of", *Outcome),
        rows=tuple(rows),
    )
    misses = Table(
        title="Not right (development half only)",
        headings=("id", "outcome", "asked", "given", "gold"),
        rows=tuple(
            (
                j.question.id,
                j.outcome,
                j.question.question,
                str(j.given or "-"),
                str(j.question.due or ("asks" if j.question.asks else "none")),
            )
            for j in judged
            if j.outcome is not Outcome.RIGHT and j.question.split is Split.DEV
        ),
    )
    return (outcomes, misses) if misses.rows else (outcomes,)


def _row(split: str, framework: str, judged: Sequence[Judged]) -> tuple[str, ...]:
    shares = (share(j.outcome is outcome for j in judged) for outcome in Outcome)
    return (split, framework, str(len(judged)), *map(percent, shares))
