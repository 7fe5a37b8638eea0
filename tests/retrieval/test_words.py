"""Words as the keyword search sees them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.words import content_stems, singular, stem, tokens


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("visit", "visits"),
        ("visit", "visiting"),
        ("placed", "placement"),
        ("plan", "planning"),
        ("plan", "planned"),
        ("assess", "assessment"),
        ("assess", "assessing"),
        ("supervise", "supervision"),
        ("family", "families"),
        ("record", "recorded"),
        ("agree", "agreement"),
        ("quick", "quickly"),
    ],
)
def test_forms_of_one_word_share_a_stem(one, other):
    """Singular and plural, verb and noun meet."""
    assert stem(one) == stem(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("need", "needle"), ("core", "corner"), ("six", "sixty"), ("s17", "s47"), ("6.5", "5.5")],
)
def test_different_words_keep_different_stems(one, other):
    """The stem is light: what is not a form of the word stays apart."""
    assert stem(one) != stem(other)


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz0123456789", min_size=1, max_size=14))
def test_a_stem_is_never_empty(word):
    """No word vanishes."""
    assert stem(word)
    assert singular(word)


@given(st.text(max_size=60))
def test_any_text_has_tokens_without_spaces(text):
    """Whatever people paste, words come out or nothing does."""
    assert all(word and not word.isspace() for word in tokens(text))


def test_number_words_are_figures():
    """Six weeks and 6 weeks are one."""
    assert tokens("Six weeks, fifteen days") == ["6", "weeks", "15", "days"]


def test_standard_numbers_and_section_numbers_stay_whole():
    """6.5 is not a 6 and a 5."""
    assert tokens("Standard 6.5, s.47 and 1:1") == ["standard", "6.5", "s.47", "and", "1:1"]


def test_everyday_words_meet_the_documents_words():
    """A kid is a child, and mum a parent."""
    assert content_stems("the kids' mum") == content_stems("child parent")


def test_question_words_carry_no_subject():
    """What is left of a question is what it is about."""
    assert content_stems("what do I have to do about her visits?") == ["visit"]
