"""The shipped corpus, loaded: frameworks, the statements of their digests, vocabulary, registers.

Timescale registers are handed on as text: what their rules mean is not this package's to know.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Self, TypeVar

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, model_validator

from domain import (
    Aspect,
    Concept,
    ConceptKind,
    CorpusFault,
    Edition,
    Event,
    Fault,
    FaultKind,
    Framework,
    Statement,
    Vocabulary,
    statement_id,
)
from ingest.corpus_file import read_text, read_toml
from ingest.digest import read_digest
from ingest.views import read_asked, read_views

FRAMEWORK_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """Everything in corpus/ that other packages build on."""

    frameworks: Mapping[str, Framework]
    statements: tuple[Statement, ...]
    vocabulary: Vocabulary
    registers: Mapping[str, tuple[str, str]]
    """Framework id to (file name, TOML text) of its timescales, where it has any."""

    faults: Mapping[str, tuple[Fault, ...]] = field(default_factory=dict)
    """By framework id: what is known to be wrong in its document."""

    views: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Digest statement id to the questions that it answers, in practitioners' words."""

    asked: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Rule id to questions that ask for the timescale, in practitioners' words."""

    floors: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Instrument id to (file name, TOML text) of the law's minimum, from statutory/."""


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class _FrameworkFile(_File):
    authority: str = Field(min_length=1)
    document: str = Field(min_length=1)
    version: str = Field(min_length=1)
    also_called: tuple[str, ...] = ()
    counts_event_day: bool = False


class _FaultRow(_File):
    kind: FaultKind
    text: str = Field(min_length=1)
    statements: tuple[str, ...] = ()


class _FaultsFile(_File):
    fault: tuple[_FaultRow, ...] = ()


_Phrase = Annotated[str, Field(pattern=r"^[\w£@#][\w£@#*'&/-]*( [\w£@#][\w£@#*'&/-]*)*$")]
"""Words with one space between, and "*" for any ending."""


class _ConceptRow(_File):
    name: str = Field(min_length=1)
    forms: tuple[str, ...] = ()
    kind: ConceptKind = ConceptKind.IDEA
    says: dict[str, str] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _says_what_it_is_called(self) -> Self:
        for framework, word in self.says.items():
            if word not in (self.name, *self.forms):
                raise ValueError(f"{framework} says {word!r}, which is no form of {self.name!r}")
        return self


class _TermsFile(_File):
    concept: tuple[_ConceptRow, ...] = ()


class _EventRow(_File):
    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    name: str = Field(min_length=1)
    phrases: tuple[str, ...] = ()
    narrows: str | None = None
    where: tuple[str, ...] = ()


class _EventsFile(_File):
    event: tuple[_EventRow, ...] = ()


class _AspectRow(_File):
    name: str = Field(min_length=1)
    asked: tuple[_Phrase, ...] = Field(min_length=1)
    said: tuple[_Phrase, ...] = Field(min_length=1)


class _AspectsFile(_File):
    aspect: tuple[_AspectRow, ...] = ()


FileT = TypeVar("FileT", bound=_File)


def load_corpus(folder: Path) -> Corpus:
    """Load every framework folder and the vocabulary under `folder`.

    A framework is a folder with a framework.toml; its digest and its register may be missing.
    Raises CorpusFault for the first file that breaks its schema.
    """
    if not folder.is_dir():
        raise CorpusFault(str(folder), ["there is no such folder; set where the corpus is"])
    homes = sorted(path.parent for path in folder.glob("*/framework.toml"))
    frameworks = {home.name: _framework(home) for home in homes}
    registers = {
        home.name: (f"{home.name}/timescales.toml", _text(home / "timescales.toml"))
        for home in homes
        if (home / "timescales.toml").is_file()
    }
    statements = tuple(
        statement
        for home in homes
        for statement in read_digest(home / "digest", frameworks[home.name].source(Edition.DIGEST))
    )
    known = frozenset(statement.id for statement in statements)
    return Corpus(
        frameworks=frameworks,
        statements=statements,
        vocabulary=_vocabulary(folder / "vocabulary"),
        registers=registers,
        faults={home.name: _faults(home) for home in homes},
        views={
            id_: questions
            for home in homes
            for id_, questions in read_views(home / "views", home.name, known).items()
        },
        asked={
            id_: questions
            for home in homes
            for id_, questions in read_asked(home / "asked.toml", home.name).items()
        },
        floors={
            path.stem: (f"statutory/{path.name}", _text(path))
            for path in sorted((folder / "statutory").glob("*.toml"))
        },
    )


def _framework(home: Path) -> Framework:
    if not FRAMEWORK_ID.fullmatch(home.name):
        raise CorpusFault(
            f"{home.name}/framework.toml",
            [f"the folder name {home.name!r} must be lower case, digits and hyphens"],
        )
    read = _checked(home / "framework.toml", _FrameworkFile)
    return Framework(
        id=home.name,
        authority=read.authority,
        document=read.document,
        version=read.version,
        also_called=read.also_called,
        counts_event_day=read.counts_event_day,
    )


def _faults(home: Path) -> tuple[Fault, ...]:
    rows = _checked(home / "faults.toml", _FaultsFile).fault
    return tuple(
        Fault(
            kind=row.kind,
            text=row.text,
            statements=tuple(
                statement_id(home.name, Edition.DIGEST, name) for name in row.statements
            ),
        )
        for row in rows
    )


def _vocabulary(home: Path) -> Vocabulary:
    terms = _checked(home / "terms.toml", _TermsFile).concept
    events = _checked(home / "events.toml", _EventsFile).event
    aspects = _checked(home / "aspects.toml", _AspectsFile).aspect
    _refuse_repeats("vocabulary/aspects.toml", [row.name for row in aspects])
    _refuse_repeats("vocabulary/terms.toml", [row.name for row in terms])
    _refuse_repeats("vocabulary/events.toml", [row.id for row in events])
    _refuse_clashes("vocabulary/terms.toml", {row.name: {row.name, *row.forms} for row in terms})
    _refuse_clashes("vocabulary/events.toml", {row.id: set(row.phrases) for row in events})
    return Vocabulary(
        concepts=tuple(
            Concept(name=row.name, forms=row.forms, kind=row.kind, says=row.says) for row in terms
        ),
        events=tuple(
            Event(
                id=row.id,
                name=row.name,
                phrases=tuple(map(str.lower, row.phrases)),
                narrows=row.narrows,
                where=tuple(map(str.lower, row.where)),
            )
            for row in events
        ),
        aspects=tuple(Aspect(name=row.name, asked=row.asked, said=row.said) for row in aspects),
    )


def _refuse_repeats(file: str, names: list[str]) -> None:
    repeated = sorted({name for name in names if names.count(name) > 1})
    if repeated:
        raise CorpusFault(file, [f"{name!r} stands more than once" for name in repeated])


def _refuse_clashes(file: str, wordings: Mapping[str, Collection[str]]) -> None:
    """Words that stand under two ideas would make one search of two."""
    owners: dict[str, list[str]] = {}
    for owner, words in wordings.items():
        for word in sorted({" ".join(word.lower().replace("-", " ").split()) for word in words}):
            owners.setdefault(word, []).append(owner)
    clashes = [
        f"{word!r} stands under {' and '.join(map(repr, both))}: it may stand under one only"
        for word, both in owners.items()
        if len(both) > 1
    ]
    if clashes:
        raise CorpusFault(file, clashes)


def _checked(path: Path, shape: type[FileT]) -> FileT:
    return read_toml(path, TypeAdapter(shape), file=_called(path))


def _text(path: Path) -> str:
    return read_text(path, file=_called(path))


def _called(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"
