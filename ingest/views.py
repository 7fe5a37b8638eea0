"""Views: the questions that a statement answers, in practitioners' words, kept beside its digest.

A statement is found through its views as well as through its own words; what is shown is always
the statement. `views/*.toml` has a line a statement: `"3.b1" = ["do I have to see them alone"]`.
"""

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from pydantic import TypeAdapter

from domain import CorpusFault, Edition, statement_id
from ingest.corpus_file import read_toml

MOST, MOST_OF_TIME = 4, 8
"""Questions a statement and a timescale; more would let one crowd out its neighbours."""

_FILE: TypeAdapter[dict[str, tuple[str, ...]]] = TypeAdapter(dict[str, tuple[str, ...]])


def read_views(
    folder: Path, framework: str, known: Collection[str]
) -> Mapping[str, tuple[str, ...]]:
    """Read every `*.toml` file of a views folder: digest statement id to its questions.

    `known` are the ids of the digest's statements. Raises CorpusFault, with every problem of the
    first faulty file.
    """
    views: dict[str, tuple[str, ...]] = {}
    for path in sorted(folder.glob("*.toml")):
        file = f"{framework}/{folder.name}/{path.name}"
        rows = read_toml(path, _FILE, file=file)
        own = {statement_id(framework, Edition.DIGEST, name): each for name, each in rows.items()}
        problems = [
            *(f"there is no statement {id_!r} in the digest" for id_ in own if id_ not in known),
            *(f"{id_!r} has its views in another file already" for id_ in own if id_ in views),
            *(problem for name, each in rows.items() for problem in _problems(name, each, MOST)),
        ]
        if problems:
            raise CorpusFault(file, problems)
        views |= own
    return views


def read_asked(path: Path, framework: str) -> Mapping[str, tuple[str, ...]]:
    """Read the questions that ask for the timescales of a framework's register: rule id to them.

    A line a rule: `"icpc" = ["strat was, conference by when"]`; no file is an empty one. Whether
    there is such a rule is for who reads the register. Raises CorpusFault.
    """
    file = f"{framework}/{path.name}"
    rows = read_toml(path, _FILE, file=file)
    problems = [
        problem for name, each in rows.items() for problem in _problems(name, each, MOST_OF_TIME)
    ]
    if problems:
        raise CorpusFault(file, problems)
    return {f"{framework}:{name}": questions for name, questions in rows.items()}


def _problems(name: str, questions: tuple[str, ...], most: int) -> Iterator[str]:
    if not 0 < len(questions) <= most:
        yield f"{name!r} has {len(questions)} views: it must have 1 to {most}"
    if any(not each.strip() for each in questions):
        yield f"{name!r} has an empty view"
    if len({each.casefold() for each in questions}) < len(questions):
        yield f"{name!r} has one view twice"
