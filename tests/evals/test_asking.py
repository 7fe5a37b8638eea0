"""Judging answers: made answers in, outcomes out."""

import datetime as dt
from typing import Any

import pytest

from domain import (
    Answer,
    AnswerKind,
    BadDate,
    BadQuestion,
    Citation,
    Due,
    Edition,
    Reading,
    Source,
    Statement,
    Strength,
)
from evals.asking import (
    ON,
    Answered,
    Ask,
    DateOutcome,
    Outcome,
    answer_all,
    judge_date,
    outcome_of,
    put_forward,
)
from evals.gold import Kind, Question, Split
from evals.matching import Found
from evals.retrieving import rank, wanted

SOURCE = Source(framework="x", authority="X", document="X", version="1", edition=Edition.DIGEST)
SEE = Statement(
    id="x:digest:4.b1", source=SOURCE, section=(), strength=Strength.MUST, text="See each child."
)
WRITE = Statement(
    id="x:digest:4.b2",
    source=SOURCE,
    section=(),
    strength=Strength.MUST,
    lead_in="After a visit:",
    text="write it up within 3 working days.",
)
JAN = dt.date(2026, 1, 13)


def _question(**given: Any) -> Question:
    plain = {"framework": "x", "id": "x-01", "question": "and?", "split": Split.DEV}
    return Question(
        **(plain | {"kind": Kind.STANDARD, "evidence": ("within 3 working days",)} | given)
    )


def _date(**given: Any) -> Question:
    return _question(kind=Kind.DATE, evidence=(), today=dt.date(2026, 2, 2), **given)


def _answer(
    kind: AnswerKind = AnswerKind.STANDARD,
    shown: tuple[int, ...] = (1, 2),
    due: Due | None = None,
) -> Answer:
    citations = tuple(
        Citation(number=number, statement=statement, score=0.9)
        for number, statement in ((2, WRITE), (1, SEE))
    )
    return Answer(kind=kind, text="said", citations=citations, shown=shown, due=due)


def _due(day: dt.date) -> Due:
    reading = Reading(label="", date=day, time=None, working=())
    return Due(rule_id="x:r", event_date=day, readings=(reading,), summary="")


def _judged(question: Question, ask: Ask) -> Answered:
    (row,) = answer_all([question], ask, {question.id: question.evidence})
    return row


@pytest.mark.parametrize(
    ("kind", "outcome"),
    [
        (AnswerKind.STANDARD, Outcome.ANSWERED),
        (AnswerKind.TIMESCALE, Outcome.ANSWERED),
        (AnswerKind.DATE, Outcome.ANSWERED),
        (AnswerKind.PROMPTS, Outcome.ANSWERED),
        (AnswerKind.CLARIFY, Outcome.ASKED_BACK),
        (AnswerKind.NOT_FOUND, Outcome.REFUSED),
        (AnswerKind.OUT_OF_SCOPE, Outcome.REFUSED),
    ],
)
def test_every_way_to_end_is_answered_refused_or_asked_back(kind, outcome):
    """The table names every kind of answer there is."""
    assert outcome_of(_answer(kind)) is outcome


def test_what_is_put_forward_is_in_the_order_shown():
    """Quotations with their lead-in; a citation that is not shown is not put forward."""
    assert put_forward(_answer(shown=(2, 1))) == (WRITE.quotation, SEE.quotation)
    assert put_forward(_answer(shown=(1,))) == (SEE.text,)


@pytest.mark.parametrize(
    ("shown", "found"),
    [((2, 1), Found(rank=1, needed=1)), ((1, 2), Found(rank=2, needed=1)), ((1,), None)],
)
def test_evidence_is_looked_for_among_what_is_shown(shown, found):
    """First place, second place, or not shown at all."""
    assert _judged(_question(), lambda *_: _answer(shown=shown)).found == found


def test_a_refusal_shows_no_evidence():
    """The nearest statements beside a refusal do not make it an answer."""
    row = _judged(_question(), lambda *_: _answer(AnswerKind.NOT_FOUND, shown=(2,)))
    assert (row.outcome, row.found) == (Outcome.REFUSED, None)


def test_a_question_is_asked_on_its_own_day():
    """`today` where it is given, else the fixed day."""
    days = []

    def note(_, today):
        days.append(today)
        return _answer()

    for question in (_date(due=JAN), _question()):
        _judged(question, note)
    assert days == [dt.date(2026, 2, 2), ON]


def test_a_date_that_cannot_be_used_is_asked_back():
    """Every way in sends it back with advice; any other error is an error."""

    def impossible(*_):
        raise BadDate("question", "31/02", "February has 28 days")

    def refused(*_):
        raise BadQuestion("it is empty")

    row = _judged(_date(asks=True), impossible)
    assert (row.outcome, row.date, row.answer_kind) == (
        Outcome.ASKED_BACK,
        DateOutcome.RIGHT,
        "BadDate",
    )
    assert _judged(_question(), refused).outcome is Outcome.FAILED


def test_an_answerable_question_without_evidence_here_is_not_asked():
    """It could not be judged; date and not_found questions need no evidence."""
    silent = _question(id="x-02", kind=Kind.NOT_FOUND, evidence=())
    rows = answer_all([_question(), silent, _date(id="x-03", due=JAN)], lambda *_: _answer(), {})
    assert [row.id for row in rows] == ["x-02", "x-03"]


@pytest.mark.parametrize(
    ("given", "outcome", "due", "date"),
    [
        ({"due": JAN}, Outcome.ANSWERED, JAN, DateOutcome.RIGHT),
        ({"due": JAN}, Outcome.ANSWERED, dt.date(2026, 1, 14), DateOutcome.WRONG),
        ({"due": JAN}, Outcome.ANSWERED, None, DateOutcome.NONE),
        ({"due": JAN}, Outcome.ASKED_BACK, None, DateOutcome.NONE),
        ({"due": JAN}, Outcome.REFUSED, None, DateOutcome.NONE),
        ({"asks": True}, Outcome.ASKED_BACK, None, DateOutcome.RIGHT),
        ({"asks": True}, Outcome.ASKED_BACK, JAN, DateOutcome.WRONG),
        ({"asks": True}, Outcome.ANSWERED, JAN, DateOutcome.WRONG),
        ({"asks": True}, Outcome.REFUSED, None, DateOutcome.NONE),
    ],
)
def test_dates_are_right_wrong_or_not_given(given, outcome, due, date):
    """Where asking back was right, any date at all is wrong."""
    assert judge_date(_date(**given), outcome, due) is date


def test_a_date_answer_is_judged_by_its_first_reading():
    """The due date of the answer, beside the gold one."""
    row = _judged(_date(due=JAN), lambda *_: _answer(AnswerKind.DATE, due=_due(JAN)))
    assert (row.date, row.due, row.expected) == (DateOutcome.RIGHT, JAN, JAN)


STATEMENTS = {each.id: each for each in (SEE, WRITE)}


@pytest.mark.parametrize(
    ("edition", "digest", "texts"),
    [
        (Edition.SOURCE, (), {"x-01": ("within 3 working days",)}),
        (Edition.DIGEST, ("4.b2",), {"x-01": (WRITE.text,)}),
        (Edition.DIGEST, ("4.b1", "4.b2"), {"x-01": (SEE.text, WRITE.text)}),
        (Edition.DIGEST, ("9.b9", "4.b2"), {}),
        (Edition.DIGEST, (), {}),
    ],
)
def test_evidence_of_an_edition(edition, digest, texts):
    """Fragments in the source; the named statements' own texts in the digest, all or none."""
    assert wanted([_question(digest=digest)], edition, STATEMENTS) == texts


def test_questions_without_an_answer_want_nothing():
    """Date and not_found questions are not retrieval questions."""
    silent = _question(id="x-02", kind=Kind.NOT_FOUND, evidence=())
    assert wanted([silent, _date(due=JAN)], Edition.SOURCE, {}) == {}


def test_each_system_is_asked_each_question_that_has_evidence():
    """One row a question and system, with the place of the evidence and the length read."""
    systems = {
        "right": lambda *_: (WRITE.quotation, SEE.quotation),
        "empty": lambda *_: (),
    }
    both = [_question(), _question(id="x-02")]
    right, empty = rank(both, systems, {"x-01": ("within 3 working days",)})
    assert (right.system, right.id, right.found) == ("right", "x-01", Found(rank=1, needed=1))
    assert right.characters == (len(WRITE.quotation) + len(SEE.quotation)) / 2
    assert (empty.found, empty.characters, empty.passages) == (None, 0.0, ())
