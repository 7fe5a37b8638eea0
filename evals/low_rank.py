"""What training the adapter and the judge have in common: small steps, and what is written of them.

Both are low-rank changes (LoRA, by the library peft) to the layers of the packaged model.
"""

from collections.abc import Iterable, Mapping
from typing import Any

WARM_UP = 0.1
"""Share of the steps in which the learning rate rises; from there on it falls to nothing."""


def learner(weights: Iterable[Any], rate: float, steps: int) -> tuple[Any, Any]:
    """Return an optimizer of these weights, and what sets its rate for each of so many steps."""
    import torch

    optimizer = torch.optim.AdamW(weights, lr=rate)
    slope = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / (WARM_UP * steps), 1 - step / steps)
    )
    return optimizer, slope


def low_rank(state: Mapping[str, Any], scale: float) -> dict[str, Any]:
    """The two low-rank matrices of each layer, their scale worked in, as half floats."""
    tensors = {}
    for name, tensor in state.items():
        if ".lora_" not in name:
            continue
        layer, _, rest = name.removeprefix("base_model.model.").partition(".lora_")
        side = rest[0]
        own = scale if side == "B" else 1.0
        tensors[f"{layer}.{side}"] = (tensor.detach() * own).half().contiguous()
    return tensors
