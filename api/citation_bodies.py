"""The JSON of statements and citations."""

from api.bodies import Out
from domain import Edition, Strength


class CitationOut(Out):
    """One statement, exactly, and where it stands."""

    number: int
    statement_id: str
    framework: str
    document: str
    version: str
    edition: Edition
    section: list[str]
    standard_number: str | None
    page: int | None
    text: str
    score: float


class StatementOut(Out):
    """One statement with its place."""

    statement_id: str
    framework: str
    authority: str
    document: str
    version: str
    edition: Edition
    section: list[str]
    standard_number: str | None
    principle: str | None
    page: int | None
    line: int | None
    strength: Strength
    lead_in: str
    text: str


class SearchOut(Out):
    """Statements that bear on a question, best first; nothing is composed."""

    citations: list[CitationOut]


class NoticeOut(Out):
    """Something the reader should know beside the answer."""

    kind: str
    text: str
