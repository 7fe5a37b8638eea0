"""Words cut at a line's end are mended from what the document itself says."""

import pytest

from ingest.readers.hyphens import joined, words_in


@pytest.mark.parametrize(
    ("above", "below", "elsewhere", "expected"),
    [
        ("the assess-", "ment is", "", "the assessment is"),
        ("multi-", "agency work", "a multi-agency plan", "multi-agency work"),
        ("decision-", "making is", "a decision and its making", "decision-making is"),
        ("co-", "ordinate", "they coordinate and co-ordinate", "coordinate"),
        ("plan\u00ad", "ning", "a plan", "planning"),
        ("after the 3-", "day period", "", "after the 3- day period"),
        ("Care -", "and more", "", "Care - and more"),
        ("Section-", "Forty", "", "Section- Forty"),
        ("whole", "words", "", "whole words"),
    ],
)
def test_a_cut_word_is_joined_as_the_document_has_it(above, below, elsewhere, expected):
    """The hyphen stays only where the document shows that it belongs to the word."""
    assert joined(above, below, words_in([above, below, elsewhere]))[0] == expected


def test_the_halves_of_a_cut_word_are_not_words():
    """What a line's end leaves of a word is no evidence that it is one."""
    assert set(words_in(["a manip-", "ulation of"])) == {"a", "of"}
