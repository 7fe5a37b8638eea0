"""The index on disk: built whole or not at all, verified when opened, mended when damaged."""

import json
import shutil
import threading
from errno import ENOSPC
from pathlib import Path

import pytest
from chromadb.errors import InternalError
from langchain_core.embeddings import Embeddings

from domain import DiskFull, Edition, IndexDamaged, IndexFault
from retrieval import ensure_index, index_key, open_index
from retrieval.locks import own, release, wait_to_own
from retrieval.remembered import REMEMBERED
from tests.retrieval.making import VOCABULARY, fake_embeddings, make_index, statement

STATEMENTS = [
    statement("1.b1", "Visit the child at home every four weeks."),
    statement("1.b2", "Write the visit up within 3 working days."),
    statement("2.b1", "Hold the conference within 15 working days.", page=4, principle="Safety"),
]


class Tripping(Embeddings):
    """Embeddings that fail, as a full disk or a stopped process would make them."""

    def __init__(self, error: BaseException) -> None:
        self.error = error

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        assert texts
        raise self.error

    def embed_query(self, text: str) -> list[float]:
        raise AssertionError(text)


def home_of(folder: Path) -> Path:
    return folder / index_key(STATEMENTS, VOCABULARY, {}, {}, "fake")


def names(folder: Path) -> set[str]:
    """The indexes and leftovers in a folder; remembered vectors are neither."""
    return {each.name for each in folder.iterdir()} - {REMEMBERED}


def reopen(folder: Path):
    return open_index(home_of(folder), VOCABULARY, fake_embeddings())


def test_an_index_gives_back_exactly_the_statements_it_was_built_of(tmp_path):
    """Every field survives the disk."""
    make_index(STATEMENTS, tmp_path).close()

    index = reopen(tmp_path)

    assert list(index.statements.values()) == STATEMENTS
    index.close()


def test_line_separators_in_a_statement_survive_the_disk(tmp_path):
    """A Unicode line separator does not cut a row in two."""
    odd = [statement("1.b1", "Visit\u2028weekly \x85 and “alone”.")]

    make_index(odd, tmp_path).close()
    index = make_index(odd, tmp_path)

    assert list(index.statements.values()) == odd
    index.close()


def test_an_index_is_built_once_and_then_opened(tmp_path):
    """The second time nothing is embedded."""
    told = []
    make_index(STATEMENTS, tmp_path, on_progress=lambda done, of: told.append((done, of))).close()
    assert told[-1] == (3, 3)

    again = make_index(STATEMENTS, tmp_path, Tripping(AssertionError("embedded again")))

    assert again.key == home_of(tmp_path).name
    again.close()


@pytest.mark.parametrize(
    ("statements", "vocabulary", "views", "asked", "model_key"),
    [
        (STATEMENTS[:2], VOCABULARY, {}, {}, "fake"),
        (
            [statement("1.b1", "Visit the child at home every five weeks.")],
            VOCABULARY,
            {},
            {},
            "fake",
        ),
        (STATEMENTS, type(VOCABULARY)(concepts=VOCABULARY.concepts[:1], events=()), {}, {}, "fake"),
        (STATEMENTS, VOCABULARY, {STATEMENTS[0].id: ("how often do i go",)}, {}, "fake"),
        (STATEMENTS, VOCABULARY, {}, {"exampleshire:visit": ("seen, next by",)}, "fake"),
        (STATEMENTS, VOCABULARY, {}, {}, "another model"),
    ],
    ids=["statements", "words", "vocabulary", "views", "asked", "model"],
)
def test_the_key_changes_with_whatever_the_index_is_made_of(
    statements, vocabulary, views, asked, model_key
):
    """Statements, their words, the vocabulary, all questions and the model are in the key."""
    assert index_key(statements, vocabulary, views, asked, model_key) != index_key(
        STATEMENTS, VOCABULARY, {}, {}, "fake"
    )


def test_the_order_in_which_frameworks_are_given_makes_no_other_index(tmp_path):
    """Corpus and imports may be put together in any order; nothing is built twice for it."""
    others = [
        statement("1.b1", "Visit weekly.", framework="otherton"),
        statement("z", "Visit the child every month.", edition=Edition.SOURCE),
    ]
    make_index([*STATEMENTS, *others], tmp_path).close()

    again = make_index(
        [*reversed(others), *STATEMENTS], tmp_path, Tripping(AssertionError("embedded again"))
    )

    assert list(again.statements.values()) == [*STATEMENTS, others[1], others[0]]
    again.close()


def test_the_order_within_a_document_is_the_index_s_too():
    """A section is listed as its document has it, so another order is another index."""
    turned = list(reversed(STATEMENTS))

    assert index_key(turned, VOCABULARY, {}, {}, "fake") != index_key(
        STATEMENTS, VOCABULARY, {}, {}, "fake"
    )


def test_an_older_index_is_removed_after_the_new_one_answers(tmp_path):
    """One index is left."""
    make_index(STATEMENTS[:2], tmp_path).close()

    index = make_index(STATEMENTS, tmp_path)

    assert names(tmp_path) == {index.key}
    index.close()


def test_an_older_index_that_is_open_is_left_and_still_answers(tmp_path):
    """A service keeps its index until it lets go of it."""
    older = make_index(STATEMENTS[:2], tmp_path)

    newer = make_index(STATEMENTS, tmp_path)

    assert names(tmp_path) == {older.key, newer.key}
    assert older.search("visit the child", framework="exampleshire")
    older.close()
    newer.close()


def test_an_index_lets_go_when_nothing_refers_to_it_any_more(tmp_path):
    """A service that swaps its index need not close the old one by hand."""
    home = tmp_path / make_index(STATEMENTS, tmp_path).key
    owned = threading.Event()

    def waits() -> None:
        release(wait_to_own(home))
        owned.set()

    threading.Thread(target=waits, daemon=True).start()

    assert owned.wait(10)


def test_other_files_in_the_folder_are_left_alone(tmp_path):
    """Only what is an index, or was to become one, is ever removed."""
    (tmp_path / "notes").mkdir()
    (tmp_path / "readme.txt").write_text("mine")
    (tmp_path / ".building-left-by-a-crash").mkdir()

    index = make_index(STATEMENTS, tmp_path)

    assert names(tmp_path) == {"notes", "readme.txt", index.key}
    index.close()


def test_a_folder_that_another_builder_is_writing_is_left_alone(tmp_path):
    """Two builders do not remove each other's work."""
    theirs = tmp_path / ".building-by-another"
    theirs.mkdir()
    handle = own(theirs)
    assert handle is not None

    make_index(STATEMENTS, tmp_path).close()

    assert theirs.is_dir()
    release(handle)


def damage_cut_chroma(home: Path) -> None:
    file = home / "chroma" / "chroma.sqlite3"
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 3])


def damage_empty_chroma(home: Path) -> None:
    (home / "chroma" / "chroma.sqlite3").write_bytes(b"")


def damage_garbage_chroma(home: Path) -> None:
    (home / "chroma" / "chroma.sqlite3").write_bytes(b"not a database" * 1000)


def damage_no_chroma(home: Path) -> None:
    shutil.rmtree(home / "chroma")


def damage_no_bm25(home: Path) -> None:
    shutil.rmtree(home / "bm25")


def damage_one_bm25_file(home: Path) -> None:
    (home / "bm25" / "data.csc.index.npy").unlink()


def damage_cut_bm25(home: Path) -> None:
    file = home / "bm25" / "indices.csc.index.npy"
    file.write_bytes(file.read_bytes()[:-8])


def damage_bm25_vocabulary(home: Path) -> None:
    (home / "bm25" / "vocab.index.json").write_text("{")


def damage_garbage_manifest(home: Path) -> None:
    (home / "manifest.json").write_text("}{")


def damage_foreign_manifest(home: Path) -> None:
    (home / "manifest.json").write_text("[]")


def damage_no_manifest(home: Path) -> None:
    (home / "manifest.json").unlink()


def damage_other_format(home: Path) -> None:
    manifest = json.loads((home / "manifest.json").read_text())
    (home / "manifest.json").write_text(json.dumps(manifest | {"format": 0}))


def damage_garbage_statements(home: Path) -> None:
    (home / "statements.jsonl").write_bytes(b"\xff\xfe garbage")


def damage_one_word_of_a_statement(home: Path) -> None:
    file = home / "statements.jsonl"
    file.write_bytes(file.read_bytes().replace(b"15 working", b"45 working"))


def damage_everything(home: Path) -> None:
    shutil.rmtree(home)
    home.mkdir()


DAMAGES = [each for name, each in sorted(globals().items()) if name.startswith("damage_")]


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda each: each.__name__)
def test_a_damaged_index_is_told_when_opened_and_then_built_anew(tmp_path, damage):
    """No damage passes for an index, and none needs a person to mend it."""
    make_index(STATEMENTS, tmp_path).close()
    damage(home_of(tmp_path))

    with pytest.raises(IndexDamaged):
        reopen(tmp_path)
    index = make_index(STATEMENTS, tmp_path)

    assert index.search("visit", framework="exampleshire")
    assert names(tmp_path) == {index.key}
    index.close()


def test_an_index_of_other_statements_is_damage(tmp_path):
    """A vector store that was swapped for another index's is noticed."""
    other = make_index([statement("9.b9", "Something else.")], tmp_path / "other")
    other.close()
    make_index(STATEMENTS, tmp_path / "mine").close()
    home = home_of(tmp_path / "mine")
    shutil.rmtree(home / "chroma")
    shutil.copytree(tmp_path / "other" / other.key / "chroma", home / "chroma")

    with pytest.raises(IndexDamaged):
        reopen(tmp_path / "mine")


@pytest.mark.parametrize(
    "error",
    [
        OSError(ENOSPC, "No space left on device"),
        RuntimeError("error returned from database: (code: 13) database or disk is full"),
    ],
    ids=["system", "sqlite"],
)
def test_a_full_disk_is_told_and_the_earlier_index_still_opens(tmp_path, error):
    """Nothing half-written stays behind."""
    make_index(STATEMENTS, tmp_path).close()

    with pytest.raises(DiskFull, match="Free some space"):
        make_index([*STATEMENTS, statement("new", "New text")], tmp_path, Tripping(error))

    assert names(tmp_path) == {home_of(tmp_path).name}
    index = reopen(tmp_path)
    assert index.search("visit", framework="exampleshire")
    index.close()


COMPACTION = InternalError("Error in compaction: Failed to apply logs to the hnsw segment writer")


def test_a_full_disk_that_chroma_does_not_name_is_told(tmp_path, monkeypatch):
    """What is left on the disk tells it."""
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=300_000))

    with pytest.raises(DiskFull, match="no room left"):
        make_index(STATEMENTS, tmp_path, Tripping(COMPACTION))

    assert names(tmp_path) == set()


def test_what_chroma_raises_with_room_left_is_told_with_what_to_do(tmp_path):
    """No error of a library reaches the user raw."""
    with pytest.raises(IndexFault, match="plumbline index") as caught:
        make_index(STATEMENTS, tmp_path, Tripping(COMPACTION))

    assert not isinstance(caught.value, DiskFull)
    assert names(tmp_path) == set()


def test_an_index_that_is_written_but_finds_no_room_to_open_is_told(tmp_path, monkeypatch):
    """Chroma writes a little when it opens, and names that a full disk as seldom."""
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=0))

    def no_room(*_, **__):
        raise IndexDamaged("no vector store to read")

    monkeypatch.setattr("retrieval.storage.open_index", no_room)

    with pytest.raises(DiskFull, match="no room left"):
        make_index(STATEMENTS, tmp_path)


def test_damage_under_an_open_index_is_mended_when_it_is_next_opened(tmp_path):
    """What was verified at opening goes on answering, and the next to open builds it anew."""
    index = make_index(STATEMENTS, tmp_path)
    before = index.search("visit", framework="exampleshire")
    damage_garbage_chroma(home_of(tmp_path))

    assert index.search("visit", framework="exampleshire") == before
    index.close()
    anew = make_index(STATEMENTS, tmp_path)

    assert anew.search("visit", framework="exampleshire")
    anew.close()


def test_a_folder_that_cannot_be_written_is_told(tmp_path):
    """A file where the index folder should be: the message names the place."""
    (tmp_path / "index").write_text("in the way")

    with pytest.raises(IndexFault, match="data directory"):
        make_index(STATEMENTS, tmp_path / "index")


def test_a_build_that_is_stopped_leaves_nothing_behind(tmp_path):
    """Ctrl-C in the middle of a build is as if it had never begun."""
    with pytest.raises(KeyboardInterrupt):
        make_index(STATEMENTS, tmp_path, Tripping(KeyboardInterrupt()))

    assert names(tmp_path) == set()


def test_no_statements_are_refused(tmp_path):
    """An empty corpus is a fault to tell, not an index that finds nothing."""
    with pytest.raises(IndexFault, match="no statements"):
        make_index([], tmp_path)


def test_two_statements_of_one_id_are_refused(tmp_path):
    """A citation must lead to one statement."""
    with pytest.raises(IndexFault, match=r"exampleshire:digest:1\.b1"):
        make_index([STATEMENTS[0], STATEMENTS[0]], tmp_path)


def test_builders_at_the_same_moment_all_get_a_whole_index(tmp_path):
    """Several threads build the same index; each gets one that answers, one is kept."""
    found: list[int] = []

    def build() -> None:
        index = ensure_index(
            STATEMENTS,
            VOCABULARY,
            embeddings=fake_embeddings(),
            model_key="fake",
            folder=tmp_path,
        )
        found.append(len(index.search("visit", framework="exampleshire")))
        index.close()

    threads = [threading.Thread(target=build) for _ in range(4)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()

    assert found == [3, 3, 3, 3]
    assert names(tmp_path) == {home_of(tmp_path).name}


def test_editions_of_one_framework_stand_beside_each_other(tmp_path):
    """The imported document answers where there is one; the digest stays in the index."""
    both = [*STATEMENTS, statement("abc", "Visit children weekly.", edition=Edition.SOURCE)]

    index = make_index(both, tmp_path)

    assert index.answering == {"exampleshire": Edition.SOURCE}
    assert set(index.statements) == {each.id for each in both}
    index.close()
