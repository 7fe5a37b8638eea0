"""The vocabulary finds its concepts in any form, and nothing else."""

import pytest

from domain import Concept, Vocabulary
from retrieval.context import dense_text, statement_terms, terms
from retrieval.lexicon import Lexicon, is_acronym
from tests.retrieval.making import VOCABULARY, statement

LEXICON = Lexicon(VOCABULARY)


def concepts(text: str) -> set[str]:
    return {named.concept for named in LEXICON.named(text)}


@pytest.mark.parametrize(
    "text", ["the ICPC", "an icpc", "two ICPCs", "Initial Child Protection Conference", "ICPC's"]
)
def test_a_concept_is_found_in_every_form(text):
    """Acronym or in full, any case, plural or possessive."""
    assert "initial child protection conference" in concepts(text)


@pytest.mark.parametrize("text", ["lacking", "the place", "stratum", "s470", "cp1"])
def test_a_form_inside_another_word_is_not_the_concept(text):
    """Whole words only."""
    assert concepts(text) == set()


def test_a_concept_inside_a_longer_one_is_found_too():
    """An initial child protection conference is about child protection."""
    assert "child protection" in concepts("initial child protection conference")


def test_a_text_with_the_acronym_and_one_with_the_full_form_share_a_term():
    """Both sides are expanded: either finds the other."""
    short, full = terms("ICPC", LEXICON), terms("initial child protection conference", LEXICON)

    assert {"initial", "child", "protect", "conferenc"} <= set(short) & set(full)
    assert "#initial child protection conference" in set(short) & set(full)


def test_synonyms_share_a_term():
    """A strategy meeting is a strategy discussion."""
    assert set(terms("strat meeting", LEXICON)) & set(terms("strategy discussion", LEXICON)) >= {
        "#strategy discussion"
    }


def test_an_acronym_is_spelled_out_once_for_the_model():
    """The full form stands behind the first acronym, and not where it is already there."""
    assert (
        LEXICON.spelled_out("the ICPC and that ICPC")
        == "the ICPC (initial child protection conference) and that ICPC"
    )
    in_full = "the initial child protection conference (ICPC)"
    assert LEXICON.spelled_out(in_full) == in_full


def test_synonyms_in_words_are_not_added_to_the_dense_text():
    """Ten synonyms behind each word would drown the statement."""
    assert LEXICON.spelled_out("our children are visited") == "our children are visited"


@pytest.mark.parametrize(
    ("form", "expected"),
    [("ICPC", True), ("CiN", True), ("s47", True), ("PEP", True), ("strat", False)],
)
def test_what_an_acronym_is(form, expected):
    """Capitals or a section number, in one short word."""
    assert is_acronym(form) is expected


def test_an_empty_vocabulary_finds_nothing():
    """A corpus without vocabulary can still be searched."""
    empty = Lexicon(Vocabulary(concepts=(), events=()))

    assert empty.named("ICPC") == ()
    assert empty.spelled_out("ICPC") == "ICPC"


def test_a_form_of_signs_alone_is_passed_over():
    """A slip in the vocabulary does not make every text the concept."""
    odd = Lexicon(Vocabulary(concepts=(Concept(name="visit", forms=("…",)),), events=()))

    assert odd.named("anything") == ()


def test_a_statement_is_indexed_with_its_place():
    """Headings, principle, lead-in and number are all part of what can be asked for."""
    each = statement(
        "a",
        "every 12 weeks",
        section=("Disabled children", "Visits"),
        lead_in="Minimum frequencies are:",
        principle="Safety",
        standard_number="6.5",
    )

    found = set(statement_terms(each, LEXICON))

    assert {"#disabled child", "visit", "minimum", "safety", "12", "6.5"} <= found
    assert dense_text(each, LEXICON) == (
        "Disabled children. Visits. Safety. Minimum frequencies are: every 12 weeks"
    )
