"""An import is whole or has not been: document, index and the running service together."""

import datetime as dt
from typing import Any

import pytest

from api.importing import HOW_TO_ADD, import_file
from api.service import NotReady, Opened
from api.settings import Settings
from api.wiring import STAMP, Wiring
from assistant import Request
from domain import BadInput, DiskFull, DocumentRefused, Edition, IndexDamaged, UnknownFramework

ASKED = "when is the first core group held?"
OURS = """# Standard 8: Child protection conferences

## Bottom lines

- {core_group}
- The chair speaks with the child before the conference begins.
"""
FIRST = "The first core group is held no later than eight working days after the conference."
SECOND = "The first core group is held no later than nine working days after the conference."


class FullDisk(Wiring):
    """A wiring whose disk has no room for an index."""

    def index(self, *_, **__):
        raise DiskFull("no room left.")


class NoRoomForStamp(Wiring):
    """A wiring in whose data folder no stamp can be written."""

    def index(self, *given, **named):
        index = super().index(*given, **named)
        for aside in self.settings.data.glob(".importing-*"):
            (aside / STAMP).mkdir()
        return index


@pytest.fixture
def document(tmp_path):
    """Write the authority's own document, with one core group rule or another."""

    def _document(core_group):
        path = tmp_path / "standards.md"
        path.write_text(OURS.format(core_group=core_group))
        return path

    return _document


def core_group(opened: Opened, framework: str = "exampleshire") -> tuple[str, Edition]:
    """What answers now, as text and edition."""
    best = opened.library.index.search(ASKED, framework=framework, limit=1)[0].statement
    return best.text, best.source.edition


def test_an_import_answers_in_place_of_the_digest(wire, tmp_path, document):
    """Word for word, from the source edition."""
    wiring = wire(tmp_path / "data")

    report = import_file(wiring, document(FIRST), "exampleshire").report

    assert report.source.edition is Edition.SOURCE
    assert core_group(wiring.open()) == (FIRST, Edition.SOURCE)


def test_a_second_import_takes_the_place_of_the_first(wire, tmp_path, document):
    """One document a framework."""
    wiring = wire(tmp_path / "data")
    import_file(wiring, document(FIRST), "exampleshire")

    import_file(wiring, document(SECOND), "exampleshire")

    texts = {s.text for s in wiring.open().library.index.statements.values()}
    assert SECOND in texts
    assert FIRST not in texts


def test_a_refused_document_leaves_the_import_before_it(wire, tmp_path, document):
    """And says so."""
    wiring = wire(tmp_path / "data")
    import_file(wiring, document(FIRST), "exampleshire")
    empty = tmp_path / "empty.pdf"
    empty.write_bytes(b"")

    with pytest.raises(DocumentRefused, match="unchanged"):
        import_file(wiring, empty, "exampleshire")

    assert core_group(wiring.open()) == (FIRST, Edition.SOURCE)


def test_a_damaged_import_is_told_and_cured_by_importing_again(wire, tmp_path, document):
    """The error says what to do, and that works."""
    wiring = wire(tmp_path / "data")
    import_file(wiring, document(FIRST), "exampleshire")
    (wiring.store / "exampleshire" / "statements.jsonl").write_text("{")

    with pytest.raises(IndexDamaged, match="Import the document again"):
        wiring.open()
    import_file(wiring, document(SECOND), "exampleshire")

    assert core_group(wiring.open()) == (SECOND, Edition.SOURCE)


def test_a_full_disk_at_index_time_leaves_everything_as_it_was(
    wire, tmp_path, document, embeddings
):
    """The document is put in place only when its index is there; nothing is left aside."""
    wiring = wire(tmp_path / "data")
    import_file(wiring, document(FIRST), "exampleshire")
    stamp, before = wiring.stamp(), sorted(wiring.settings.data.iterdir())
    full = FullDisk(settings=wiring.settings, loaded=embeddings)

    with pytest.raises(DiskFull):
        import_file(full, document(SECOND), "exampleshire")

    assert core_group(wiring.open()) == (FIRST, Edition.SOURCE)
    assert (wiring.stamp(), sorted(wiring.settings.data.iterdir())) == (stamp, before)


def test_a_running_service_notices_an_import(wire, tmp_path, document):
    """The old answers until the new is open."""
    data = tmp_path / "data"
    service = wire(data).service()
    service.start()
    service.wait()
    before = core_group(service.opened())

    import_file(wire(data), document(FIRST), "exampleshire")
    service.opened()
    service.wait()

    assert before[1] is Edition.DIGEST
    assert core_group(service.opened()) == (FIRST, Edition.SOURCE)


def test_imports_one_after_another_are_never_indexed_again_by_the_service(wire, tmp_path, document):
    """It opens what the imports have built, in whatever order they came."""
    data = tmp_path / "data"
    built: list[tuple[int, int]] = []
    wire(data).open()
    wiring = wire(data)
    service = wiring.service(lambda _: wiring.open(lambda *done: built.append(done)))
    service.start()
    service.wait()
    own: dict[str, Any] = {"authority": "My Council", "title": "Ours", "version": "V1"}

    for name, words in [("my-council", FIRST), ("a-council", FIRST), ("exampleshire", SECOND)]:
        import_file(wire(data), document(words), name, **own)
        service.opened()
    service.wait()

    assert built == []
    assert core_group(service.opened()) == (SECOND, Edition.SOURCE)
    assert core_group(service.opened(), "a-council") == (FIRST, Edition.SOURCE)


LITTLE = "# Parking\n\nThe car park behind the office is open to visitors all week.\n"
MANY = [f"Record the {name} of each child on the file." for name in "abcdefgh"]


def test_a_document_that_requires_nothing_is_refused(wire, tmp_path, document):
    """A leaflet is no framework; the import before it goes on answering."""
    wiring = wire(tmp_path / "data")
    import_file(wiring, document(FIRST), "exampleshire")
    leaflet = tmp_path / "leaflet.md"
    leaflet.write_text(LITTLE)

    with pytest.raises(DocumentRefused, match=r"only 1 statements .* --force .* unchanged"):
        import_file(wiring, leaflet, "exampleshire")
    kept = core_group(wiring.open())
    forced = import_file(wiring, leaflet, "exampleshire", force=True).report

    assert kept == (FIRST, Edition.SOURCE)
    assert forced.total == 1


def test_a_document_that_gives_far_less_than_the_one_before_is_refused(wire, tmp_path, document):
    """A few pages sent instead of the whole framework do not take its place unseen."""
    wiring = wire(tmp_path / "data")
    long = import_file(wiring, document("\n- ".join([FIRST, *MANY])), "exampleshire").report

    with pytest.raises(DocumentRefused, match=f"2 statements, .* would replace {long.total}"):
        import_file(wiring, document(SECOND), "exampleshire")
    kept = core_group(wiring.open())
    import_file(wiring, document(SECOND), "exampleshire", force=True)

    assert kept == (FIRST, Edition.SOURCE)
    assert core_group(wiring.open()) == (SECOND, Edition.SOURCE)


def test_a_conversation_outlives_an_import(wire, tmp_path, document):
    """Its id is still known when the index has been opened anew."""
    wiring = wire(tmp_path / "data")
    today = dt.date(2026, 1, 5)

    first = wiring.open().assistant.ask(Request(question="ICPC?"), today=today)
    import_file(wiring, document(FIRST), "exampleshire")

    second = wiring.open().assistant.ask(
        Request(question="exampleshire", conversation_id=first.conversation_id), today=today
    )

    assert second.turn == 2


def test_a_framework_of_ones_own_is_imported_with_its_description(wire, tmp_path, document):
    """Authority, title and version are kept with it."""
    wiring = wire(tmp_path / "data")

    import_file(
        wiring, document(FIRST), "my-council", authority="My Council", title="Ours", version="V1"
    )

    library = wiring.open().library
    framework = library.framework("my-council")
    assert (framework.authority, framework.document, framework.version) == (
        "My Council",
        "Ours",
        "V1",
    )
    assert core_group(wiring.open(), "my-council") == (FIRST, Edition.SOURCE)


def test_a_framework_of_ones_own_is_imported_again_without_it(wire, tmp_path, document):
    """What is known already need not be said."""
    wiring = wire(tmp_path / "data")
    own: dict[str, Any] = {"authority": "My Council", "title": "Ours", "version": "V1"}
    import_file(wiring, document(FIRST), "my-council", **own)

    report = import_file(wiring, document(SECOND), "my-council", version="V2").report

    assert (report.source.authority, report.source.version) == ("My Council", "V2")


def test_a_document_may_be_of_another_version_than_the_digest(wire, tmp_path, document):
    """Each citation names the version of the text it quotes."""
    wiring = wire(tmp_path / "data")

    import_file(wiring, document(FIRST), "exampleshire", version="V3, May 2026")

    statements = wiring.open().library.index.statements.values()
    versions = {s.source.edition: s.source.version for s in statements}
    assert versions == {Edition.DIGEST: "V2, May 2024", Edition.SOURCE: "V3, May 2026"}


def test_an_unknown_framework_is_told_how_to_add_one(wire, tmp_path, document):
    """Nothing is imported under a name that may be a slip."""
    with pytest.raises(UnknownFramework, match="exampleshire") as caught:
        import_file(wire(tmp_path / "data"), document(FIRST), "exampelshire")

    assert caught.value.__notes__ == [HOW_TO_ADD]


@pytest.mark.parametrize("name", ["../exampleshire", "My-Council", "a b", "", "-", "a/b", "vocab:"])
def test_an_id_that_cannot_name_a_folder_is_refused(wire, tmp_path, document, name):
    """Whatever is said beside it."""
    own: dict[str, Any] = {"authority": "My Council", "title": "Ours", "version": "V1"}

    with pytest.raises(BadInput, match="lower-case"):
        import_file(wire(tmp_path / "data"), document(FIRST), name, **own)


def test_the_index_is_not_built_again_for_the_same_statements(wire, tmp_path):
    """A second opening tells no progress."""
    data = tmp_path / "data"
    told: list[tuple[int, int]] = []
    wire(data).open(lambda *done: told.append(done))
    built = len(told)

    wire(data).open(lambda *done: told.append(done))

    assert built > 0
    assert len(told) == built


def test_the_index_of_an_import_is_the_one_that_is_opened(wire, tmp_path, document):
    """Also where another framework was imported before it, later in the alphabet."""
    wiring = wire(tmp_path / "data")
    own: dict[str, Any] = {"authority": "My Council", "title": "Ours", "version": "V1"}
    told: list[tuple[int, int]] = []
    import_file(wiring, document(FIRST), "my-council", **own)
    import_file(wiring, document(SECOND), "exampleshire")

    opened = wiring.open(lambda *done: told.append(done))

    assert told == []
    assert (wiring.settings.data / STAMP).read_text() == opened.library.index.key


def test_no_room_for_the_stamp_leaves_everything_as_it_was(wire, tmp_path, document, embeddings):
    """It is written before the document is put in place."""
    wiring = wire(tmp_path / "data")
    import_file(wiring, document(FIRST), "exampleshire")
    stamp = wiring.stamp()
    no_room = NoRoomForStamp(settings=wiring.settings, loaded=embeddings)

    with pytest.raises(OSError, match=STAMP):
        import_file(no_room, document(SECOND), "exampleshire")

    assert core_group(wiring.open()) == (FIRST, Edition.SOURCE)
    assert wiring.stamp() == stamp


def test_a_data_folder_that_is_a_file_is_told(wire, tmp_path):
    """The service stays up and says what it could not open."""
    data = tmp_path / "data"
    data.write_text("no folder")
    service = wire(data).service()
    service.start()
    service.wait()

    with pytest.raises(NotReady, match="could not be opened"):
        service.opened()


def test_a_default_framework_that_is_not_here_is_told(embeddings, tmp_path, writable_corpus):
    """At once, and not when somebody asks."""
    settings = Settings(data=tmp_path / "data", corpus=writable_corpus, framework="exampelshire")

    with pytest.raises(UnknownFramework, match="Known: exampleshire"):
        Wiring(settings=settings, loaded=embeddings).open()


def test_configured_closures_move_due_dates(wire, tmp_path):
    """The calendar is the settings' own."""
    closed = [{"day": dt.date(2026, 3, 4), "name": "Training day"}]

    calendar = wire(tmp_path / "data", closures=closed).open().library.calendar

    assert "Training day" in (calendar.why_closed(dt.date(2026, 3, 4)) or "")
