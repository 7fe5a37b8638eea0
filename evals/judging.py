"""Train the judge on questions of which it is known whether a text answers them.

What is learnt from is in `evals/known.py`. What is written is small enough to commit;
`retrieval/judge.py` reads it.
"""

import random
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from evals.known import Known
from evals.low_rank import learner, low_rank
from retrieval.adapter import ADAPTER, MODULES
from retrieval.judge import ADAPTED, HEAD, last_layers, log_odds, pretrained, together
from retrieval.model import sha256_of

RANK, STRENGTH = 16, 32
LEARNING_RATE = 1e-3
BATCH = 40
TOGETHER = 24
"""Pairs that go through the model at a time, of one length."""

IN_ORDER = 0.5
"""How much it counts that what answers comes before what does not, beside being sure of each."""


def steps(known: Sequence[Known], epochs: int) -> int:
    """How many batches the training takes."""
    return epochs * (len(known) // BATCH)


def train_judge(
    base: Path, known: Sequence[Known], target: Path, *, epochs: int, seed: int = 0
) -> Iterator[float]:
    """Train a judge on the model in `base` and write it; yields the loss after each batch.

    The same questions and seed give the same judge on one machine.
    """
    import torch
    from peft import LoraConfig, get_peft_model
    from torch.nn import functional

    random.seed(seed)
    torch.manual_seed(seed)
    tokenizer, model = pretrained(base)
    adapted: Any = get_peft_model(
        model, LoraConfig(r=RANK, lora_alpha=STRENGTH, target_modules=list(MODULES))
    )
    head = last_layers(model.config.hidden_size)
    learnt = [*(each for each in adapted.parameters() if each.requires_grad), *head.parameters()]
    optimizer, slope = learner(learnt, LEARNING_RATE, steps(known, epochs))

    def judged(pairs: Sequence[tuple[str, str]]) -> Any:
        in_order = sorted(range(len(pairs)), key=lambda row: sum(map(len, pairs[row])))
        found = []
        for start in range(0, len(pairs), TOGETHER):
            some = [pairs[row] for row in in_order[start : start + TOGETHER]]
            with torch.autocast("cpu", dtype=torch.bfloat16):
                read = together(tokenizer, [q for q, _ in some], [text for _, text in some])
                found.append(log_odds(adapted, head, read))
        return torch.cat(found)[torch.tensor(in_order).argsort()]

    adapted.train()
    for batch in _batches(known, epochs):
        right = [(each.question, each.right) for each in batch if each.right is not None]
        # The wrong ones of those that have a right one first, in the same order.
        drawn = sorted(batch, key=lambda each: each.right is None)
        wrong = [(each.question, _drawn(each.wrong)) for each in drawn]
        sure = judged([*right, *wrong])
        yes, no = sure[: len(right)], sure[len(right) :]
        wanted = torch.cat([torch.ones_like(yes), torch.zeros_like(no)])
        loss = functional.binary_cross_entropy_with_logits(sure, wanted)
        loss = loss + IN_ORDER * functional.softplus(no[: len(right)] - yes).mean()
        optimizer.zero_grad()
        torch.autograd.backward(loss)
        torch.nn.utils.clip_grad_norm_(learnt, 1.0)
        optimizer.step()
        slope.step()
        yield float(loss.item())
    _write(dict(adapted.state_dict()), dict(head.state_dict()), target)


def _drawn(texts: Sequence[str]) -> str:
    weights = [1 / (3 + place) for place in range(len(texts))]
    return random.choices(texts, weights)[0]  # noqa: S311


def _batches(known: Sequence[Known], epochs: int) -> Iterator[Sequence[Known]]:
    for _ in range(epochs):
        shuffled = random.sample(known, len(known))
        starts = range(0, len(shuffled) - BATCH + 1, BATCH)
        yield from (shuffled[start : start + BATCH] for start in starts)


def _write(state: Mapping[str, Any], head: Mapping[str, Any], target: Path) -> None:
    from safetensors.torch import save_file

    last = {f"{HEAD}{name}": tensor.detach().half() for name, tensor in head.items()}
    # The judge is a change to the model as the adapter has changed it: with another it is none.
    made_of = {ADAPTED: sha256_of(ADAPTER)}
    save_file(low_rank(state, STRENGTH / RANK) | last, target, metadata=made_of)
