"""Figures become tables: titles, headings and cells, as the terminal and the report show them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from evals.lines import AnswerLine, DateLine, RetrievalLine, Summary
from evals.metrics import Share
from evals.summary import ALL

NOTHING = "-"

Line = TypeVar("Line", RetrievalLine, AnswerLine, DateLine)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A title over headings over rows of cells, all as text."""

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def tables_of(summary: Summary) -> tuple[Table, ...]:
    """Lay a summary out; a table without rows is left out."""
    lay_out = (_retrieval, _paired, _answers, _given, _refusals, _dates)
    tables = (table(summary) for table in lay_out)
    return tuple(table for table in tables if table.rows)


def percent(part: Share) -> str:
    """Write a share with its 95% interval, all in percent: "80% (58-92)"."""
    if part.value is None:
        return NOTHING
    return f"{100 * part.value:.0f}% ({100 * part.low:.0f}-{100 * part.high:.0f})"


def _retrieval(summary: Summary) -> Table:
    lines = sorted(_worth_a_row(summary.retrieval), key=_by_framework)
    return Table(
        title="Finding the evidence",
        headings=("split", "framework", "system", "of", "hit@1", "hit@5", "MRR", "length"),
        rows=tuple(
            (
                line.split,
                line.framework,
                line.system,
                str(line.hit_1.of),
                percent(line.hit_1),
                percent(line.hit_5),
                _number(line.mrr, 3),
                _number(line.characters, 0),
            )
            for line in lines
        ),
    )


def _paired(summary: Summary) -> Table:
    return Table(
        title="Question by question, at the first place",
        headings=("split", "baseline", "only Plumbline", "only the baseline", "chance"),
        rows=tuple(
            (
                line.split,
                line.baseline,
                str(line.better),
                str(line.worse),
                f"p = {line.chance:.3f}" if line.chance >= 0.001 else "p < 0.001",
            )
            for line in summary.paired
        ),
    )


def _answers(summary: Summary) -> Table:
    return Table(
        title="Answering what the framework answers",
        headings=("split", "framework", "of", "first", "shown", "wrong refusals", "asked back"),
        rows=tuple(
            (
                line.split,
                line.framework,
                str(line.first.of),
                percent(line.first),
                percent(line.shown),
                percent(line.wrong_refusals),
                percent(line.asked_back),
            )
            for line in _worth_a_row(summary.answers)
        ),
    )


def _given(summary: Summary) -> Table:
    return Table(
        title="Of the answers given to these",
        headings=("split", "framework", "of", "evidence first", "evidence shown"),
        rows=tuple(
            (
                line.split,
                line.framework,
                str(line.first_of_answered.of),
                percent(line.first_of_answered),
                percent(line.shown_of_answered),
            )
            for line in _worth_a_row(summary.answers)
        ),
    )


def _refusals(summary: Summary) -> Table:
    return Table(
        title="Refusing what it does not answer",
        headings=(
            "split",
            "framework",
            "of",
            "missed refusals",
            "without a doubt",
            "doubted rightly answered",
            "errors in all",
        ),
        rows=tuple(
            (
                line.split,
                line.framework,
                str(line.missed_refusals.of),
                percent(line.missed_refusals),
                percent(line.missed_without_doubt),
                percent(line.doubted),
                str(line.failed),
            )
            for line in _worth_a_row(summary.answers)
        ),
    )


def _dates(summary: Summary) -> Table:
    return Table(
        title="Due dates",
        headings=("split", "framework", "of", "right", "wrong", "none given"),
        rows=tuple(
            (
                line.split,
                line.framework,
                str(line.right.of),
                percent(line.right),
                percent(line.wrong),
                percent(line.none),
            )
            for line in _worth_a_row(summary.dates)
        ),
    )


def _worth_a_row(lines: Sequence[Line]) -> list[Line]:
    """Leave out a framework's line within one split of several: ten questions say too little."""
    return [line for line in lines if line.framework == ALL or line.split == lines[0].split]


def _by_framework(line: RetrievalLine) -> tuple[str, bool, str]:
    return line.split, line.framework != ALL, line.framework


def _number(value: float | None, places: int) -> str:
    return NOTHING if value is None else f"{value:.{places}f}"
