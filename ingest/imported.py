"""A user's own document: read, turned into statements, and kept whole with its report."""

import json
from collections.abc import Callable
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path

from domain import DocumentHasNoText, Edition, Framework
from ingest.readers import SIZE_LIMIT, read_bounded, read_bytes
from ingest.report import ImportReport, report_of
from ingest.statements import statements_of
from ingest.store import (
    META,
    REPORT,
    STATEMENTS,
    Write,
    put_in_store,
    statement_lines,
    write_through,
)

Progress = Callable[[int, int], None]
"""Called with the steps that are done, and all steps."""

STEPS = 4


def import_document(
    path: Path,
    framework: Framework,
    store: Path,
    on_progress: Progress | None = None,
    *,
    limit: int = SIZE_LIMIT,
    write: Write = write_through,
) -> ImportReport:
    """Import a framework's own document into `store`, in place of an earlier import.

    Args:
        path: the file.
        framework: whose document it is.
        store: the folder of imports; made if it is not there.
        on_progress: told after each step.
        limit: the most bytes that the file may have.
        write: writes one file; an argument so that a failing disk can be tested.

    Returns:
        the report: what was found, mended, doubted and left out.

    Raises:
        DocumentRefused: the file cannot be imported, or gives no statements.
        DiskFull: there is no room. What was imported before is unchanged, here and always.
        IndexFault: the folder cannot be written.
    """
    tell = on_progress or (lambda _done, _all: None)
    data = read_bounded(path, limit)
    tell(1, STEPS)
    document = read_bytes(data, path.name)
    tell(2, STEPS)
    source = framework.source(Edition.SOURCE)
    statements, met = statements_of(document, source)
    if not statements:
        do = "Check that it is the framework itself and not a cover, a form or a scan."
        raise DocumentHasNoText(path.name, "no statement was found in it", do)
    report = report_of(source, path.name, statements, (*document.findings, *met))
    tell(3, STEPS)
    meta = {
        "source": asdict(source),
        "also_called": list(framework.also_called),
        "counts_event_day": framework.counts_event_day,
        "file": path.name,
        "sha256": sha256(data).hexdigest(),
        "pages": document.pages,
    }
    files = {
        STATEMENTS: statement_lines(statements),
        REPORT: report.as_json().encode(),
        META: json.dumps(meta, ensure_ascii=False, indent=1).encode(),
        f"original{path.suffix.lower()}": data,
    }
    put_in_store(store, framework.id, files, write)
    tell(4, STEPS)
    return report
