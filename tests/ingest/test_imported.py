"""An import is kept whole with its report, or leaves everything as it was."""

import errno
import json
from hashlib import sha256
from pathlib import Path

import pytest

from domain import (
    DiskFull,
    DocumentHasNoText,
    DocumentRefused,
    Edition,
    Framework,
    IndexDamaged,
    IndexFault,
)
from ingest import import_document, load_imported, load_report
from ingest.store import write_through

FRAMEWORK = Framework(
    id="exampleshire", authority="Exampleshire", document="Standards", version="V2"
)
FIRST = "# Visits\n\n## Our bottom lines\n\n- We will see the child every ten days.\n"
SECOND = "# Visits\n\n## Our bottom lines\n\n- We will see the child every five days.\n"


@pytest.fixture
def bring(tmp_path):
    """Import these words into a store."""

    def bring_in(text, **others):
        path = tmp_path / "standards.md"
        path.write_text(text, encoding="utf-8")
        return import_document(path, FRAMEWORK, tmp_path / "store", **others)

    return bring_in


def everything(folder: Path) -> dict[Path, bytes]:
    return {
        path.relative_to(folder): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_an_import_gives_its_statements_and_its_report_back(tmp_path, bring):
    """What was imported is loaded word for word, as the source edition, with its report."""
    report = bring(FIRST)
    (statement,) = load_imported(tmp_path / "store")

    assert statement.text == "We will see the child every ten days."
    assert statement.source == FRAMEWORK.source(Edition.SOURCE)
    assert statement.line == 5
    assert load_report(tmp_path / "store", "exampleshire") == report
    assert report.total == 1
    assert report.file == "standards.md"


def test_the_file_itself_and_its_digest_are_kept(tmp_path, bring):
    """The store holds the file as it was, and its SHA-256."""
    bring(FIRST)
    home = tmp_path / "store/exampleshire"

    assert (home / "original.md").read_text(encoding="utf-8") == FIRST
    meta = json.loads((home / "meta.json").read_text(encoding="utf-8"))
    assert meta["sha256"] == sha256(FIRST.encode()).hexdigest()


def test_a_second_import_takes_the_place_of_the_first(tmp_path, bring):
    """One framework has one import, and no scraps of the one before."""
    bring(FIRST)
    bring(SECOND)

    assert [statement.text for statement in load_imported(tmp_path / "store")] == [
        "We will see the child every five days."
    ]
    assert [path.name for path in (tmp_path / "store").iterdir()] == ["exampleshire"]


def test_importing_twice_changes_no_byte(tmp_path, bring):
    """The same file gives the same store."""
    bring(FIRST)
    before = everything(tmp_path / "store")
    bring(FIRST)

    assert everything(tmp_path / "store") == before


@pytest.mark.parametrize("after", [0, 1, 2, 3])
@pytest.mark.parametrize(("code", "error"), [(errno.ENOSPC, DiskFull), (errno.EROFS, IndexFault)])
def test_a_disk_that_fails_leaves_the_import_before(tmp_path, bring, after, code, error):
    """Whichever file cannot be written, what was imported before is as it was."""
    bring(FIRST)
    before = everything(tmp_path / "store")
    written: list[Path] = []

    def failing(path, data):
        if len(written) == after:
            raise OSError(code, "refused")
        written.append(path)
        write_through(path, data)

    with pytest.raises(error, match="unchanged") as told:
        bring(SECOND, write=failing)

    assert type(told.value) is error
    assert everything(tmp_path / "store") == before
    assert [path.name for path in (tmp_path / "store").iterdir()] == ["exampleshire"]


def test_a_file_in_the_way_of_the_store_is_told(tmp_path, bring):
    """A data folder that cannot be made is an error with a way out."""
    (tmp_path / "store").write_text("in the way", encoding="utf-8")

    with pytest.raises(IndexFault, match="cannot be written"):
        bring(FIRST)


def test_a_refused_document_leaves_the_import_before(tmp_path, bring):
    """A bad file changes nothing."""
    bring(FIRST)
    before = everything(tmp_path / "store")

    with pytest.raises(DocumentRefused):
        bring("")

    assert everything(tmp_path / "store") == before


def test_a_document_without_statements_is_refused(bring):
    """A document that has words and no statement is no framework."""
    with pytest.raises(DocumentHasNoText, match="no statement"):
        bring("# Only a title\n")


def test_progress_is_told_step_by_step(bring):
    """A caller can show how far an import is."""
    told = []
    bring(FIRST, on_progress=lambda done, steps: told.append((done, steps)))

    assert told == [(1, 4), (2, 4), (3, 4), (4, 4)]


def test_an_empty_store_holds_nothing(tmp_path):
    """A store that was never made has no statements and no report."""
    assert load_imported(tmp_path / "store") == ()
    assert load_report(tmp_path / "store", "exampleshire") is None
    assert load_report(tmp_path / "store", "../elsewhere") is None


@pytest.mark.parametrize("file", ["statements.jsonl", "meta.json"])
def test_a_damaged_import_is_told(tmp_path, bring, file):
    """A store whose files are broken says so and what to do."""
    bring(FIRST)
    (tmp_path / "store/exampleshire" / file).write_text('{"half":', encoding="utf-8")

    with pytest.raises(IndexDamaged, match="Import the document again"):
        load_imported(tmp_path / "store")


def test_a_damaged_report_is_told(tmp_path, bring):
    """A report that is broken says so and what to do."""
    bring(FIRST)
    (tmp_path / "store/exampleshire/report.json").write_text("{}", encoding="utf-8")

    with pytest.raises(IndexDamaged, match="Import the document again"):
        load_report(tmp_path / "store", "exampleshire")
