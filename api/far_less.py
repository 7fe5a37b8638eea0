"""An import that yields far less than it should is refused, lest it replace a good one unseen."""

from collections.abc import Sequence

from domain import DocumentRefused, Statement, Strength
from ingest import ImportReport

FEW = 10
"""Statements; the shortest framework in use gives over a hundred."""

SHARE = 3
"""A new version of a document says at least a third of what the one before did."""


def refuse_far_less(report: ImportReport, new: Sequence[Statement], before: int) -> None:
    """Raise DocumentRefused for an import that is surely not the framework it should replace.

    `before` counts the statements of the import that would be replaced; 0 where there is none.
    """
    binding = report.counts[Strength.MUST] or any(each.standard_number for each in new)
    if report.total < FEW and not binding:
        why = f"only {report.total} statements were found in it, and none that must be followed"
    elif report.total * SHARE < before:
        why = f"it gives {report.total} statements, and the import it would replace {before}"
    else:
        return
    do = "Check that it is the whole framework; give --force to import it all the same."
    raise DocumentRefused(report.file, why, do)
