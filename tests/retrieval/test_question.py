"""What kind of answer a question asks for, and what it names."""

import pytest

from retrieval.lexicon import Lexicon
from retrieval.question import read_question, unit_cover
from tests.retrieval.making import VOCABULARY

LEXICON = Lexicon(VOCABULARY)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("how often do I visit?", "time often"),
        ("how many times a year is it reviewed", "time often"),
        ("How soon is the ICPC?", "time"),
        ("by when is it due", "time"),
        ("how many working days for an assessment", "time"),
        ("what's the deadline for the report", "time"),
        ("who chairs the strat?", "role"),
        ("what do I have to do before a CP conference?", "duty"),
        ("bottom lines for core groups", "duty"),
        ("what is a trajectory?", "meaning"),
        ("whats MASP", "meaning"),
        ("tell me about visits", ""),
    ],
)
def test_the_kind_of_answer_a_question_asks_for(text, kind):
    """A time, a role, a duty, a meaning, or none in particular."""
    asked = read_question(text, LEXICON)

    found = [
        name
        for name, wanted in (
            ("time", asked.wants_time),
            ("often", asked.wants_frequency),
            ("role", asked.wants_role),
            ("duty", asked.wants_duty),
            ("meaning", asked.wants_meaning),
        )
        if wanted
    ]
    assert " ".join(found) == kind


def test_a_concept_is_one_unit_whatever_its_form():
    """The longest concept takes its words; the others stay words."""
    asked = read_question("visit after the initial child protection conference", LEXICON)

    assert {unit.term for unit in asked.units} == {
        "#initial child protection conference",
        "visit",
    }
    assert [unit.term for unit in asked.concepts] == ["#initial child protection conference"]


def test_a_concepts_loose_words_cover_it_in_part():
    """A conference is something, but not an initial child protection conference."""
    (unit,) = read_question("ICPC", LEXICON).units

    whole = unit_cover(unit, {"#initial child protection conference"})
    part = unit_cover(unit, {"conferenc", "protect"})
    none = unit_cover(unit, {"visit"})

    assert whole == 1.0 > part > none == 0.0
    assert unit_cover(unit, set(unit.words)) < 1.0
