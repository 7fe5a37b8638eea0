"""Gold questions: what a file may hold, and what is refused."""

import datetime as dt

import pytest

from domain import CorpusFault
from evals.gold import Kind, Question, Split, load_gold, read_gold, select

ONE = """
[[question]]
id = "x-01"
question = "when do I write the visit up?"
kind = "timescale"
split = "dev"
evidence = ["within 3 working days"]
"""
DATE = """
[[question]]
id = "x-02"
question = "visited 2 Jan, write up by when"
kind = "date"
split = "test"
today = "2026-01-05"
due = "2026-01-07"
"""


def _read(text: str) -> tuple[Question, ...]:
    return read_gold(text, framework="x", file="x.toml")


def test_a_question_as_its_file_has_it():
    """Keys that are left out have their defaults, and the file's name is the framework."""
    assert _read(ONE) == (
        Question(
            framework="x",
            id="x-01",
            question="when do I write the visit up?",
            kind=Kind.TIMESCALE,
            split=Split.DEV,
            evidence=("within 3 working days",),
        ),
    )


@pytest.mark.parametrize("written", ['due = "2026-01-07"', "due = 2026-01-07"])
def test_a_date_may_be_text_or_a_toml_date(written):
    """Both ways of writing a date give the date."""
    (question,) = _read(DATE.replace('due = "2026-01-07"', written))
    assert question.due == dt.date(2026, 1, 7)
    assert not question.answerable


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (ONE + 'colour = "red"\n', "colour: Extra inputs"),
        (ONE + 'framework = "y"\n', "framework: Extra inputs"),
        ("[other]\n" + ONE, "other: Extra inputs"),
        ('question = "x"', "question"),
        ("question = 3", "question"),
        ("[[question]", "Expected"),
        (ONE.replace("timescale", "riddle"), "kind"),
        (ONE.replace('"dev"', '"train"'), "split"),
        (ONE.replace("x-01", "X 01"), "id: String should match"),
        (ONE.replace("when do I write the visit up?", ""), "question: String should have"),
        (ONE.replace('["within 3 working days"]', "[]"), "needs evidence"),
        (ONE.replace("within 3 working days", "a b c d e f g h i j k l"), "1 to 11 words"),
        (ONE.replace("within 3 working days", " "), "1 to 11 words"),
        (ONE.replace("timescale", "not_found"), "has no evidence"),
        (ONE + "asks = true\n", "only a date question"),
        (DATE + "asks = true\n", "either due or asks"),
        (DATE.replace('due = "2026-01-07"', ""), "either due or asks"),
        (DATE.replace('today = "2026-01-05"', ""), "needs today"),
        (DATE.replace("2026-01-07", "2026-02-31"), "due"),
    ],
)
def test_what_breaks_the_shape_is_refused_by_name(text, problem):
    """The error names the file, the question's number and the field."""
    with pytest.raises(CorpusFault) as fault:
        _read(text)
    assert "x.toml" in str(fault.value)
    assert problem in str(fault.value)


def test_eleven_words_may_stand_in_a_file():
    """The limit is under twelve."""
    (question,) = _read(ONE.replace("within 3 working days", "a b c d e f g h i j k"))
    assert len(question.evidence[0].split()) == 11


def test_files_are_read_by_name_and_ids_are_unique_over_all(tmp_path):
    """Two files with one id are refused, though each is right alone."""
    (tmp_path / "b.toml").write_text(DATE)
    (tmp_path / "a.toml").write_text(ONE)
    assert [each.framework for each in load_gold(tmp_path)] == ["a", "b"]
    (tmp_path / "b.toml").write_text(ONE)
    with pytest.raises(CorpusFault, match="'x-01' is used twice"):
        load_gold(tmp_path)


def test_select_keeps_one_split_and_the_frameworks_named():
    """Nothing named is everything."""
    both = _read(ONE + DATE)
    assert select(both, split="all") == both
    assert select(both, split=Split.DEV) == both[:1]
    assert select(both, split="all", frameworks=["y"]) == ()
    assert select(both, split=Split.TEST, frameworks=["x"]) == both[1:]
