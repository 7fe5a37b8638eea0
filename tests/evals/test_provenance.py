"""What a run says it was made with."""

from evals.gold import read_gold
from evals.provenance import PACKAGES, config_of, hash_of, revision, versions

QUESTION = """
[[question]]
id = "x-01"
question = "{}"
kind = "not_found"
split = "dev"
"""


def _questions(words: str):
    return read_gold(QUESTION.format(words), framework="x", file="x.toml")


def test_versions_of_what_is_installed_and_what_is_not():
    """Every package that a figure rests on is installed; one that nobody has is absent."""
    assert "absent" not in versions(PACKAGES).values()
    assert versions(["no-such-package-anywhere"]) == {"no-such-package-anywhere": "absent"}


def test_a_folder_without_git_has_no_revision(tmp_path):
    """A copy of the files is still evaluated."""
    assert revision(tmp_path) == "none"


def test_another_text_is_another_hash():
    """Twelve digits that change with the text."""
    one, other = hash_of({"a": "text", "b": "texts"}).values()
    assert len(one) == len(other) == 12
    assert one != other


def test_a_config_changes_with_the_questions():
    """One word of one question makes another hash; the settings given are kept."""
    one, other = (config_of(_questions(w), {"x": "text"}, split="dev") for w in ("a", "b"))
    assert one["split"] == "dev"
    assert one["questions"] == 1
    assert one["questions hash"] != other["questions hash"]
    assert one["documents"] == other["documents"]
