"""What adapts the packaged embedding model to the field: a low-rank change to its layers.

Trained by `python -m evals adapt` on the questions that statements answer, and committed beside
this file. Method: LoRA (Hu et al., 2021): a layer's weight W becomes W + BA, with B and A thin.
"""

from pathlib import Path
from typing import Any

ADAPTER = Path(__file__).with_name("adapter.safetensors")

MODULES = ("query", "key", "value", "dense")
"""The layers that are changed, by the end of their names."""


def adapt_model(model: Any, file: Path = ADAPTER) -> None:
    """Add an adapter to a transformer's layers in place. Raises KeyError where it does not fit."""
    import torch
    from safetensors.torch import load_file

    held = load_file(file)
    layers = dict(model.named_modules())
    with torch.no_grad():
        for name in sorted(each.removesuffix(".B") for each in held if each.endswith(".B")):
            change = held[f"{name}.B"].float() @ held[f"{name}.A"].float()
            # Not in place: the weights are a file in memory, of which each page would be copied.
            layers[name].weight.data = layers[name].weight.data + change
