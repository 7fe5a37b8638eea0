"""A TOML file of the corpus or of the evals, held to the shape that it must have."""

import tomllib
from pathlib import Path
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from domain import CorpusFault

ShapeT = TypeVar("ShapeT")


def read_toml(path: Path, shape: TypeAdapter[ShapeT], *, file: str) -> ShapeT:
    """Read a file that must have a shape; `file` is what it is called in a fault.

    Raises CorpusFault with everything that is wrong with the shape.
    """
    try:
        return shape.validate_python(tomllib.loads(path.read_text(encoding="utf-8")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CorpusFault(file, [f"is not TOML in UTF-8: {error}"]) from error
    except ValidationError as error:
        told = [f"{'.'.join(map(str, each['loc']))}: {each['msg']}" for each in error.errors()]
        raise CorpusFault(file, told) from error
