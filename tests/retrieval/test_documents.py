"""Statements as LangChain documents and as lines, there and back."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain import Evidence, Strength
from retrieval import as_document, as_evidence
from retrieval.documents import from_json, to_json
from tests.retrieval.making import statement

TEXT = st.text(min_size=1, max_size=40)


@given(
    text=TEXT,
    lead_in=st.text(max_size=20),
    section=st.tuples(TEXT, TEXT),
    strength=st.sampled_from(Strength),
    page=st.none() | st.integers(1, 500),
    number=st.none() | st.just("6.5"),
)
def test_a_statement_survives_its_line(text, lead_in, section, strength, page, number):
    """Every character and field comes back, and one statement is one line."""
    each = statement(
        "x",
        text,
        lead_in=lead_in,
        section=section,
        strength=strength,
        page=page,
        standard_number=number,
    )

    line = to_json(each, ["a", "b"])

    assert from_json(line) == (each, ["a", "b"])
    assert "\n" not in line


@pytest.mark.parametrize("line", ["", "{", "[]", "{}", '{"statement": {}, "terms": []}'])
def test_another_line_is_refused(line):
    """What was not written by us is not read as a statement."""
    with pytest.raises((ValueError, KeyError, TypeError)):
        from_json(line)


def test_a_document_carries_what_a_chain_filters_and_cites_by():
    """Exact words as the content, the rest as metadata; what is unknown is left out."""
    each = statement("4.b1", "weekly", lead_in="Visit", section=("Visits", "Bottom lines"), page=3)

    document = as_document(Evidence(statement=each, score=0.75))

    assert document.page_content == "Visit weekly"
    assert document.metadata == {
        "id": each.id,
        "framework": "exampleshire",
        "edition": "digest",
        "section": "Visits > Bottom lines",
        "strength": "must",
        "page": 3,
        "score": 0.75,
    }
    json.dumps(document.metadata)


def test_a_document_leads_back_to_its_statement():
    """Evidence to document to evidence."""
    evidence = Evidence(statement=statement("4.b1", "Visit weekly."), score=0.5)

    assert as_evidence(as_document(evidence), {evidence.statement.id: evidence.statement}) == (
        evidence
    )
