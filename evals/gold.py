"""Gold questions: what a practitioner asks, and what a right answer rests on."""

import datetime as dt
import tomllib
from collections import Counter
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from domain import CorpusFault

MOST_WORDS = 11
"""The longest fragment of a document that may stand in this repository, in words."""


class Kind(StrEnum):
    """What a gold question is after."""

    STANDARD = "standard"
    TIMESCALE = "timescale"
    DATE = "date"
    NOT_FOUND = "not_found"


class Split(StrEnum):
    """`dev` may be looked at while tuning; `test` may not."""

    DEV = "dev"
    TEST = "test"


class Row(BaseModel):
    """One `[[question]]` table of a gold file."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$")]
    question: Annotated[str, Field(min_length=1, max_length=2000)]
    kind: Kind
    split: Split
    evidence: tuple[str, ...] = ()
    """Fragments of the authority's document, under twelve words each; any one is enough."""

    all_of: bool = False
    """True where every fragment must be among the results, because the document says two things."""

    digest: tuple[str, ...] = ()
    """Names of the digest's statements that hold the evidence ("8.b1")."""

    today: dt.date | None = None
    """The day the question is asked on, where it matters."""

    due: dt.date | None = None
    """The date that a right answer gives."""

    asks: bool = False
    """True where a right answer asks back instead of giving a date."""

    note: str = ""

    @model_validator(mode="after")
    def _fragments_are_short(self) -> Self:
        for fragment in self.evidence:
            if not 0 < len(fragment.split()) <= MOST_WORDS:
                raise ValueError(f"evidence {fragment!r} must have 1 to {MOST_WORDS} words")
        return self

    @model_validator(mode="after")
    def _fits_its_kind(self) -> Self:
        if self.kind in (Kind.STANDARD, Kind.TIMESCALE) and not self.evidence:
            raise ValueError(f"a {self.kind} question needs evidence")
        if self.kind is Kind.NOT_FOUND and (self.evidence or self.digest):
            raise ValueError("a not_found question has no evidence")
        dated = self.today is not None and (self.due is None) == self.asks
        if self.kind is Kind.DATE and not dated:
            raise ValueError("a date question needs today, and either due or asks = true")
        if self.kind is not Kind.DATE and (self.due is not None or self.asks):
            raise ValueError("only a date question has due or asks")
        return self

    @property
    def answerable(self) -> bool:
        """True where the framework answers it in words."""
        return self.kind in (Kind.STANDARD, Kind.TIMESCALE)


class Question(Row):
    """One gold question, and the framework whose file it stands in."""

    framework: str


class _GoldFile(BaseModel):
    model_config = ConfigDict(extra="forbid")

    question: list[Row]


def load_gold(folder: Path) -> tuple[Question, ...]:
    """Read every `<framework>.toml` in a folder, in the order of their names.

    Raises CorpusFault for a file that is not TOML, breaks the shape, or repeats an id.
    """
    questions = tuple(
        question
        for path in sorted(folder.glob("*.toml"))
        for question in read_gold(path.read_text("utf-8"), framework=path.stem, file=path.name)
    )
    twice = [id_ for id_, count in Counter(each.id for each in questions).items() if count > 1]
    if twice:
        raise CorpusFault(str(folder), [f"question id {id_!r} is used twice" for id_ in twice])
    return questions


def read_gold(text: str, *, framework: str, file: str) -> tuple[Question, ...]:
    """Read one file's questions; raises CorpusFault naming each question and field at fault."""
    try:
        rows = _GoldFile.model_validate(tomllib.loads(text)).question
        return tuple(Question(framework=framework, **row.model_dump()) for row in rows)
    except tomllib.TOMLDecodeError as fault:
        raise CorpusFault(file, [str(fault)]) from fault
    except ValidationError as fault:
        told = [_told(error["loc"], error["msg"]) for error in fault.errors()]
        raise CorpusFault(file, told) from fault


def select(
    questions: Iterable[Question], *, split: Split | Literal["all"], frameworks: Iterable[str] = ()
) -> tuple[Question, ...]:
    """Keep one split, and the named frameworks (all of them where none is named)."""
    wanted = frozenset(frameworks)
    return tuple(
        each
        for each in questions
        if split in ("all", each.split) and (not wanted or each.framework in wanted)
    )


def _told(place: tuple[int | str, ...], problem: str) -> str:
    where = " ".join(f"number {part + 1}" if isinstance(part, int) else part for part in place)
    return f"{where}: {problem}"
