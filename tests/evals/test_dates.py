"""Date questions are judged by their date; a wrong one is never taken for a right one."""

import datetime as dt

import pytest

from domain import Answer, AnswerKind, Clarify, CorpusFault, Due, Reading, Slot
from evals.dates import (
    DATE_QUESTIONS,
    DateQuestion,
    Judged,
    Outcome,
    date_tables,
    judge,
    load_date_questions,
)
from evals.gold import Split
from ingest import load_corpus

GOLD = dt.date(2026, 3, 24)
BASE = {"id": "x", "framework": "nct", "question": "when?", "today": "2026-03-05", "split": "dev"}


def question(**outcome):
    return DateQuestion.model_validate(BASE | outcome)


def dated(day):
    reading = Reading(label="", date=day, time=None, working=())
    due = Due(rule_id="nct:r", event_date=day, readings=(reading,), summary="")
    return Answer(kind=AnswerKind.DATE, text="", due=due)


ASKED = Answer(kind=AnswerKind.CLARIFY, text="", clarify=Clarify(question="which?", slot=Slot.RULE))
NONE = Answer(kind=AnswerKind.STANDARD, text="")
WANTS, ASKS, HAS_NONE = question(due=GOLD), question(asks=True), question(none=True)


@pytest.mark.parametrize(
    ("gold", "answer", "outcome"),
    [
        (WANTS, dated(GOLD), Outcome.RIGHT),
        (WANTS, dated(GOLD + dt.timedelta(days=1)), Outcome.WRONG),
        (WANTS, ASKED, Outcome.ASKED),
        (WANTS, NONE, Outcome.NO_DATE),
        (ASKS, ASKED, Outcome.RIGHT),
        (ASKS, NONE, Outcome.RIGHT),
        (ASKS, dated(GOLD), Outcome.WRONG),
        (HAS_NONE, NONE, Outcome.RIGHT),
        (HAS_NONE, ASKED, Outcome.ASKED),
        (HAS_NONE, dated(GOLD), Outcome.WRONG),
    ],
)
def test_an_answer_is_judged(gold, answer, outcome):
    """A date that nobody can know for certain is as wrong as another date."""
    assert judge(gold, answer) is outcome


def test_the_half_set_aside_shows_no_questions():
    """Whoever tunes sees the misses of the development half only."""
    judged = [
        Judged(
            question=DateQuestion.model_validate(BASE | {"id": s, "split": s, "due": GOLD}),
            outcome=Outcome.WRONG,
            given=None,
            text="",
        )
        for s in ("dev", "test")
    ]

    outcomes, misses = date_tables(judged)

    assert [row[:3] for row in outcomes.rows] == [
        ("all", "all", "2"),
        ("dev", "all", "1"),
        ("test", "all", "1"),
        ("all", "nct", "2"),
    ]
    assert [row[0] for row in misses.rows] == ["dev"]


@pytest.mark.parametrize(
    "row",
    ["due = 2026-03-24\nasks = true", "", "due = 2026-03-24\ncolour = 'blue'"],
    ids=["two outcomes", "no outcome", "unknown field"],
)
def test_a_question_keeps_to_its_schema(tmp_path, row):
    """With the place of the fault."""
    file = tmp_path / "dates.toml"
    head = "\n".join(
        f'{key} = "{value}"' if key != "today" else f"{key} = {value}"
        for key, value in BASE.items()
    )
    file.write_text(f"[[question]]\n{head}\n{row}\n")

    with pytest.raises(CorpusFault, match=r"dates\.toml"):
        load_date_questions(file)


def test_the_gold_questions_are_enough_and_a_third_is_set_aside(corpus_folder):
    """Over all frameworks, each naming a rule that is there."""
    questions = load_date_questions(DATE_QUESTIONS)
    registers = load_corpus(corpus_folder).registers

    assert len(questions) >= 80
    assert {q.framework for q in questions} == set(registers)
    # The third set (-201 on) is read while tuning: it sets none aside.
    halved = [q for q in questions if int(q.id.rpartition("-")[2]) < 200]
    aside = sum(q.split is Split.TEST for q in halved)
    assert 0.3 <= aside / len(halved) <= 0.4
    assert not [
        q.id
        for q in questions
        if q.rule and f'id = "{q.rule.partition(":")[2]}"' not in registers[q.framework][1]
    ]
