"""Vectors that were worked out before are not worked out again."""

import numpy as np
import pytest
from langchain_core.embeddings import Embeddings

from retrieval.remembered import (
    RememberingEmbeddings,
    read_remembered,
    write_remembered,
)


class Counting(Embeddings):
    """Embeds a text as its length, and keeps what it was asked."""

    def __init__(self):
        self.asked = []

    def embed_documents(self, texts):
        self.asked += texts
        return [[float(len(text)), 1.0] for text in texts]

    def embed_query(self, text):
        return [float(len(text)), 0.0]


def _embedded(file, texts, model="m"):
    inner = Counting()
    remembering = RememberingEmbeddings(inner, read_remembered(file, model))
    vectors = remembering.embed_documents(texts)
    write_remembered(file, model, remembering.used)
    return vectors, inner.asked


def test_only_new_texts_are_asked_of_the_model(tmp_path):
    """A second build embeds what is new, and gives the same vectors in the same order."""
    file = tmp_path / "embedded.npz"
    assert _embedded(file, ["a", "bb", "a"]) == ([[1, 1], [2, 1], [1, 1]], ["a", "bb"])

    assert _embedded(file, ["bb", "ccc", "a"]) == ([[2, 1], [3, 1], [1, 1]], ["ccc"])


def test_a_text_that_was_embedded_in_an_earlier_call_is_not_asked_again():
    """A statement's vector is wanted three times while an index is built."""
    inner = Counting()
    remembering = RememberingEmbeddings(inner, {})
    remembering.embed_documents(["a", "bb"])

    assert remembering.embed_documents(["bb", "ccc"]) == [[2, 1], [3, 1]]
    assert inner.asked == ["a", "bb", "ccc"]


def test_what_is_no_longer_used_is_forgotten(tmp_path):
    """The file holds the vectors of the last build only."""
    file = tmp_path / "embedded.npz"
    _embedded(file, ["a", "bb"])
    _embedded(file, ["bb"])

    assert len(read_remembered(file, "m")) == 1


def test_another_models_vectors_are_not_used(tmp_path):
    """Vectors of two models do not mix."""
    file = tmp_path / "embedded.npz"
    _embedded(file, ["a"])

    assert _embedded(file, ["a"], model="other")[1] == ["a"]


@pytest.mark.parametrize("damage", [b"", b"nonsense", None])
def test_a_broken_file_costs_time_and_nothing_else(tmp_path, damage):
    """Empty, garbage or cut short: everything is embedded again."""
    file = tmp_path / "embedded.npz"
    _embedded(file, ["a", "bb"])
    file.write_bytes(file.read_bytes()[:-40] if damage is None else damage)

    assert _embedded(file, ["a"])[1] == ["a"]


def test_changed_bytes_are_seen(tmp_path):
    """The file's own checksums tell a vector that is not what was written."""
    file = tmp_path / "embedded.npz"
    _embedded(file, ["a"])
    whole = file.read_bytes()
    at = whole.index(np.asarray([1.0, 1.0], np.float32).tobytes())
    file.write_bytes(whole[:at] + b"\x07" + whole[at + 1 :])

    assert read_remembered(file, "m") == {}


def test_a_question_goes_to_the_model():
    """Only statements are remembered."""
    assert RememberingEmbeddings(Counting(), {}).embed_query("abc") == [3.0, 0.0]
