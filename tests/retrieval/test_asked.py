"""Timescales are found by the questions that ask for them."""

import numpy as np
import pytest

from domain import IndexDamaged
from retrieval import Judges
from retrieval.asked import ASKED, TIMESCALES_READ, Asked, open_asked, write_asked
from tests.retrieval.making import fake_embeddings, make_index, statement

STATEMENTS = [statement("1.b1", "Visit the child at home.")]

RULES = {
    "exampleshire:icpc": (
        "Initial conference held, the strategy discussion",
        "police and health agreed it is a 47, when do we all sit down with the family",
    ),
    "exampleshire:dental": ("Dentist seen, the date of birth", "teeth checked by when"),
    "otherton:icpc": ("Initial conference held, the strategy discussion",),
}


def test_the_nearest_timescale_in_meaning_comes_first(tmp_path, embeddings):
    """Not a word of it need stand in the question."""
    index = make_index(STATEMENTS, tmp_path, embeddings, asked=RULES)
    own = {"exampleshire:icpc", "exampleshire:dental"}

    found = index.timescales("officers rang and we decided on a 47, meeting with parents?", own)

    assert [id_ for id_, _ in found] == ["exampleshire:icpc", "exampleshire:dental"]
    assert found[0][1] > found[1][1] + 0.1
    index.close()


def test_only_those_that_are_asked_among_are_told(tmp_path, embeddings):
    """Another framework's has the very same words; one that was never indexed is in none."""
    index = make_index(STATEMENTS, tmp_path, embeddings, asked=RULES)

    found = index.timescales(RULES["otherton:icpc"][0], {"otherton:icpc", "otherton:new"})

    assert [id_ for id_, _ in found] == ["otherton:icpc"]
    index.close()


def test_an_index_without_timescales_has_none(tmp_path):
    """As for a corpus without a register."""
    index = make_index(STATEMENTS, tmp_path)

    assert index.timescales("when is it due", {"exampleshire:icpc"}) == ()
    index.close()


def test_how_near_is_the_mean_of_its_description_and_its_nearest_question():
    """A description alone counts twice."""
    asked = Asked(
        ids=("a", "a", "a", "b"),
        matrix=np.array([[0.2, 0], [0.4, 0], [0.8, 0], [0.5, 0]], np.float32),
        described={"a": "", "b": ""},
    )

    near = asked.nearest(np.array([1, 0], np.float32), {"a", "b"})

    assert dict(near) == {"a": pytest.approx(0.5), "b": pytest.approx(0.5)}


def refuse(question, texts):
    """Judge no statement: none is asked for."""
    raise AssertionError((question, texts))


def test_what_is_read_comes_nearer_or_less_near(tmp_path):
    """The description of a timescale is read, and not the questions that ask for it."""
    read = []

    def judge(question, texts):
        read.append((question, tuple(texts)))
        return [4.0 if "Dentist" in text else -9.0 for text in texts]

    plain = make_index(STATEMENTS, tmp_path, asked=RULES)
    before = dict(plain.timescales("when", RULES))
    plain.close()
    index = make_index(
        STATEMENTS, tmp_path, asked=RULES, judges=Judges(statements=refuse, timescales=judge)
    )

    after = dict(index.timescales("when", RULES))

    assert {question for question, _ in read} == {"when"}
    assert sorted(read[0][1]) == sorted(texts[0] for texts in RULES.values())
    assert after["exampleshire:dental"] == pytest.approx(before["exampleshire:dental"] + 0.1)
    assert after["exampleshire:icpc"] == pytest.approx(before["exampleshire:icpc"] - 0.1)
    index.close()


def test_those_too_far_to_be_read_come_last(tmp_path):
    """What the judge did not read is not nearer for it."""
    many = {f"exampleshire:{n:02}": (f"Visit {n}",) for n in range(TIMESCALES_READ + 3)}
    judges = Judges(statements=refuse, timescales=lambda _, texts: [0.0 for _ in texts])
    index = make_index(STATEMENTS, tmp_path, asked=many, judges=judges)
    plain = index._asked.nearest(np.array(fake_embeddings().embed_query("when"), np.float32), many)

    found = index.timescales("when", many)

    assert [id_ for id_, _ in found] == [id_ for id_, _ in plain]
    assert found[-1][1] == pytest.approx(plain[-1][1] - 0.1)
    index.close()


@pytest.mark.parametrize("data", [b"", b"no zip", None], ids=["empty", "other", "gone"])
def test_a_damaged_file_is_told(tmp_path, data):
    """Nothing is found with half of it."""
    write_asked(RULES, fake_embeddings(), tmp_path)
    (tmp_path / ASKED).unlink()
    if data is not None:
        (tmp_path / ASKED).write_bytes(data)

    with pytest.raises(IndexDamaged, match="asked"):
        open_asked(tmp_path)


@pytest.mark.parametrize(
    ("vectors", "described", "told"), [(1, 2, "a vector for each"), (2, 1, "describe each")]
)
def test_a_file_that_lacks_something_is_told(tmp_path, vectors, described, told):
    """Each text has a vector, and each timescale a description."""
    np.savez(
        tmp_path / ASKED,
        ids=np.array(["a", "b"]),
        vectors=np.zeros((vectors, 4)),
        described=np.array(["what"] * described),
    )

    with pytest.raises(IndexDamaged, match=told):
        open_asked(tmp_path)
