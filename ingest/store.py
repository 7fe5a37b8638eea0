"""Imports on disk: one folder a framework, written aside and put in place whole.

`statements.jsonl` holds a statement a line, `report.json` the import report, `meta.json` the
framework, the file's name and its SHA-256, `original<suffix>` the imported file itself.
"""

import errno
import json
import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from domain import DiskFull, Edition, IndexDamaged, IndexFault, Source, Statement, Strength
from ingest.report import ImportReport

FRAMEWORK_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
STATEMENTS, REPORT, META = "statements.jsonl", "report.json", "meta.json"
FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})

Write = Callable[[Path, bytes], None]


def write_through(path: Path, data: bytes) -> None:
    """Write a file and wait until the disk has it."""
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def put_in_store(
    store: Path, framework: str, files: Mapping[str, bytes], write: Write = write_through
) -> None:
    """Put an import in place of the one before it, or leave that one exactly as it was.

    Raises DiskFull where there is no room, IndexFault where the folder cannot be written.
    """
    aside: Path | None = None
    try:
        store.mkdir(parents=True, exist_ok=True)
        aside = Path(tempfile.mkdtemp(prefix=f".{framework}-new-", dir=store))
        for name, data in files.items():
            write(aside / name, data)
        _swap(aside, store / framework)
    except OSError as error:
        raise _told(error, store) from error
    finally:
        if aside is not None:
            shutil.rmtree(aside, ignore_errors=True)


def load_imported(store: Path) -> tuple[Statement, ...]:
    """Load the statements of every import, by framework id and then in document order.

    Raises IndexDamaged for an import whose files do not hold what they should.
    """
    return tuple(statement for home in _homes(store) for statement in _statements(home))


def load_report(store: Path, framework: str) -> ImportReport | None:
    """Load the report of a framework's import; None where nothing was imported for it."""
    home = store / framework
    if not FRAMEWORK_ID.fullmatch(framework) or not home.is_dir():
        return None
    try:
        return ImportReport.from_json((home / REPORT).read_text(encoding="utf-8"))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise _damaged(home) from error


def statement_lines(statements: Sequence[Statement]) -> bytes:
    """Write statements as JSON Lines; their common source stands in meta.json."""
    lines = []
    for statement in statements:
        row = asdict(statement)
        del row["source"]
        lines.append(json.dumps(row, ensure_ascii=False))
    return ("\n".join(lines) + "\n").encode()


def _swap(aside: Path, home: Path) -> None:
    """Rename the new import into place; if that fails, the one before goes back."""
    before = aside.with_name(f"{aside.name}-before")
    replaces = home.exists()
    if replaces:
        home.rename(before)
    try:
        aside.rename(home)
    except OSError:
        if replaces:
            before.rename(home)
        raise
    shutil.rmtree(before, ignore_errors=True)


def _told(error: OSError, store: Path) -> IndexFault:
    unchanged = "What was imported before is unchanged."
    if error.errno in FULL:
        return DiskFull(f"there is no room in {store}. Make room and import again. {unchanged}")
    return IndexFault(
        f"{store} cannot be written ({error.strerror}). Check its permissions. {unchanged}"
    )


def _homes(store: Path) -> list[Path]:
    if not store.is_dir():
        return []
    return sorted(home for home in store.iterdir() if FRAMEWORK_ID.fullmatch(home.name))


def _statements(home: Path) -> Iterator[Statement]:
    try:
        meta = json.loads((home / META).read_text(encoding="utf-8"))
        source = Source(**{**meta["source"], "edition": Edition(meta["source"]["edition"])})
        for line in (home / STATEMENTS).read_text(encoding="utf-8").split("\n"):
            if line:
                yield _statement(json.loads(line), source)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise _damaged(home) from error


def _statement(row: dict[str, object], source: Source) -> Statement:
    section = row["section"]
    if not isinstance(section, list):
        raise TypeError("a section is a list of headings")
    return Statement(
        **{**row, "section": tuple(section), "strength": Strength(str(row["strength"]))},  # type: ignore[arg-type]  # a wrong field raises TypeError, which is told
        source=source,
    )


def _damaged(home: Path) -> IndexDamaged:
    return IndexDamaged(
        f"the import of {home.name!r} in {home.parent} is damaged. Import the document again."
    )
