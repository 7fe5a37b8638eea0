"""Adapt the embedding model to the field, on the questions that statements answer.

A low-rank adapter (LoRA, by the library peft) is trained with the views of the digests: the vector
of a question comes nearer to that of the statement that answers it, and to that of another question
which it answers, than to those of the others of its batch. A batch is of one framework: another's
statement may say the same, and would be taken for a wrong answer. What is written is small enough
to commit; `retrieval/adapter.py` adds it to the model.
"""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals.low_rank import learner, low_rank
from retrieval.adapter import MODULES

RANK, STRENGTH = 8, 16
LEARNING_RATE = 1.5e-3
BATCH = 64
TEMPERATURE = 0.05
LONGEST = 280
"""Characters of a statement in its context: what it is about comes first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """A statement in its context, and the questions that it answers."""

    framework: str
    statement: str
    questions: tuple[str, ...]


Pair = tuple[str, Answered]
"""One of a statement's questions, and the statement."""


def steps(answered: Sequence[Answered], epochs: int) -> int:
    """How many batches the training takes."""
    return epochs * sum(len(pairs) // BATCH for pairs in _by_framework(answered))


def adapt(
    base: Path, answered: Sequence[Answered], target: Path, *, epochs: int, seed: int = 0
) -> Iterator[float]:
    """Train an adapter for the model in `base` and write it; yields the loss after each batch.

    The same statements and seed give the same adapter on one machine.
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
    learnt = (each for each in model.parameters() if each.requires_grad)
    optimizer, slope = learner(learnt, LEARNING_RATE, steps(answered, epochs))

    def embedded(texts: Sequence[str]) -> Any:
        with torch.autocast("cpu", dtype=torch.bfloat16):
            found = model(model.preprocess(list(texts)))["sentence_embedding"]
        return functional.normalize(found.float(), dim=1)

    model.train()
    for batch in _batches(answered, epochs):
        questions = embedded([question for question, _ in batch])
        statements = embedded([each.statement[:LONGEST] for _, each in batch])
        others = embedded([_another(question, each) for question, each in batch])
        # Two questions of one statement are no wrong answers to each other.
        same = torch.tensor([[a is b for _, b in batch] for _, a in batch]).fill_diagonal_(False)
        loss = torch.zeros(())
        for right in (statements, others):
            alike = (questions @ right.T / TEMPERATURE).masked_fill(same, -1e4)
            loss = loss + functional.cross_entropy(alike, torch.arange(len(batch))) / 2
        optimizer.zero_grad()
        torch.autograd.backward(loss)
        optimizer.step()
        slope.step()
        yield float(loss.item())
    _write(dict(adapted.state_dict()), target)


def _another(question: str, answered: Answered) -> str:
    """Another question that the statement answers; where there is none, the same."""
    return random.choice([q for q in answered.questions if q != question] or [question])  # noqa: S311


def _batches(answered: Sequence[Answered], epochs: int) -> Iterator[Sequence[Pair]]:
    for _ in range(epochs):
        batches: list[Sequence[Pair]] = []
        for pairs in _by_framework(answered):
            random.shuffle(pairs)
            starts = range(0, len(pairs) - BATCH + 1, BATCH)
            batches += [pairs[start : start + BATCH] for start in starts]
        random.shuffle(batches)
        yield from batches


def _by_framework(answered: Sequence[Answered]) -> list[list[Pair]]:
    found: dict[str, list[Pair]] = {}
    for each in answered:
        found.setdefault(each.framework, []).extend((question, each) for question in each.questions)
    return list(found.values())


def _write(state: Mapping[str, Any], target: Path) -> None:
    from safetensors.torch import save_file

    save_file(low_rank(state, STRENGTH / RANK), target)
