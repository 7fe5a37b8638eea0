"""The cases that went wrong, named, for whoever puts them right."""

from collections.abc import Sequence

from evals.asking import Answered, DateOutcome, Outcome
from evals.gold import Kind, Split
from evals.metrics import hit_at
from evals.retrieving import Ranked
from evals.summary import OURS
from evals.tables import NOTHING, Table


def worth_a_look(ranked: Sequence[Ranked], answered: Sequence[Answered]) -> tuple[Table, ...]:
    """List the cases that went wrong, by name; a table without rows is left out.

    Of the test split only wrong dates and errors are named: whoever reads the rest tunes on it.
    """
    seen = [row for row in answered if row.split == Split.DEV]
    tables = (
        _cases("Wrong dates", [row for row in answered if row.date is DateOutcome.WRONG]),
        _cases("Errors", [row for row in answered if row.outcome is Outcome.FAILED]),
        _cases("Dates not given", [row for row in seen if row.date is DateOutcome.NONE]),
        _cases("Wrong refusals", [row for row in seen if _refused_wrongly(row)]),
        _cases("Missed refusals", [row for row in seen if _answered_wrongly(row)]),
        _cases("Answered without the evidence", [row for row in seen if _beside_it(row)]),
        _misses([row for row in ranked if row.split == Split.DEV]),
    )
    return tuple(table for table in tables if table.rows)


def _cases(title: str, rows: Sequence[Answered]) -> Table:
    return Table(
        title=title,
        headings=("id", "split", "question", "expected", "got"),
        rows=tuple((row.id, row.split, row.question, _expected(row), _got(row)) for row in rows),
    )


def _misses(ranked: Sequence[Ranked]) -> Table:
    missed = [row for row in ranked if row.system == OURS and not hit_at(row.found, 1)]
    return Table(
        title="Evidence not found first by Plumbline",
        headings=("id", "split", "question", "rank"),
        rows=tuple(
            (row.id, row.split, row.question, str(row.found.rank) if row.found else NOTHING)
            for row in missed
        ),
    )


def _refused_wrongly(row: Answered) -> bool:
    return row.kind in (Kind.STANDARD, Kind.TIMESCALE) and row.outcome is Outcome.REFUSED


def _answered_wrongly(row: Answered) -> bool:
    return row.kind == Kind.NOT_FOUND and row.outcome is Outcome.ANSWERED


def _beside_it(row: Answered) -> bool:
    answerable = row.kind in (Kind.STANDARD, Kind.TIMESCALE)
    return answerable and row.outcome is Outcome.ANSWERED and row.found is None


def _expected(row: Answered) -> str:
    if row.date is None:
        return "not found" if row.kind == Kind.NOT_FOUND else row.kind
    return row.expected.isoformat() if row.expected else "asks back"


def _got(row: Answered) -> str:
    return f"{row.answer_kind} {row.due.isoformat()}" if row.due else row.answer_kind
