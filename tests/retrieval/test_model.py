"""The embedding model is the pinned one, is found here, and never fetched."""

import subprocess
import sys
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from langchain_core.embeddings import Embeddings
from langchain_huggingface import HuggingFaceEmbeddings

from domain import ModelRefused
from retrieval import LocalEmbeddings, load_embeddings
from retrieval.model import (
    PINNED_SHA256,
    QUESTIONS_KEPT,
    WEIGHTS,
    HalfPrecision,
    check_model,
    pinned_folder,
)


class Counting(Embeddings):
    """Counts what it is asked to embed."""

    def __init__(self) -> None:
        self.questions: list[str] = []

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        return [[float(len(text))] for text in texts]

    def embed_query(self, text: str) -> list[float]:
        self.questions.append(text)
        return [float(len(text))]


def test_vectors_are_of_unit_length(embeddings):
    """So that a dot product is a cosine."""
    vectors = np.array(embeddings.embed_documents(["Visit the child.", "Hold the review."]))

    assert np.linalg.norm(vectors, axis=1) == pytest.approx([1, 1], abs=1e-5)
    assert vectors.shape == (2, 384)


def test_the_installed_model_is_the_pinned_one():
    """Its weights have the pinned hash."""
    assert len(check_model(pinned_folder(), PINNED_SHA256)) == 64


def test_a_model_with_one_byte_changed_is_refused(tmp_path):
    """The message says which file and what to do."""
    weights = bytearray((pinned_folder() / WEIGHTS).read_bytes())
    weights[-1] ^= 1
    (tmp_path / WEIGHTS).write_bytes(weights)

    with pytest.raises(ModelRefused, match="Reinstall the package"):
        check_model(tmp_path, PINNED_SHA256)


def test_a_folder_without_weights_is_refused(tmp_path):
    """An empty folder is not a model."""
    with pytest.raises(ModelRefused, match=r"model\.safetensors"):
        load_embeddings(str(tmp_path))


def test_a_broken_model_folder_is_refused(tmp_path):
    """Weights that cannot be read are told, not raised through."""
    (tmp_path / WEIGHTS).write_bytes(b"not weights")
    (tmp_path / "config.json").write_text("{}")

    with pytest.raises(ModelRefused, match="cannot be loaded"):
        load_embeddings(str(tmp_path))


def test_a_name_that_is_not_here_is_refused_and_not_fetched():
    """Another model by name must be in the local cache."""
    with pytest.raises(ModelRefused, match="nothing is downloaded"):
        load_embeddings("nobody/no-such-model")


def test_the_key_tells_models_apart(tmp_path):
    """Other weights, or another configuration, are another model."""
    keys = []
    for name, weights, config in (("a", b"1", "{}"), ("b", b"2", "{}"), ("c", b"1", "[]")):
        folder = tmp_path / name
        folder.mkdir()
        (folder / WEIGHTS).write_bytes(weights)
        (folder / "config.json").write_text(config)
        keys.append(check_model(folder))

    assert all(one != other for one, other in combinations(keys, 2))


def test_a_question_is_embedded_once():
    """One turn searches the same words several times."""
    inner = Counting()
    embeddings = LocalEmbeddings(inner, "key")

    assert embeddings.embed_query("visits") == embeddings.embed_query("visits")
    assert inner.questions == ["visits"]


def test_only_the_latest_questions_are_kept():
    """A long-running service does not grow with every question."""
    inner = Counting()
    embeddings = LocalEmbeddings(inner, "key")
    for number in range(QUESTIONS_KEPT + 1):
        embeddings.embed_query(str(number))

    embeddings.embed_query("0")

    assert inner.questions.count("0") == 2


def test_importing_retrieval_does_not_load_the_model_libraries():
    """The command line's help must not wait for torch."""
    heavy = "{'torch', 'sentence_transformers', 'transformers', 'chromadb'}"
    code = f"import retrieval, sys; print(sorted({heavy} & set(sys.modules)))"

    found = subprocess.run(  # noqa: S603 - our own interpreter and our own words
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )

    assert found.stdout.strip() == "[]"


def test_half_precision_gives_the_same_vectors_for_all_that_matters():
    """On any processor; where it has no instructions for it, it is only slower."""
    texts = ["Hold the ICPC within 15 working days of the strategy discussion.", "See each child."]
    model = HuggingFaceEmbeddings(
        model=str(pinned_folder()),
        model_kwargs={"device": "cpu", "local_files_only": True},
        encode_kwargs={"normalize_embeddings": True},
    )
    whole = np.array(model.embed_documents(texts))
    halved = np.array(HalfPrecision(model).embed_documents(texts))

    assert (halved * whole).sum(axis=1) == pytest.approx([1.0, 1.0], abs=5e-3)
    assert np.linalg.norm(halved, axis=1) == pytest.approx([1.0, 1.0], abs=1e-5)
    assert HalfPrecision(model).embed_documents([]) == []
