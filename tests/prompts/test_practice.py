"""The families of questions: as shipped, and what the loader refuses."""

from importlib.resources import files

import pytest

from prompts import BadPractice, practice, read_practice
from prompts.practice import PRACTICE_FILES


@pytest.fixture
def texts():
    """The shipped files' texts."""
    folder = files("prompts") / "practice"
    return {name: (folder / f"{name}.toml").read_text("utf-8") for name in PRACTICE_FILES}


def test_what_is_shipped_fits_together():
    """Every move of a model has a stem of each form, and every name is known."""
    assert practice().models


def test_no_framework_is_named(texts, corpus_folder):
    """The families are for any framework."""
    names = [home.parent.name for home in corpus_folder.glob("*/framework.toml")]
    shipped = "\n".join(texts.values()).lower()

    assert not [name for name in names if name.partition("-")[0] in shipped]


@pytest.mark.parametrize("said", ["CP", "cp plan", "Child protection", "child-protection"])
def test_a_kind_of_work_is_known_by_what_people_call_it(said):
    """Whatever its capitals."""
    found = practice().work(said)

    assert found is not None
    assert found.id == "child-protection"


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        ("stems", "", "[[stem]", "not TOML"),
        ("stems", 'form = "do"', 'form = "dance"', "form"),
        ("stems", "${do}", "${dont}", "a do stem has"),
        ("stems", "what gets in the way?", "what gets in the way.", "a stem is a question"),
        ("stems", 'move = "scale"', 'move = "weigh"', "no stem has the moves"),
        ("stems", 'purposes = ["voice"]', 'purposes = ["noise"]', "noise"),
        ("models", 'id = "kolb"', 'id = "gibbs"', "an id stands twice"),
        ("work", "last_core_group", "last_party", "last_party"),
        ("purposes", "default = true", "", "one purpose is the default"),
        ("audiences", 'whom = "us"', "", "whom"),
    ],
)
def test_a_slip_is_told(texts, file, old, new, told):
    """With what is wrong, when the file is read."""
    changed = texts[file].replace(old, new) if old else new

    with pytest.raises(BadPractice, match=told):
        read_practice(texts | {file: changed})
