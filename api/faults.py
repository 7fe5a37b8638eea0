"""Which known faults of a document are told beside which statements."""

from collections.abc import Iterator, Mapping

from domain import CorpusFault, Fault, FaultKind, Statement
from retrieval import Index

TOLD = frozenset(
    {
        FaultKind.CONTRADICTION,
        FaultKind.MISPLACED,
        FaultKind.UNCLEAR,
        FaultKind.REPLACED_GUIDANCE,
        FaultKind.BROKEN_REFERENCE,
        FaultKind.EMPTY,
    }
)
"""The kinds that a reader of a quotation must know.

The others concern the document as a whole, or are told with the date that is worked out.
"""


def told_beside(
    faults: Mapping[str, tuple[Fault, ...]], index: Index
) -> dict[str, tuple[Fault, ...]]:
    """By statement id, of the digest and of an imported document: the faults to tell beside it.

    Raises CorpusFault for a fault that names a statement the digest does not hold.
    """
    found: dict[str, tuple[Fault, ...]] = {}
    for framework, known in faults.items():
        for fault in known:
            for statement in _concerned(framework, fault, index):
                if fault.kind in TOLD:
                    found[statement.id] = (*found.get(statement.id, ()), fault)
    return found


def _concerned(framework: str, fault: Fault, index: Index) -> Iterator[Statement]:
    for name in fault.statements:
        digest = index.statements.get(name)
        if digest is None:
            raise CorpusFault(f"{framework}/faults.toml", [f"there is no statement {name!r}"])
        yield digest
        if fault.kind in TOLD and (source := index.counterpart(digest, ())):
            yield source
