"""A statement as a LangChain document and back, and as a line of JSON and back."""

import json
from collections.abc import Mapping
from typing import Any

from langchain_core.documents import Document

from domain import Edition, Evidence, Source, Statement, Strength

SECTION_SEPARATOR = " > "


def metadata(statement: Statement) -> dict[str, str | int]:
    """Return what filters and readers of a document need; what is unknown is left out."""
    known: dict[str, str | int | None] = {
        "id": statement.id,
        "framework": statement.source.framework,
        "edition": statement.source.edition.value,
        "section": SECTION_SEPARATOR.join(statement.section),
        "strength": statement.strength.value,
        "standard_number": statement.standard_number,
        "page": statement.page,
    }
    return {name: value for name, value in known.items() if value is not None}


def as_document(evidence: Evidence) -> Document:
    """Return a found statement as a document: its exact words, its metadata and its score."""
    statement = evidence.statement
    return Document(
        id=statement.id,
        page_content=statement.quotation,
        metadata=metadata(statement) | {"score": evidence.score},
    )


def as_evidence(document: Document, statements: Mapping[str, Statement]) -> Evidence:
    """Return the evidence a document stands for."""
    score = float(document.metadata.get("score", 0.0))
    return Evidence(statement=statements[str(document.metadata["id"])], score=score)


def to_json(statement: Statement, terms: list[str]) -> str:
    """Return a statement and its keyword terms as one line of JSON."""
    fields = {
        "id": statement.id,
        "source": {
            "framework": statement.source.framework,
            "authority": statement.source.authority,
            "document": statement.source.document,
            "version": statement.source.version,
            "edition": statement.source.edition.value,
        },
        "section": statement.section,
        "strength": statement.strength.value,
        "text": statement.text,
        "lead_in": statement.lead_in,
        "standard_number": statement.standard_number,
        "principle": statement.principle,
        "page": statement.page,
        "line": statement.line,
    }
    return json.dumps({"statement": fields, "terms": terms}, ensure_ascii=False)


def from_json(line: str) -> tuple[Statement, list[str]]:
    """Return what `to_json` wrote. Raises ValueError, KeyError or TypeError for anything else."""
    row: dict[str, Any] = json.loads(line)
    fields = dict(row["statement"])
    source = dict(fields.pop("source"))
    statement = Statement(
        source=Source(**source | {"edition": Edition(source["edition"])}),
        section=tuple(fields.pop("section")),
        strength=Strength(fields.pop("strength")),
        **fields,
    )
    return statement, [str(term) for term in row["terms"]]
