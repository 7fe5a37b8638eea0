"""Citations and quotations: put in by code from the statement itself, never typed."""

from collections.abc import Iterable

from domain import Citation, Evidence, Notice, Statement
from prompts import reply

OPEN, CLOSE = "“", "”"


def cite(evidence: Iterable[Evidence]) -> tuple[Citation, ...]:
    """Number the evidence from 1, best first."""
    return tuple(
        Citation(number=number, statement=found.statement, score=found.score)
        for number, found in enumerate(evidence, 1)
    )


def quotation(statement: Statement) -> str:
    """The statement's exact words in quotation marks."""
    return f"{OPEN}{statement.quotation}{CLOSE}"


def quoted(name: str, citation: Citation) -> str:
    """The fixed reply `name` with the citation's quotation and number."""
    return reply(name, quotation=quotation(citation.statement), number=citation.number)


def once(notices: Iterable[Notice]) -> tuple[Notice, ...]:
    """Each notice once, in order."""
    return tuple(dict.fromkeys(notices))
