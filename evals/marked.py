"""Questions of which somebody has marked which statements answer them, and which do not.

Most are what a search comes up with: a question that is put to a framework, many of them written
for another, and the three statements of its digest that were nearest. A statement on which whoever
marked them wavered stands on neither side.

The judge that reads question and statement learns from `evals/marked/learn/`, which has besides
questions that were written for one statement. `evals/marked/decide/` is kept from it, so that what
decides by its word sees it as it is on questions that it does not know.

A file a framework, a line a question: `"who chairs it" = {yes = ["7.b2"], no = ["7.b1", "7.e4"]}`.
"""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, TypeAdapter

from domain import CorpusFault, Edition, statement_id
from ingest.corpus_file import read_toml


class _Marks(BaseModel):
    """The digest's names of statements that answer, and of those that do not."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    yes: tuple[str, ...]
    no: tuple[str, ...]


_FILE: TypeAdapter[dict[str, _Marks]] = TypeAdapter(dict[str, _Marks])


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A question put to a framework, and the ids of statements that do and do not answer it."""

    question: str
    framework: str
    yes: tuple[str, ...]
    no: tuple[str, ...]


def read_marked(folder: Path, known: Collection[str]) -> tuple[Marked, ...]:
    """Read every framework's file of a folder; `known` are the ids of the digests' statements.

    Raises CorpusFault, with every problem of the first faulty file.
    """
    return tuple(each for path in sorted(folder.glob("*.toml")) for each in _read(path, known))


def _read(path: Path, known: Collection[str]) -> tuple[Marked, ...]:
    file = f"{path.parent.name}/{path.name}"
    rows = read_toml(path, _FILE, file=file)
    marked = tuple(_named(path.stem, question, marks) for question, marks in rows.items())
    problems = [problem for each in marked for problem in _problems(each, known)]
    if problems:
        raise CorpusFault(file, problems)
    return marked


def _named(framework: str, question: str, marks: _Marks) -> Marked:
    yes, no = (
        tuple(statement_id(framework, Edition.DIGEST, name) for name in names)
        for names in (marks.yes, marks.no)
    )
    return Marked(question=question, framework=framework, yes=yes, no=no)


def _problems(marked: Marked, known: Collection[str]) -> list[str]:
    every = (*marked.yes, *marked.no)
    problems = [
        f"{marked.question!r}: there is no statement {id_!r}" for id_ in every if id_ not in known
    ]
    if not marked.question.strip():
        problems.append("an empty question")
    if not every:
        problems.append(f"{marked.question!r} has no statement")
    if len(set(every)) < len(every):
        problems.append(f"{marked.question!r} has one statement twice")
    return problems
