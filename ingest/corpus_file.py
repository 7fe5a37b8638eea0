"""A file of the corpus or of the evals: its text, or the shape that its TOML must have."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from domain import CorpusFault

ShapeT = TypeVar("ShapeT")


def read_text(path: Path, *, file: str) -> str:
    """Read a file's text; `file` is what it is called in a fault. Raises CorpusFault."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise CorpusFault(file, [f"is not UTF-8 text: {error.reason}"]) from error


def read_toml(path: Path, shape: TypeAdapter[ShapeT], *, file: str) -> ShapeT:
    """Read a TOML file into its shape; a file that is not there is an empty one.

    Raises CorpusFault with everything that is wrong with the shape.
    """
    try:
        held = tomllib.loads(read_text(path, file=file)) if path.is_file() else {}
        return shape.validate_python(held)
    except tomllib.TOMLDecodeError as error:
        raise CorpusFault(file, [f"is not TOML: {error}"]) from error
    except ValidationError as error:
        raise CorpusFault(file, [_told(problem) for problem in error.errors()]) from error


def _told(problem: Mapping[str, object]) -> str:
    """Say one pydantic error in a line, with the way to the field."""
    at = problem["loc"]
    where = ".".join(map(str, at)) if isinstance(at, tuple) else str(at)
    return f"{where}: {problem['msg']}"
