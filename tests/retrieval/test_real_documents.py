"""The questions that must be answered from the authorities' own documents."""

from pathlib import Path

import pytest

from domain import Edition, Source, Statement
from ingest import load_corpus
from ingest.readers.text import read_text
from ingest.statements import statements_of
from retrieval import Index
from retrieval.words import content_stems
from tests.retrieval.making import make_index

QUESTIONS = {
    "nct": "how soon after the strategy meeting does the ICPC have to be?",
    "luton": "what do I have to do before a CP conference?",
    "leicester": "when must pathway planning start?",
    "halton": "how often does a supervising social worker visit a foster carer?",
    "northamptonshire-2020": "how often do I visit a disabled child on a CIN plan?",
}


def competitors(file: Path, framework: str) -> list[Statement]:
    """Statements of a document that share a subject word with the question, to embed fewer."""
    source = Source(
        framework=framework,
        authority=framework,
        document=framework,
        version="",
        edition=Edition.SOURCE,
    )
    statements, _ = statements_of(read_text(file.read_bytes(), file.name), source)
    asked = set(content_stems(f"{QUESTIONS[framework]} conference carer lanyard visitor"))
    return [
        each
        for each in statements
        if asked & set(content_stems(" ".join((*each.section, each.quotation))))
    ]


@pytest.fixture(scope="module")
def index(documents, corpus_folder, embeddings, tmp_path_factory):
    statements = [
        each
        for framework in QUESTIONS
        for each in competitors(documents / f"{framework}.txt", framework)
    ]
    opened = make_index(
        statements,
        tmp_path_factory.mktemp("index"),
        embeddings,
        vocabulary=load_corpus(corpus_folder).vocabulary,
        model_key=embeddings.key,
    )
    yield opened
    opened.close()


def answer(index: Index, framework: str, limit: int = 3) -> list[Statement]:
    found = index.find(QUESTIONS[framework], framework=framework, limit=limit)
    assert found.sufficient
    return [each.statement for each in found.evidence]


def test_the_conference_is_within_15_working_days_of_the_strategy_meeting(index):
    """nct: the first bottom line of standard 8 stands first."""
    first = answer(index, "nct")[0]

    assert "within 15 working days of the strategy meeting" in first.quotation
    assert first.strength == "must"


def test_what_must_be_done_before_a_conference_is_its_preparation(index):
    """luton: what prepares for a conference stands on top, its bottom lines too."""
    found = answer(index, "luton")

    assert any(each.strength == "must" for each in found)
    for each in found:
        assert "Preparing for a child protection conference" in each.section


def test_pathway_planning_starts_at_15_years_and_9_months(index):
    """leicester: the statement with the age stands first."""
    assert "15 years and 9 months" in answer(index, "leicester")[0].quotation


def test_both_figures_for_visits_to_foster_carers_are_found(index):
    """halton says two things: both are among the first three."""
    quotations = " | ".join(each.quotation for each in answer(index, "halton"))

    assert "every 6 weeks" in quotations
    assert "every 20 working days" in quotations


def test_a_disabled_child_is_visited_every_12_weeks(index):
    """northamptonshire-2020: the disabled children's team's standard, not the general one."""
    first = answer(index, "northamptonshire-2020")[0]

    assert "every 12 weeks" in first.quotation
    assert "DISABLED" in " ".join(first.section)


@pytest.mark.parametrize("framework", QUESTIONS)
def test_no_framework_says_what_lanyard_visitors_wear(index, framework):
    """Refused everywhere."""
    question = "what colour lanyard do visitors wear?"

    assert not index.find(question, framework=framework).sufficient
