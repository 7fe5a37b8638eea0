"""What was learnt from gold questions: how much each feature counts.

`ranker.toml` is written by `python -m evals train`, and is meant to be read.
"""

import tomllib
from pathlib import Path

from pydantic import BaseModel, ConfigDict

RANKER = Path(__file__).with_name("ranker.toml")


class _Table(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Answering(_Table):
    """A logistic model of whether the best statement answers the question."""

    bias: float
    weights: dict[str, float]
    """By sign, `retrieval.sufficiency.Signs`."""


class Ranker(_Table):
    """Everything that was learnt."""

    ranking: dict[str, float]
    """By feature, `retrieval.features.Features`; they add up to 1, so a score does not pass 1."""

    answering: Answering


def read_ranker(path: Path = RANKER) -> Ranker:
    """Read the committed file."""
    return Ranker.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))


LEARNT = read_ranker()
