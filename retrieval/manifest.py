"""The manifest of an index: what was written, so that damage is seen before it is read.

Native code reads some of these files and would take the whole process down with a broken
one, so every file's hash is compared first. SQLite's own file may change when it is only
read; SQLite checks that one.
"""

import json
from hashlib import file_digest
from pathlib import Path

from domain import IndexDamaged
from retrieval.vectors import DATABASE

FORMAT = 4
"""Raised by one whenever what is written or embedded changes."""

MANIFEST = "manifest.json"
VECTORS = "chroma"
GRAPH_SAVED = "index_metadata.pickle"


def write_manifest(home: Path, key: str, statements: int) -> None:
    """Write down an index folder's files; the last thing written, so its presence says whole."""
    manifest = {
        "format": FORMAT,
        "key": key,
        "statements": statements,
        "files": {name: _sha256(home / name) for name in _files(home)},
    }
    (home / MANIFEST).write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")


def check_manifest(home: Path) -> int:
    """Return how many statements the index holds.

    Raises IndexDamaged when it is unfinished, of another format, or a file has changed.
    """
    try:
        manifest = json.loads((home / MANIFEST).read_text(encoding="utf-8"))
        if manifest["format"] != FORMAT or manifest["key"] != home.name:
            raise IndexDamaged(f"the index in {str(home)!r} is of another format or key")
        for name, expected in manifest["files"].items():
            if _sha256(home / name) != expected:
                raise IndexDamaged(f"{name} of the index in {str(home)!r} has changed")
        return int(manifest["statements"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise IndexDamaged(f"the index in {str(home)!r} cannot be read: {error}") from error


def _files(home: Path) -> list[str]:
    return sorted(
        str(file.relative_to(home))
        for file in home.rglob("*")
        if file.is_file() and not file.name.startswith(DATABASE) and not _placeholder(file, home)
    )


def _placeholder(file: Path, home: Path) -> bool:
    """Say whether Chroma will write this file anew: a graph of one vector is never saved."""
    in_graph = file.parent.parent == home / VECTORS
    return in_graph and not (file.parent / GRAPH_SAVED).is_file()


def _sha256(file: Path) -> str:
    with file.open("rb") as stream:
        return file_digest(stream, "sha256").hexdigest()
