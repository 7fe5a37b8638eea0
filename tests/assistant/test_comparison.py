"""Several frameworks side by side: each from its own statements, or "says nothing"."""

from dataclasses import replace

import pytest

from domain import AnswerKind
from tests.support.answers import notice_kinds

BOTH = [
    "how do Vale and Moor differ on visits to each child?",
    "do Vale Council and Moor Council say how often to visit each child?",
    "Compare Moor with Vale on visiting each child",
    "is how often to visit each child the same in Vale and Moor?",
]


@pytest.mark.parametrize("question", BOTH)
def test_each_framework_named_answers_from_its_own_statements(ask, question):
    """In the order they were named, and each citation under its own framework."""
    answer = ask(question, framework=None)

    assert answer.kind is AnswerKind.COMPARISON
    assert {each.framework for each in answer.compared} == {"vale", "moor"}
    by_number = {c.number: c.statement.source.framework for c in answer.citations}
    for each in answer.compared:
        assert {by_number[number] for number in each.citations} == {each.framework}
    assert "“Visit each child every 20 working days.”" in answer.text


def test_one_that_is_silent_says_nothing(ask):
    """Silence is an answer, and no other's words stand in for it."""
    answer = ask("how do Vale and Moor differ on dogs in a fostering household?", framework=None)

    assert {each.framework: bool(each.citations) for each in answer.compared} == {
        "vale": False,
        "moor": True,
    }
    assert "Vale Standards says nothing that surely answers this." in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "which of them says anything about risk assessing dogs?",
        "which frameworks mention risk assessing dogs?",
        "compare all the frameworks on risk assessing dogs",
    ],
)
def test_all_that_have_text_are_asked_where_none_is_named(ask, question):
    """A framework that is only described has nothing to say."""
    answer = ask(question, framework=None)

    assert [each.framework for each in answer.compared] == ["moor", "vale"]
    assert [bool(each.citations) for each in answer.compared] == [True, False]


def test_it_leaves_the_chosen_framework_as_it_was(ask):
    """A comparison is no change of authority."""
    answer = ask("how do Vale and Moor differ on visits?", framework="vale")

    assert "other_framework" not in notice_kinds(answer)


def test_one_name_is_no_comparison(ask):
    """The usual answer."""
    assert ask("which visits does Vale want?", framework=None).kind is not AnswerKind.COMPARISON


def test_one_whose_answer_is_doubtful_says_so_beside_it(ask, library, monkeypatch):
    """The other, which says nothing, has nothing to doubt."""
    find = type(library.index).find

    def doubting(*args, **given):
        found = find(*args, **given)
        return replace(found, doubtful=found.sufficient)

    monkeypatch.setattr(type(library.index), "find", doubting)

    answer = ask("how do Vale and Moor differ on dogs in a fostering household?", framework=None)

    assert {each.framework: each.doubtful for each in answer.compared} == {
        "vale": False,
        "moor": True,
    }
    assert answer.text.count("not certain") == 1
