"""Adapt the embedding model to the field, on the questions that statements answer.

A low-rank adapter (LoRA, by the library peft) is trained with the views of the digests: the vector
of a question comes nearer to that of the statement that answers it than to those of the others of
its batch. What is written is small enough to commit; `retrieval/adapter.py` adds it to the model.
"""

import random
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from retrieval.adapter import MODULES

RANK, STRENGTH = 8, 16
LEARNING_RATE = 1.5e-3
BATCH = 64
WARM_UP = 0.1
TEMPERATURE = 0.05
LONGEST = 280
"""Characters of a statement in its context: what it is about comes first."""

Pair = tuple[str, str, str]
"""A question, the id of the statement that answers it, and that statement in its context."""


def adapt(
    base: Path, pairs: Sequence[Pair], target: Path, *, epochs: int, seed: int = 0
) -> Iterator[float]:
    """Train an adapter for the model in `base` and write it; yields the loss after each batch.

    The same pairs and seed give the same adapter on one machine.
    """
    import torch
    from peft import LoraConfig, get_peft_model
    from sentence_transformers import SentenceTransformer
    from torch.nn import functional

    random.seed(seed)
    torch.manual_seed(seed)
    model: Any = SentenceTransformer(str(base), device="cpu", local_files_only=True)
    config = LoraConfig(
        r=RANK, lora_alpha=STRENGTH, lora_dropout=0.05, target_modules=list(MODULES)
    )
    adapted: Any = get_peft_model(model[0].auto_model, config)
    optimizer = torch.optim.AdamW(
        (each for each in model.parameters() if each.requires_grad), lr=LEARNING_RATE
    )
    steps = epochs * (len(pairs) // BATCH)
    slope = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / (WARM_UP * steps), 1 - step / steps)
    )

    def embedded(texts: Sequence[str]) -> Any:
        with torch.autocast("cpu", dtype=torch.bfloat16):
            found = model(model.preprocess(list(texts)))["sentence_embedding"]
        return functional.normalize(found.float(), dim=1)

    model.train()
    for batch in _batches(pairs, epochs):
        ids = [id_ for _, id_, _ in batch]
        questions = embedded([question for question, _, _ in batch])
        statements = embedded([text[:LONGEST] for _, _, text in batch])
        # Two questions of one statement are no wrong answers to each other.
        same = torch.tensor([[a == b for b in ids] for a in ids]).fill_diagonal_(False)
        alike = (questions @ statements.T / TEMPERATURE).masked_fill(same, -1e4)
        loss = functional.cross_entropy(alike, torch.arange(len(batch)))
        optimizer.zero_grad()
        torch.autograd.backward(loss)
        optimizer.step()
        slope.step()
        yield float(loss.item())
    _write(dict(adapted.state_dict()), target)


def _batches(pairs: Sequence[Pair], epochs: int) -> Iterator[Sequence[Pair]]:
    shuffled = list(pairs)
    for _ in range(epochs):
        random.shuffle(shuffled)
        for start in range(0, len(shuffled) - BATCH + 1, BATCH):
            yield shuffled[start : start + BATCH]


def _write(state: Mapping[str, Any], target: Path) -> None:
    """Write the two low-rank matrices of each layer, their scale worked in, as half floats."""
    from safetensors.torch import save_file

    tensors = {}
    for name, tensor in state.items():
        if ".lora_" not in name:
            continue
        layer, _, rest = name.removeprefix("base_model.model.").partition(".lora_")
        side = rest[0]
        scale = STRENGTH / RANK if side == "B" else 1.0
        tensors[f"{layer}.{side}"] = (tensor.detach() * scale).half().contiguous()
    save_file(tensors, target)
