"""Citations and quotations: put in by code from the statement itself, never typed."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from assistant.library import Library
from domain import Citation, Evidence, Fault, FaultKind, Notice, Statement
from prompts import reply

OPEN, CLOSE = "“", "”"

_FAULTS = {FaultKind.REPLACED_GUIDANCE: "outdated_reference"}
"""The faults whose notices the contract names by a kind of their own."""


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


def listed(group: Sequence[Citation]) -> list[str]:
    """A line each; those that share a lead-in stand under it, so that it is read once."""
    lines = []
    for lead_in, under in groupby(group, key=lambda c: c.statement.lead_in):
        citations = list(under)
        if not lead_in or len(citations) == 1:
            lines += [quoted("standard.item", c) for c in citations]
            continue
        lines.append(reply("standard.lead_in", quotation=f"{OPEN}{lead_in}{CLOSE}"))
        lines += [
            reply(
                "standard.led_item",
                quotation=f"{OPEN}{c.statement.text}{CLOSE}",
                number=c.number,
            )
            for c in citations
        ]
    return lines


def quotations(statement: Statement) -> tuple[str, ...]:
    """Every way the statement's exact words may stand in quotation marks."""
    parts = (statement.quotation, statement.text, statement.lead_in)
    return tuple(f"{OPEN}{part}{CLOSE}" for part in parts if part)


def once(notices: Iterable[Notice]) -> tuple[Notice, ...]:
    """Each notice once, in order."""
    return tuple(dict.fromkeys(notices))


def fault_notices(library: Library, shown: Iterable[Citation]) -> list[Notice]:
    """What is known to be wrong in the document where the statements put forward stand."""
    return [
        Notice(kind=_FAULTS.get(fault.kind, "known_fault"), text=_fault(fault))
        for citation in shown
        for fault in library.faults.get(citation.statement.id, ())
    ]


def _fault(fault: Fault) -> str:
    return reply("notice.known_fault", fault=fault.text)


def edition_notice(statement: Statement) -> Notice | None:
    """Say that words are our summary where the document itself is not imported."""
    if statement.source.edition == "digest":
        return Notice(kind="digest_edition", text=reply("notice.digest_edition"))
    return None
