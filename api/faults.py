"""The known faults of a framework's document: corpus/<framework>/faults.toml."""

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from domain import CorpusFault, Edition, Statement, statement_id
from retrieval import Index

TOLD = frozenset({"contradiction", "misplaced", "repeated"})
"""The kinds that a reader of a quotation must know; the others concern the document as a whole."""


class Fault(BaseModel):
    """One thing that is wrong in a document, in our own words."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: str = Field(min_length=1)
    text: str = Field(min_length=1)
    statements: tuple[str, ...] = ()
    """Names of the digest statements concerned."""


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    fault: tuple[Fault, ...] = ()


def load_faults(corpus: Path, framework: str) -> tuple[Fault, ...]:
    """Read a framework's known faults; none where it has no such file.

    Raises CorpusFault for a file that breaks the schema.
    """
    path = corpus / framework / "faults.toml"
    if not path.is_file():
        return ()
    file = f"{framework}/faults.toml"
    try:
        return _File.model_validate(tomllib.loads(path.read_text(encoding="utf-8"))).fault
    except ValidationError as error:
        problems = [
            f"{'.'.join(str(part) for part in fault['loc'])}: {fault['msg']}"
            for fault in error.errors()
        ]
        raise CorpusFault(file, problems) from None
    except ValueError as error:  # TOMLDecodeError and UnicodeDecodeError are both one
        raise CorpusFault(file, [str(error)]) from None


def told_beside(
    faults: Mapping[str, tuple[Fault, ...]], index: Index
) -> dict[str, tuple[str, ...]]:
    """By statement id, of the digest and of an imported document: the faults to tell beside it.

    Raises CorpusFault for a fault that names a statement the digest does not hold.
    """
    found: dict[str, tuple[str, ...]] = {}
    for framework, known in faults.items():
        for fault in (each for each in known if each.kind in TOLD):
            for statement in _concerned(framework, fault, index):
                found[statement.id] = (*found.get(statement.id, ()), fault.text)
    return found


def _concerned(framework: str, fault: Fault, index: Index) -> Iterator[Statement]:
    for name in fault.statements:
        digest = index.statements.get(statement_id(framework, Edition.DIGEST, name))
        if digest is None:
            raise CorpusFault(f"{framework}/faults.toml", [f"there is no statement {name!r}"])
        yield digest
        if source := index.counterpart(digest, None):
            yield source
