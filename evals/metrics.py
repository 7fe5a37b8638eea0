"""The measures: pure functions from counts, ranks and times to figures."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from evals.matching import Found

DEPTH = 10
"""How many passages each system is asked for, and how deep the reciprocal rank looks."""

_Z_95 = 1.959963984540054
"""Standard normal quantile of a two-sided 95% interval."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """So many of so many, with its 95% Wilson interval."""

    count: int
    of: int
    low: float
    high: float

    @property
    def value(self) -> float | None:
        """The share from 0 to 1; None where there was nothing to count."""
        return self.count / self.of if self.of else None


def share(outcomes: Iterable[bool]) -> Share:
    """Count the true ones."""
    seen = tuple(outcomes)
    low, high = wilson(sum(seen), len(seen))
    return Share(count=sum(seen), of=len(seen), low=low, high=high)


def wilson(count: int, of: int) -> tuple[float, float]:
    """Give the 95% Wilson score interval of a share; (0, 1) where there is nothing to count."""
    if not 0 <= count <= of:
        raise ValueError(f"{count} of {of} is not a share")
    if of == 0:
        return 0.0, 1.0
    z_squared, observed = _Z_95**2, count / of
    centre = observed + z_squared / (2 * of)
    spread = _Z_95 * math.sqrt(observed * (1 - observed) / of + z_squared / (4 * of**2))
    scale = 1 + z_squared / of
    low = 0.0 if count == 0 else (centre - spread) / scale
    high = 1.0 if count == of else (centre + spread) / scale
    return low, high


def hit_at(found: Found | None, k: int) -> bool:
    """Say whether the evidence was among the first k passages.

    Evidence that stands in two passages cannot be in one: there k counts as at least two, so
    that hit@1 asks for the best that can be done.
    """
    return found is not None and found.rank <= max(k, found.needed)


def reciprocal_rank(found: Found | None) -> float:
    """Give 1 for the best place, a half for the next, and 0 past `DEPTH` or where absent.

    Where several passages are needed, the best place is the one just after the others.
    """
    if found is None or found.rank > DEPTH:
        return 0.0
    return 1 / (found.rank - found.needed + 1)


def mean(values: Iterable[float]) -> float | None:
    """Give the arithmetic mean; None of nothing."""
    seen = tuple(values)
    return math.fsum(seen) / len(seen) if seen else None


def percentile(values: Sequence[float], percent: float) -> float:
    """Give the smallest value that at least `percent` of the values do not exceed (nearest rank).

    Raises ValueError for no values, or a percent outside 0 to 100.
    """
    if not values or not 0 <= percent <= 100:
        raise ValueError("a percentile needs values, and a percent from 0 to 100")
    return sorted(values)[max(0, math.ceil(percent / 100 * len(values)) - 1)]


def sign_test(better: int, worse: int) -> float:
    """Give the two-sided exact p-value that `better` and `worse` differ only by chance.

    The cases in which two systems did equally well say nothing either way and are not given.
    """
    of = better + worse
    if of == 0:
        return 1.0
    tail = sum(math.comb(of, k) for k in range(min(better, worse) + 1))
    return min(1.0, 2 * tail * 0.5**of)
