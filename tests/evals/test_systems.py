"""The baselines on small texts: real search, no model."""

from itertools import chain

import pytest
from langchain_core.embeddings import DeterministicFakeEmbedding

from evals.systems import build_afternoon, chunks_of, keywords, open_afternoon

TEXTS = {
    "x": "\n\n".join(
        f"{topic} has a rule of its own. " + "Nothing else is said. " * 30
        for topic in ("Visiting", "Recording", "Supervision", "Placement")
    ),
    "y": "Visiting is what this framework is about.",
}


def test_chunks_are_no_longer_than_a_thousand_characters():
    """Every word is in some chunk, and no chunk is longer than tutorials make them."""
    chunks = chunks_of(TEXTS["x"])
    assert max(map(len, chunks)) <= 1000
    assert set(TEXTS["x"].split()) == set(chain.from_iterable(c.split() for c in chunks))


def test_keywords_find_the_chunk_that_has_the_word():
    """Best first, from the framework that was asked, and no more than were asked for."""
    find = keywords(TEXTS)
    assert find("supervision rule", "x", 1)[0].startswith("Supervision")
    assert find("visiting", "y", 10) == (TEXTS["y"],)
    assert len(find("rule", "x", 2)) == 2


def test_keywords_find_nothing_where_no_word_is_shared():
    """A chunk without any of the words is not a result."""
    assert keywords(TEXTS)("lanyard colour", "x", 5) == ()


@pytest.fixture
def fake() -> DeterministicFakeEmbedding:
    """A vector for each text, the same each time; a chunk is nearest to itself."""
    return DeterministicFakeEmbedding(size=16)


def test_afternoon_finds_the_nearest_chunk_of_the_framework(tmp_path, fake):
    """The chunk itself is the nearest to its own words, and only its framework is searched."""
    build_afternoon(TEXTS, fake, tmp_path / "chroma")
    find = open_afternoon(TEXTS, fake, tmp_path / "chroma")
    third = chunks_of(TEXTS["x"])[2]
    assert find(third, "x", 1) == (third,)
    assert find(third, "y", 5) == (TEXTS["y"],)


def test_afternoon_is_built_once(tmp_path, fake):
    """A second build adds nothing to what the first has finished."""
    for _ in range(2):
        build_afternoon(TEXTS, fake, tmp_path / "chroma")
    find = open_afternoon(TEXTS, fake, tmp_path / "chroma")
    assert sorted(find("anything", "x", 50)) == sorted(chunks_of(TEXTS["x"]))
