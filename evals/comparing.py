"""Gold comparisons: of each framework asked about, what it says is shown, or its silence."""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from api.service import Opened
from assistant import Request
from domain import AnswerKind, CorpusFault
from evals.asking import ON
from evals.dates import ALL
from evals.gold import Split
from evals.material import ROOT
from evals.metrics import share
from evals.tables import Table, percent

COMPARISONS = ROOT / "evals" / "comparisons.toml"


class Comparison(BaseModel):
    """One `[[comparison]]`: the question, whom it asks about, what answers it in each digest."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Annotated[str, Field(pattern=r"^[a-z0-9-]+$")]
    split: Split
    question: Annotated[str, Field(min_length=1, max_length=2000)]
    frameworks: Annotated[tuple[str, ...], Field(min_length=2)]
    says: Mapping[str, tuple[str, ...]]
    """By framework: names of digest statements that answer it; none where it is silent."""

    note: str = ""

    @model_validator(mode="after")
    def _says_of_each(self) -> Self:
        if set(self.says) != set(self.frameworks):
            raise ValueError("says must have each framework that is asked about, and no other")
        return self


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedComparison:
    """One comparison and, by framework asked about, whether its part is right."""

    comparison: Comparison
    compared: bool
    """It was answered as a comparison of exactly these frameworks."""

    right: Mapping[str, bool]
    text: str


def load_comparisons(file: Path) -> tuple[Comparison, ...]:
    """The gold comparisons; raises CorpusFault for one that breaks its shape."""
    try:
        rows = tomllib.loads(file.read_text("utf-8"))["comparison"]
        return tuple(Comparison.model_validate(row) for row in rows)
    except (tomllib.TOMLDecodeError, KeyError, ValidationError) as fault:
        raise CorpusFault(file.name, [str(fault)]) from fault


def ask_comparisons(comparisons: Iterable[Comparison], opened: Opened) -> list[JudgedComparison]:
    """Ask each by itself, with no framework chosen, on the digests."""
    judged = []
    for each in comparisons:
        answer = opened.assistant.ask(Request(question=each.question), today=ON).answer
        shown = {number: c.statement.id for c in answer.citations for number in [c.number]}
        said = {c.framework: {shown[number] for number in c.citations} for c in answer.compared}
        right = {}
        for framework, names in each.says.items():
            wanted = {f"{framework}:digest:{name}" for name in names}
            own = said.get(framework)
            right[framework] = own is not None and (bool(own & wanted) if wanted else not own)
        judged.append(
            JudgedComparison(
                comparison=each,
                compared=answer.kind is AnswerKind.COMPARISON and set(said) == set(each.frameworks),
                right=right,
                text=answer.text,
            )
        )
    return judged


def comparison_tables(judged: Sequence[JudgedComparison]) -> tuple[Table, ...]:
    """Frameworks' parts and whole comparisons by split, then the dev ones to look at."""
    rows = [_row(split, [j for j in judged if split in (ALL, j.comparison.split)])
            for split in (ALL, *Split)]  # fmt: skip
    misses = tuple(
        (
            j.comparison.id,
            j.comparison.question,
            ", ".join(n for n, ok in j.right.items() if not ok),
        )
        for j in judged
        if not all(j.right.values()) and j.comparison.split is Split.DEV
    )
    return (
        Table(
            title="Comparisons",
            headings=("split", "of", "as a comparison", "parts right", "silence kept", "all right"),
            rows=tuple(rows),
        ),
        Table(
            title="Not right (development half only)",
            headings=("id", "asked", "wrong for"),
            rows=misses,
        ),
    )


def _miss(judged: JudgedComparison) -> tuple[str, ...]:
    wrong = ", ".join(name for name, ok in judged.right.items() if not ok)
    return judged.comparison.id, judged.comparison.question, wrong


def _row(split: str, judged: Sequence[JudgedComparison]) -> tuple[str, ...]:
    parts = [ok for j in judged for ok in j.right.values()]
    silent = [ok for j in judged for name, ok in j.right.items() if not j.comparison.says[name]]
    return (
        split,
        str(len(judged)),
        percent(share(j.compared for j in judged)),
        percent(share(parts)),
        percent(share(silent)),
        percent(share(all(j.right.values()) for j in judged)),
    )
