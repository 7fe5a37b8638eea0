"""Everything that can be made of every section of every framework, and what is measured of it.

Every section with duties gets an agenda of 30 minutes and a set of reflective questions, the
models, audiences and levels taking turns so that each meets every framework.
"""

import datetime as dt
import json
import random
import re
import time
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from langchain_core.embeddings import Embeddings
from pydantic import BaseModel, ConfigDict

from assistant import (
    Library,
    ReflectionAsked,
    SupervisionAsked,
    SupervisionSet,
    reflection,
    sections_of,
    supervision,
)
from domain import BadInput, CorpusFault, time_figures
from evals.material import ROOT
from evals.metrics import percentile, share
from evals.tables import Table, percent
from materials import Item
from prompts import practice

READ = ROOT / "evals" / "made_questions.toml"
DRAWN = 100
SEED = 1208
TODAY = dt.date(2026, 1, 5)
ALIKE = 0.92
"""Cosine of two questions of one set from which they would be heard as the same question."""

REACH = 0.8

_NUMBER = re.compile(r"\d+")
_SCALE = frozenset({"0", "10"})
"""The ends of a scale: the model's own, and no figure of a framework."""

_RESIDUE = re.compile(r"[${}]|\bNone\b|\s\s|\s[,.?]|\?\?")
_YES_NO = re.compile(
    r"(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|must)\b", re.I
)
_CAPITAL = re.compile(r"(?<![.?!:“]\s)(?<![.?!:“]\s\s)(?<!^)\b[A-Z][\w'’]+")
_OURS = frozenset({"Social", "GGRRAAACCEEESSS"})
"""Capitals of the stems' own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeSet:
    """One set and what it was made for."""

    framework: str
    section: str
    kind: str
    items: tuple[Item, ...]
    seconds: float
    touched: int = 0
    of: int = 0
    left: int = 0


class Read(BaseModel):
    """One made question, as a person read it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: str
    framework: str
    section: str
    statements: tuple[str, ...]
    usable: bool | None = None
    why: str = ""


def make_all(library: Library) -> Iterator[MadeSet]:
    """Every set, in the order of the frameworks and their sections."""
    words = practice()
    place = 0
    for name in sorted(library.index.answering):
        for section in sections_of(library, library.framework(name)):
            model = words.models_of("supervision")[place % len(words.models_of("supervision"))]
            asked = SupervisionAsked(framework=name, work=section, model=model.id, minutes=30)
            if (agenda := _agenda(library, asked)) is not None:
                yield agenda
            theirs = words.models_of("reflection")
            wanted = ReflectionAsked(
                framework=name,
                topic=section,
                audience=words.audiences[place % len(words.audiences)].id,
                level=words.levels[place % len(words.levels)].id,
                model=theirs[place % len(theirs)].id,
            )
            if (questions := _questions(library, wanted)) is not None:
                yield questions
            place += 1


def _agenda(library: Library, asked: SupervisionAsked) -> MadeSet | None:
    try:
        supervision(library, asked, today=TODAY)
        began = time.perf_counter()
        made: SupervisionSet = supervision(library, asked, today=TODAY)
    except BadInput:
        return None
    return MadeSet(
        framework=asked.framework,
        section=asked.work,
        kind=f"agenda ({made.model.id})",
        items=made.agenda.items,
        seconds=time.perf_counter() - began,
        touched=made.agenda.touched,
        of=made.agenda.of,
        left=len(made.agenda.left),
    )


def _questions(library: Library, asked: ReflectionAsked) -> MadeSet | None:
    try:
        reflection(library, asked, today=TODAY)
        began = time.perf_counter()
        made = reflection(library, asked, today=TODAY)
    except BadInput:
        return None
    return MadeSet(
        framework=asked.framework,
        section=asked.topic,
        kind=f"questions ({made.model.id}, {asked.level}, {asked.audience})",
        items=made.items,
        seconds=time.perf_counter() - began,
    )


def faults_of(item: Item, framework: str) -> list[str]:
    """What is wrong with one question, as far as a program can tell."""
    faults = []
    evidence = " ".join(s.quotation for s in item.statements)
    if not item.statements or any(s.source.framework != framework for s in item.statements):
        faults.append("cites no statement of its framework")
    if item.own:
        return (
            faults if item.text == item.statements[0].text else [*faults, "is not quoted exactly"]
        )
    known = set(time_figures(evidence))
    faults += [f"figure {f!r} has no evidence" for f in time_figures(item.text) if f not in known]
    numbers = set(_NUMBER.findall(evidence)) | _SCALE
    faults += [
        f"number {n} has no evidence" for n in _NUMBER.findall(item.text) if n not in numbers
    ]
    own = {word.lower() for word in re.findall(r"[\w'’]+", evidence)}
    faults += [
        f"name {word!r} has no evidence"
        for word in _CAPITAL.findall(re.sub(r"“[^”]*”", "“ ", item.text))
        if word.lower() not in own and word not in _OURS
    ]
    asks = re.sub(r"“[^”]*”", "“”", item.text)
    if not item.text.endswith("?") or asks.count("?") != 1:
        faults.append("is not one question")
    if _RESIDUE.search(asks):
        faults.append("has residue of a slot")
    if _YES_NO.match(re.split(r"[.,:] ", asks)[-1]) and "what" not in asks.lower():
        faults.append("can be answered by yes or no")
    return faults


def closest(items: Sequence[Item], embeddings: Embeddings) -> float:
    """The greatest likeness between two questions of a set."""
    if len(items) < 2:
        return 0.0
    vectors = np.asarray(embeddings.embed_documents([item.text for item in items]))
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    likeness = vectors @ vectors.T - 2 * np.eye(len(items))
    return float(likeness.max())


def draw(sets: Iterable[MadeSet]) -> list[Read]:
    """A hundred made questions, drawn at random and always the same."""
    made = [(each, item) for each in sets for item in each.items if not item.own]
    drawn = random.Random(SEED).sample(made, min(DRAWN, len(made)))  # noqa: S311 not for secrets
    return [
        Read(
            text=item.text,
            framework=each.framework,
            section=each.section,
            statements=tuple(s.id.rpartition(":")[2] for s in item.statements[:1]),
        )
        for each, item in drawn
    ]


def load_read(file: Path = READ) -> tuple[Read, ...]:
    """The questions that were read, with the verdict on each; raises CorpusFault."""
    try:
        rows = tomllib.loads(file.read_text("utf-8")).get("question", [])
        return tuple(Read.model_validate(row) for row in rows)
    except ValueError as error:
        raise CorpusFault(file.name, [str(error)]) from error


def made_tables(sets: Sequence[MadeSet], embeddings: Embeddings) -> tuple[Table, ...]:
    """The measures, a line a framework, and what the reading found."""
    rows = []
    for name in sorted({each.framework for each in sets}):
        own = [each for each in sets if each.framework == name]
        rows.append(_row(name, own, embeddings))
    return (
        Table(
            title="Made of every section",
            headings=(
                "framework",
                "sets",
                "questions",
                "faults",
                "closest two",
                f"sets with two over {ALIKE}",
                "agendas reaching 80% of the musts",
                "agendas silent on what is left",
                "p95 ms",
            ),
            rows=tuple(rows),
        ),
        _reading(sets),
    )


def _row(name: str, own: Sequence[MadeSet], embeddings: Embeddings) -> tuple[str, ...]:
    near = [closest(each.items, embeddings) for each in own]
    agendas = [each for each in own if each.of]
    faults = sum(bool(faults_of(i, name)) for each in own for i in each.items)
    reach = sum(each.touched >= REACH * each.of for each in agendas)
    silent = sum(each.touched + each.left != each.of for each in agendas)
    return (
        name,
        str(len(own)),
        str(sum(len(each.items) for each in own)),
        str(faults),
        f"{max(near):.2f}",
        str(sum(each > ALIKE for each in near)),
        f"{reach} of {len(agendas)}",
        str(silent),
        f"{1000 * percentile([each.seconds for each in own], 95):.0f}",
    )


def _reading(sets: Sequence[MadeSet]) -> Table:
    """How the hundred that were read were judged, and whether they are still what is made."""
    read = load_read()
    now = {each.text for each in draw(sets)}
    return Table(
        title="Read one by one",
        headings=("read", "usable as they stand", "still drawn"),
        rows=(
            (
                str(len(read)),
                percent(share(bool(each.usable) for each in read)) if read else "none read",
                str(sum(each.text in now for each in read)),
            ),
        ),
    )


def as_toml(drawn: Iterable[Read]) -> str:
    """Drawn questions as the tables of `made_questions.toml`, to be read and judged."""
    return "\n".join(
        f"[[question]]\n"
        f"text = {json.dumps(each.text, ensure_ascii=False)}\n"
        f"framework = {json.dumps(each.framework)}\n"
        f"section = {json.dumps(each.section, ensure_ascii=False)}\n"
        f"statements = {json.dumps(list(each.statements))}\n"
        for each in drawn
    )
