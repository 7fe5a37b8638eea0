"""Rows become figures: for each system, each framework and each split."""

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol, TypeVar

from evals.asking import Answered, DateOutcome, Outcome
from evals.gold import Kind
from evals.lines import AnswerLine, DateLine, PairedLine, RetrievalLine, Summary
from evals.metrics import hit_at, mean, reciprocal_rank, share, sign_test
from evals.retrieving import Ranked

ALL = "all"
OURS = "plumbline"
"""The system that the others are baselines to."""


class _Row(Protocol):
    @property
    def framework(self) -> str: ...  # a protocol has no body
    @property
    def split(self) -> str: ...  # a protocol has no body


Row = TypeVar("Row", bound=_Row)
Line = TypeVar("Line")


def summarise(ranked: Sequence[Ranked], answered: Sequence[Answered]) -> Summary:
    """Work out every line, overall first and then by split and framework."""
    systems = tuple(dict.fromkeys(row.system for row in ranked))
    asked = [row for row in answered if row.kind != Kind.DATE]
    dated = [row for row in answered if row.kind == Kind.DATE]
    return Summary(
        retrieval=tuple(
            line
            for system in systems
            for line in _lines([row for row in ranked if row.system == system], _retrieval)
        ),
        paired=tuple(
            _paired(split, ranked, baseline)
            for split in _splits(ranked)
            for baseline in systems
            if baseline != OURS and OURS in systems
        ),
        answers=_lines(asked, _answers),
        dates=_lines(dated, _dates),
    )


def _retrieval(framework: str, split: str, rows: Sequence[Ranked]) -> RetrievalLine:
    return RetrievalLine(
        system=rows[0].system,
        framework=framework,
        split=split,
        hit_1=share(hit_at(row.found, 1) for row in rows),
        hit_5=share(hit_at(row.found, 5) for row in rows),
        mrr=mean(reciprocal_rank(row.found) for row in rows),
        characters=mean(row.characters for row in rows if row.characters),
    )


def _answers(framework: str, split: str, rows: Sequence[Answered]) -> AnswerLine:
    answerable = [row for row in rows if row.kind != Kind.NOT_FOUND]
    given = [row for row in answerable if row.outcome is Outcome.ANSWERED]
    silent = [row for row in rows if row.kind == Kind.NOT_FOUND]
    return AnswerLine(
        framework=framework,
        split=split,
        first=share(hit_at(row.found, 1) for row in answerable),
        shown=share(row.found is not None for row in answerable),
        first_of_answered=share(hit_at(row.found, 1) for row in given),
        shown_of_answered=share(row.found is not None for row in given),
        wrong_refusals=share(row.outcome is Outcome.REFUSED for row in answerable),
        asked_back=share(row.outcome is Outcome.ASKED_BACK for row in answerable),
        missed_refusals=share(row.outcome is Outcome.ANSWERED for row in silent),
        missed_without_doubt=share(
            row.outcome is Outcome.ANSWERED and not row.doubtful for row in silent
        ),
        doubted=share(row.doubtful for row in given),
        failed=sum(row.outcome is Outcome.FAILED for row in rows),
    )


def _dates(framework: str, split: str, rows: Sequence[Answered]) -> DateLine:
    return DateLine(
        framework=framework,
        split=split,
        right=share(row.date is DateOutcome.RIGHT for row in rows),
        wrong=share(row.date is DateOutcome.WRONG for row in rows),
        none=share(row.date is DateOutcome.NONE for row in rows),
    )


def _paired(split: str, ranked: Sequence[Ranked], baseline: str) -> PairedLine:
    ours, theirs = _hits(ranked, OURS, split), _hits(ranked, baseline, split)
    better, worse = len(ours - theirs), len(theirs - ours)
    return PairedLine(
        baseline=baseline,
        split=split,
        better=better,
        worse=worse,
        chance=sign_test(better, worse),
    )


def _hits(ranked: Iterable[Ranked], system: str, split: str) -> frozenset[str]:
    return frozenset(
        row.id
        for row in ranked
        if row.system == system and split in (ALL, row.split) and hit_at(row.found, 1)
    )


def _splits(rows: Iterable[_Row]) -> tuple[str, ...]:
    """Name the splits to tell apart: both together first, unless there is but one."""
    present = sorted({row.split for row in rows})
    return (ALL, *present) if len(present) > 1 else tuple(present)


def _lines(
    rows: Sequence[Row], line: Callable[[str, str, Sequence[Row]], Line]
) -> tuple[Line, ...]:
    """Draw a line for each split over all frameworks, then for each framework, if several."""
    present = {row.framework for row in rows}
    names = (ALL, *sorted(present)) if len(present) > 1 else (ALL,)
    cells = ((name, split) for split in _splits(rows) for name in names)
    chosen = ((*cell, [row for row in rows if _in(row, *cell)]) for cell in cells)
    return tuple(line(name, split, within) for name, split, within in chosen if within)


def _in(row: _Row, framework: str, split: str) -> bool:
    return framework in (ALL, row.framework) and split in (ALL, row.split)
