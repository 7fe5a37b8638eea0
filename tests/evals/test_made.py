"""What is measured of made questions: a fault is seen, and what was read is whole."""

import pytest

from domain import Edition, Source, Statement, Strength
from evals.made import DRAWN, as_toml, closest, faults_of, load_read
from materials import Item

SOURCE = Source(
    framework="exampleshire",
    authority="Exampleshire Council",
    document="Practice Standards",
    version="V1",
    edition=Edition.DIGEST,
)
STATEMENT = Statement(
    id="exampleshire:digest:1.b1",
    source=SOURCE,
    section=("Visits",),
    strength=Strength.MUST,
    text="Record every visit within 3 working days.",
)


def item(text, **more):
    """A question on the one statement."""
    given = {"text": text, "statements": (STATEMENT,), "purpose": "plan", "stage": "x"}
    return Item(**given | more)


def test_a_good_question_has_no_fault():
    """Its figure is the statement's."""
    text = "What helps you to record every visit within 3 working days, and what gets in the way?"

    assert faults_of(item(text), "exampleshire") == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("What helps you to record it within 5 working days?", "figure"),
        ("What helps you 7 times?", "number 7"),
        ("What does Ella need?", "name 'Ella'"),
        ("What helps you? What else?", "not one question"),
        ("What helps you to ${do}?", "residue"),
        ("Do you record every visit?", "yes or no"),
        ("Tell me about the visit.", "not one question"),
    ],
)
def test_a_fault_is_seen(text, told):
    """Whatever a program can see."""
    assert any(told in fault for fault in faults_of(item(text), "exampleshire"))


def test_a_statement_of_another_framework_is_a_fault():
    """Each item is held against its own."""
    assert faults_of(item("What helps you?"), "otherton")


def test_own_questions_are_quoted_exactly():
    """To the letter."""
    assert faults_of(item(STATEMENT.text, own=True), "exampleshire") == []
    assert faults_of(item("Record visits?", own=True), "exampleshire")


def test_two_that_ask_the_same_are_close(embeddings):
    """And two that do not are not."""
    same = [item("What helps you to see the child alone?")] * 2
    other = [same[0], item("Who signs the court statement?")]

    assert closest(same, embeddings) == pytest.approx(1, abs=1e-3)
    assert closest(other, embeddings) < 0.5
    assert closest(same[:1], embeddings) == 0


def test_the_hundred_were_all_read():
    """Each with its verdict, and with why where it is not usable."""
    read = load_read()

    assert len(read) == DRAWN
    assert all(each.usable or each.why for each in read)
    assert sum(bool(each.usable) for each in read) >= 95


def test_a_draw_reads_back(tmp_path):
    """As it was printed."""
    file = tmp_path / "drawn.toml"
    file.write_text(as_toml(load_read()[:3]), encoding="utf-8")

    assert [each.text for each in load_read(file)] == [each.text for each in load_read()[:3]]
