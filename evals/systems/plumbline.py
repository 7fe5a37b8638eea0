"""Plumbline itself, asked as the assistant asks it."""

from evals.systems.system import Find
from retrieval import Index


def plumbline(index: Index) -> Find:
    """Search the index's answering edition of the framework; a passage is a quotation."""

    def find(question: str, framework: str, limit: int) -> tuple[str, ...]:
        found = index.search(question, framework=framework, limit=limit)
        return tuple(evidence.statement.quotation for evidence in found)

    return find
