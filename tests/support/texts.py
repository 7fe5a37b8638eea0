"""Statements from a few lines of made-up text, for tests of the importer."""

from domain import Edition, Source, Statement
from ingest.blocks import Finding
from ingest.readers.text import read_text
from ingest.statements import statements_of

SOURCE = Source(
    framework="exampleshire",
    authority="Exampleshire Council",
    document="Practice Standards",
    version="V1",
    edition=Edition.SOURCE,
)


def imported(text: str) -> tuple[tuple[Statement, ...], tuple[Finding, ...]]:
    """Read a text and turn it into statements, with the findings of both."""
    document = read_text(text.encode(), "standards.txt")
    statements, findings = statements_of(document, SOURCE)
    return statements, (*document.findings, *findings)


def told(text: str) -> list[tuple[str, str, str]]:
    """Give each statement's strength, lead-in and words."""
    return [(str(one.strength), one.lead_in, one.text) for one in imported(text)[0]]
