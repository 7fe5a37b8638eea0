"""A cross-encoder of one's own choice, which reads the best again and has a say in their order.

The judge says whether a statement answers, and tells less well than the ranker which of two does it
better. Who has a larger model may name it: its order and the ranker's count alike.
"""

import json
from collections.abc import Sequence
from pathlib import Path

from domain import ModelRefused
from retrieval.judge import Judge
from retrieval.model import model_folder, prepare_libraries
from retrieval.model_thread import in_turn

READ_AGAIN = 12
"""Statements, best first, that it reads."""


def load_cross_encoder(model: str) -> Judge:
    """Load a sentence-transformers cross-encoder, by folder or by cached name, for any thread.

    Raises ModelRefused when it is not on this machine, and for one that was not trained to tell
    how well two texts go together, as an embedding model was not.
    """
    folder = model_folder(model)
    _check(folder)
    prepare_libraries()
    from sentence_transformers import CrossEncoder

    try:
        loaded = CrossEncoder(str(folder), device="cpu", num_labels=1, local_files_only=True)
        loaded.predict([("is it read", "it is read")], show_progress_bar=False)
    except Exception as error:  # each library under it has errors of its own
        raise ModelRefused(
            f"the cross-encoder in {str(folder)!r} cannot be used: {error}. Name another, or leave "
            "the setting out."
        ) from error

    def read(question: str, texts: Sequence[str]) -> list[float]:
        pairs = [(question, text) for text in texts]
        found = in_turn(lambda: loaded.predict(pairs, show_progress_bar=False))
        return [float(each) for each in found]

    return read


def _check(folder: Path) -> None:
    """The library would put a new last layer on any other model, and order by chance."""
    try:
        kinds = json.loads((folder / "config.json").read_text("utf-8"))["architectures"]
    except (OSError, ValueError, KeyError) as error:
        kinds, why = [], error
    else:
        why = ValueError(f"it is a {', '.join(kinds)}")
    if not any(kind.endswith("ForSequenceClassification") for kind in kinds):
        raise ModelRefused(
            f"there is no cross-encoder in {str(folder)!r}: {why}. Name another, or leave the "
            "setting out."
        )


def reordered(rows: Sequence[int], read: Sequence[float]) -> list[int]:
    """Return the rows, which come best first, by their place and by that of how they were read.

    Of two that come alike the one that was read as the better goes first.
    """
    by_reading = sorted(range(len(rows)), key=lambda place: -read[place])
    together = sorted(by_reading, key=lambda place: place + by_reading.index(place))
    return [rows[place] for place in together]
