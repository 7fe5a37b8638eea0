"""Ask the assistant every gold question, and judge what it says."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from domain import Answer, AnswerKind, BadDate, PlumblineError
from evals.gold import Kind, Question
from evals.matching import Found, find

Ask = Callable[[Question, dt.date], Answer]
"""The assistant, asked one question in its framework on a day."""

ON = dt.date(2026, 1, 5)
"""The day on which a question that names none is asked: a plain working Monday."""


class Outcome(StrEnum):
    """How the assistant took a question."""

    ANSWERED = "answered"
    REFUSED = "refused"
    ASKED_BACK = "asked back"
    FAILED = "failed"


class DateOutcome(StrEnum):
    """How a date question ended. A wrong date is the one that can hurt."""

    RIGHT = "right"
    WRONG = "wrong"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """One answer, and what is right or wrong about it."""

    id: str
    framework: str
    split: str
    kind: str
    question: str
    outcome: Outcome
    answer_kind: str
    found: Found | None
    """Where the evidence stands among the citations that the answer puts forward."""

    due: dt.date | None
    expected: dt.date | None
    date: DateOutcome | None
    """None unless it is a date question."""

    said: str
    """The answer's text, or the error's."""

    doubtful: bool = False
    """Whether it says that its statements may be about something else."""


def answer_all(
    questions: Iterable[Question], ask: Ask, texts: Mapping[str, Sequence[str]]
) -> Iterator[Answered]:
    """Ask each question that can be judged: date and not_found, and those with evidence."""
    for each in questions:
        if not each.answerable or each.id in texts:
            yield _answered(each, ask, texts.get(each.id, ()))


def judge_date(question: Question, outcome: Outcome, due: dt.date | None) -> DateOutcome:
    """Compare a date with the gold one; where asking back was right, any date is wrong."""
    if due is not None:
        return DateOutcome.RIGHT if due == question.due else DateOutcome.WRONG
    asked_rightly = question.asks and outcome is Outcome.ASKED_BACK
    return DateOutcome.RIGHT if asked_rightly else DateOutcome.NONE


def outcome_of(answer: Answer) -> Outcome:
    """Sort the ways an answer can end into answered, refused and asked back."""
    if answer.kind in (AnswerKind.NOT_FOUND, AnswerKind.OUT_OF_SCOPE):
        return Outcome.REFUSED
    return Outcome.ASKED_BACK if answer.kind is AnswerKind.CLARIFY else Outcome.ANSWERED


def put_forward(answer: Answer) -> tuple[str, ...]:
    """Give the quotations that the answer shows, in its order."""
    quoted = {each.number: each.statement.quotation for each in answer.citations}
    return tuple(quoted[number] for number in answer.shown)


def _answered(each: Question, ask: Ask, texts: Sequence[str]) -> Answered:
    try:
        answer = ask(each, each.today or ON)
    except PlumblineError as fault:
        # A date that cannot be used is sent back with advice on every way in: that is asking back.
        outcome = Outcome.ASKED_BACK if isinstance(fault, BadDate) else Outcome.FAILED
        return _row(each, outcome, said=str(fault), answer_kind=type(fault).__name__)
    outcome = outcome_of(answer)
    return _row(
        each,
        outcome,
        said=answer.text,
        answer_kind=answer.kind,
        due=answer.due.date if answer.due else None,
        doubtful=answer.doubtful,
        found=(
            find(put_forward(answer), texts, all_of=each.all_of)
            if outcome is Outcome.ANSWERED
            else None
        ),
    )


def _row(
    each: Question,
    outcome: Outcome,
    *,
    said: str,
    answer_kind: str,
    due: dt.date | None = None,
    found: Found | None = None,
    doubtful: bool = False,
) -> Answered:
    return Answered(
        id=each.id,
        framework=each.framework,
        split=each.split,
        kind=each.kind,
        question=each.question,
        outcome=outcome,
        answer_kind=answer_kind,
        found=found,
        due=due,
        expected=each.due,
        date=judge_date(each, outcome, due) if each.kind is Kind.DATE else None,
        said=said,
        doubtful=doubtful,
    )
