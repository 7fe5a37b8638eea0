"""Importing a document: read aside, indexed aside, put in place only when both have worked."""

import fcntl
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from api.far_less import refuse_far_less
from api.register_report import RegisterReport
from api.registers import load_registers
from api.service import Progress
from api.wiring import STAMP, Wiring, frameworks_of
from assistant import link_rules
from domain import BadInput, Framework, IndexDamaged, Statement, UnknownFramework
from ingest import Corpus, ImportReport, import_document, load_corpus, load_imported
from retrieval import Index

HOW_TO_ADD = (
    "To import a framework that is not in the corpus, give --authority, --title and "
    "--version as well."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What an import gave."""

    report: ImportReport
    register: RegisterReport


_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def import_file(
    wiring: Wiring,
    path: Path,
    framework_id: str,
    *,
    authority: str | None = None,
    title: str | None = None,
    version: str | None = None,
    on_progress: Progress | None = None,
    force: bool = False,
) -> Imported:
    """Import a framework's own document and index it; a running service notices.

    The document's title, authority and version are the corpus's unless given. One that
    yields far less than it should is refused, unless `force` is given. Raises
    BadInput, UnknownFramework, the DocumentRefused family, DiskFull and IndexFault; what
    was imported before is then unchanged.
    """
    corpus = load_corpus(wiring.settings.corpus)
    with _one_at_a_time(wiring.settings.data), _aside(wiring.settings.data) as aside:
        before = _imported(wiring.store, framework_id, aside / ".others")
        known = frameworks_of(corpus, before).get(framework_id)
        framework = described(framework_id, known, authority, title, version, corpus)
        report = import_document(path, framework, aside)
        others = tuple(s for s in before if s.source.framework != framework_id)
        new = load_imported(aside)
        if not force:
            refuse_far_less(report, new, len(before) - len(others))
        index = wiring.index(corpus, (*others, *new), on_progress)
        # Written before anything is moved: where there is no room for it, nothing has changed.
        stamp = aside / STAMP
        stamp.write_text(index.key, encoding="utf-8")
        _put_in_place(aside / framework_id, wiring.store / framework_id)
        stamp.replace(wiring.settings.data / STAMP)
        register = _register(corpus, new, index, framework_id)
        index.close()
    return Imported(report=report, register=register)


def _register(
    corpus: Corpus, imported: tuple[Statement, ...], index: Index, framework_id: str
) -> RegisterReport:
    rules = load_registers(corpus, {statement.id for statement in imported}).rules
    own = {name: rule for name, rule in rules.items() if rule.framework == framework_id}
    return RegisterReport(links=tuple(link_rules(own, index).values()))


def described(
    framework_id: str,
    known: Framework | None,
    authority: str | None,
    title: str | None,
    version: str | None,
    corpus: Corpus,
) -> Framework:
    """The framework to import for: known, or fully described by the user.

    Raises BadInput for an id that cannot name a folder, and UnknownFramework.
    """
    if not _ID.fullmatch(framework_id):
        raise BadInput(
            "framework",
            f"{framework_id!r} cannot be a framework's id: use lower-case letters, digits "
            "and hyphens, as in my-council.",
        )
    if known is not None:
        return replace(
            known,
            authority=authority or known.authority,
            document=title or known.document,
            version=version or known.version,
        )
    if not (authority and title and version):
        unknown = UnknownFramework(framework_id, corpus.frameworks)
        unknown.add_note(HOW_TO_ADD)
        raise unknown
    return Framework(id=framework_id, authority=authority, document=title, version=version)


def _imported(store: Path, framework_id: str, links: Path) -> tuple[Statement, ...]:
    """What is imported; a damaged import that is about to be replaced counts for nothing."""
    try:
        return load_imported(store)
    except IndexDamaged:
        links.mkdir()
        for home in store.iterdir():
            if home.name != framework_id:
                (links / home.name).symlink_to(home.resolve())
        return load_imported(links)


@contextmanager
def _one_at_a_time(data: Path) -> Iterator[None]:
    """Hold the data folder's lock, so that two imports do not cross."""
    data.mkdir(parents=True, exist_ok=True)
    with (data / "import.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@contextmanager
def _aside(data: Path) -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix=".importing-", dir=data))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _put_in_place(new: Path, home: Path) -> None:
    """Swap a finished import for the one before; a failure puts that one back."""
    home.parent.mkdir(parents=True, exist_ok=True)
    before = new.with_name(f"{new.name}.before")
    if home.exists():
        home.rename(before)
    try:
        new.rename(home)
    except OSError:
        if before.exists():
            before.rename(home)
        raise
