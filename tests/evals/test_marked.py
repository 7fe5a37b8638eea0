"""Questions of which somebody has marked what answers them are sound data, and kept apart."""

import pytest

from domain import CorpusFault, Edition
from evals.__main__ import GOLD, MARKED
from evals.gold import load_gold, select
from evals.marked import read_marked
from ingest import load_corpus

KNOWN = {f"exampleshire:digest:{name}" for name in ("1", "2", "3")}


@pytest.fixture(scope="module")
def known(corpus_folder):
    """The ids of the statements of the shipped digests."""
    statements = load_corpus(corpus_folder).statements
    return {each.id for each in statements if each.source.edition is Edition.DIGEST}


@pytest.fixture
def read(tmp_path):
    """Read one file with these lines."""

    def _read(text):
        (tmp_path / "exampleshire.toml").write_text(text, encoding="utf-8")
        return read_marked(tmp_path, KNOWN)

    return _read


def test_a_line_is_a_question_with_what_answers_it_and_what_does_not(read):
    """Statements go by their names in the digest."""
    (found,) = read('"who chairs" = {yes = ["2"], no = ["1", "3"]}')

    assert (found.question, found.framework) == ("who chairs", "exampleshire")
    assert found.yes == ("exampleshire:digest:2",)
    assert found.no == ("exampleshire:digest:1", "exampleshire:digest:3")


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ('"who" = {yes = ["9"], no = []}', "there is no statement 'exampleshire:digest:9'"),
        ('"who" = {yes = ["1"], no = ["1"]}', "has one statement twice"),
        ('"who" = {yes = [], no = []}', "has no statement"),
        ('" " = {yes = ["1"], no = []}', "an empty question"),
        ('"who" = {yes = ["1"]}', "who.no: Field required"),
        ('"who" = {yes = ["1"], no = [], perhaps = ["2"]}', "who.perhaps"),
        ('"who" = ', "is not TOML"),
    ],
)
def test_a_faulty_line_is_told(read, line, problem):
    """With the file that it stands in."""
    with pytest.raises(CorpusFault) as refused:
        read(line)

    assert problem in str(refused.value)
    assert "exampleshire.toml" in str(refused.value)


def test_what_decides_is_not_learnt_from(known):
    """The judge has read none of the questions by which its word is weighed."""
    learnt = {each.question.casefold() for each in read_marked(MARKED / "learn", known)}
    decide = {each.question.casefold() for each in read_marked(MARKED / "decide", known)}

    assert len(learnt) > 10_000
    assert len(decide) > 1_500
    assert not learnt & decide


def test_no_gold_question_was_marked(known):
    """What is learnt from and what it is measured by were written apart."""
    gold = {each.question.casefold() for each in select(load_gold(GOLD), split="all")}
    marked = {
        each.question.casefold()
        for lot in ("learn", "decide")
        for each in read_marked(MARKED / lot, known)
    }

    assert not gold & marked
