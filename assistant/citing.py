"""Citations and quotations: put in by code from the statement itself, never typed."""

from collections.abc import Iterable

from assistant.library import Library
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


def fault_notices(library: Library, shown: Iterable[Citation]) -> list[Notice]:
    """What is known to be wrong in the document where the statements put forward stand."""
    return [
        Notice(kind="known_fault", text=reply("notice.known_fault", fault=fault))
        for citation in shown
        for fault in library.faults.get(citation.statement.id, ())
    ]
