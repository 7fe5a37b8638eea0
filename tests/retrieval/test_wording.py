"""Questions turned into the way documents say the same."""

import pytest

from retrieval.lexicon import Lexicon
from retrieval.question import NEAR_WORD, read_question, unit_cover
from retrieval.wording import plainly
from tests.retrieval.making import VOCABULARY

LEXICON = Lexicon(VOCABULARY)


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        ("Is it true that the ICPC is held within 10 working days?", "by when the ICPC is held?"),
        ("Do I visit every two weeks?", "how often Do I visit?"),
        ("is it right that dad can come?", "dad can come?"),
        ("how soon within 5 days do I visit?", "how soon within 5 days do I visit?"),
        ("She was seen within 5 days.", "She was seen within 5 days."),
        ("kids living with foster carers", "kids in care"),
        ("a child who is placed with a foster family", "a child in care"),
        ("how soon do I write up my panel notes?", "how soon do I record panel?"),
        ("how long do we keep records for?", "how long do we retain records for?"),
        ("how long do I keep seeing him?", "how long do I keep seeing him?"),
        ("what do I do next?", "what do I do next?"),
    ],
)
def test_a_question_is_read_as_documents_would_put_it(question, plain):
    """What people say otherwise is turned; everything else stays."""
    assert plainly(question) == plain


def test_a_figure_to_be_confirmed_does_not_pull():
    """It is no term of the search, and the question asks for a time."""
    asked = read_question("Is it true that visits must be within 10 working days?", LEXICON)

    assert asked.wants_time
    assert {"10", "work", "day", "tru"}.isdisjoint(asked.terms)
    assert "10" not in asked.dense_text


@pytest.mark.parametrize(
    ("question", "units"),
    [
        ("how many days does an assessment take?", ["assess"]),
        ("how soon is the report due?", ["report"]),
        ("is the report due?", ["report", "due"]),
    ],
)
def test_words_that_only_ask_for_a_time_are_no_subject(question, units):
    """ "How many days" is not about days."""
    assert [unit.term for unit in read_question(question, LEXICON).units] == units


def test_when_a_tool_is_used_is_no_question_of_time():
    """It asks for the circumstances."""
    assert not read_question("when do I use the example tool?", LEXICON).wants_time
    assert read_question("when do I visit?", LEXICON).wants_time


@pytest.mark.parametrize(
    ("question", "subjects"),
    [
        ("what is the parking policy?", {"park"}),
        ("what is the mileage rate for all visits to homes in my car?", {"mileag", "rat"}),
        ("what is the process for closing a case?", {"clos", "cas"}),
        ("can carers smoke?", {"carer", "smok"}),
        ("he moved house, lost his bag and his mum rang the school", set()),
    ],
)
def test_a_question_shows_what_it_is_after(question, subjects):
    """The thing of "what is the", or all of a short question; a story shows nothing."""
    assert {unit.term for unit in read_question(question, LEXICON).subjects} == subjects


def test_a_near_word_covers_almost_as_much():
    """To see a family is to visit it."""
    (unit,) = read_question("see", LEXICON).units

    assert unit_cover(unit, frozenset({"see"})) == 1.0
    assert unit_cover(unit, frozenset({"visit"})) == NEAR_WORD
    assert unit_cover(unit, frozenset({"record"})) == 0.0
