"""The known faults of a framework's document: corpus/<framework>/faults.toml."""

import tomllib
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from domain import CorpusFault


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
