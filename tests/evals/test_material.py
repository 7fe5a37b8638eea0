"""Where a run's texts come from."""

from pathlib import Path

from evals.material import (
    DOCUMENTS,
    ROOT,
    documents_folder,
    find_documents,
    read_digests,
    read_documents,
)


def test_the_documents_are_as_given_or_as_the_environment_says(monkeypatch):
    """A folder that is named on the command line wins; without any, the one beside the checkout."""
    monkeypatch.delenv(DOCUMENTS, raising=False)
    assert documents_folder() == ROOT.parent / "shared" / "documents"
    monkeypatch.setenv(DOCUMENTS, "elsewhere")
    assert documents_folder() == Path("elsewhere")
    assert documents_folder(Path("given")) == Path("given")


def test_only_texts_of_known_frameworks_are_found(tmp_path):
    """A framework nobody knows, or a file that is no text, is left alone."""
    for name in ("a.txt", "b.md", "c.pdf", "unknown.txt"):
        (tmp_path / name).write_text(f"text of {name}\n")
    found = find_documents(tmp_path, ["a", "b", "c"])
    assert found == {"a": tmp_path / "a.txt", "b": tmp_path / "b.md"}
    assert read_documents(found) == {"a": "text of a.txt\n", "b": "text of b.md\n"}


def test_a_folder_that_is_not_there_holds_nothing(tmp_path):
    """No documents is not an error: the shipped digests can still be asked."""
    assert find_documents(tmp_path / "absent", ["a"]) == {}


def test_digests_are_read_in_the_order_of_their_names(tmp_path):
    """One text a framework; a framework without a digest has none."""
    for name, text in (("a/digest/02.md", "second"), ("a/digest/01.md", "first")):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    (tmp_path / "b").mkdir()
    (tmp_path / "README.md").write_text("about")
    assert read_digests(tmp_path) == {"a": "first\n\nsecond"}
