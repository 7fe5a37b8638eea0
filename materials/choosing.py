"""Choosing: which duties are asked about, so that no two questions ask the same."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from domain import Statement
from materials.making import can_be_asked, form_of
from materials.reading import Duty
from prompts import Practice, Purpose

Vectors = Mapping[str, NDArray[np.float32]]
"""By statement id: its meaning as a vector of length 1."""

ALIKE = 0.72
"""Two duties this near in meaning are one: a question about either touches both."""

NEAR = 0.5
"""Near enough, for one purpose in one section, that a question about the one leads to the other."""

MOST_TOGETHER = 4
_BEST = {"do": 0, "fact": 0, "list": 1, "quote": 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """Duties that one question can be held against: the one it is made of first."""

    duties: tuple[Duty, ...]
    purpose: str

    @property
    def lead(self) -> Duty:
        """The duty that the question is made of."""
        return self.duties[0]

    @property
    def musts(self) -> int:
        """How many of them are musts."""
        return sum(duty.binds for duty in self.duties)


def purpose_of(duty: Duty, practice: Practice) -> str:
    """What a question about a duty is for, by its words; of two the sooner in the agenda."""
    text = " ".join(s.quotation for s in duty.statements).lower()
    counts = {each.id: len(_pattern(each).findall(text)) for each in practice.purposes}
    most = max(counts.values())
    if not most:
        return next(each.id for each in practice.purposes if each.default)
    return next(each.id for each in practice.purposes if counts[each.id] == most)


@lru_cache
def _pattern(purpose: Purpose) -> re.Pattern[str]:
    words = (re.escape(word).replace(r"\*", r"\w*") for word in purpose.words)
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)")


def likeness(one: Duty, other: Duty, vectors: Vectors) -> float:
    """How near two duties are in meaning: the cosine of what stands for each."""
    first, second = vectors.get(one.first.id), vectors.get(other.first.id)
    if first is None or second is None:
        return float(one.words == other.words)
    return float(first @ second)


def clusters(
    duties: Sequence[Duty], practice: Practice, vectors: Vectors, *, near: float = NEAR
) -> tuple[Cluster, ...]:
    """Gather the duties of one purpose that lie near each other; those that bind lead."""
    ordered = sorted(
        (duty for duty in duties if can_be_asked(duty)),
        key=lambda d: (not d.binds, _BEST[form_of(d)]),
    )
    rest = [duty for duty in duties if not can_be_asked(duty)]
    gathered: list[tuple[str, list[Duty]]] = []
    for duty in (*ordered, *rest):
        purpose = purpose_of(duty, practice)
        home = _home(duty, purpose, gathered, vectors, near)
        if home is not None:
            home.append(duty)
        elif can_be_asked(duty):
            gathered.append((purpose, [duty]))
    return tuple(Cluster(duties=tuple(each), purpose=purpose) for purpose, each in gathered)


def _home(
    duty: Duty,
    purpose: str,
    gathered: Iterable[tuple[str, list[Duty]]],
    vectors: Vectors,
    near: float,
) -> list[Duty] | None:
    """The cluster that a duty belongs to: of its purpose and near, or the same thing said again."""
    best: tuple[float, list[Duty]] | None = None
    for own, each in gathered:
        alike = likeness(each[0], duty, vectors)
        fits = alike >= ALIKE or (own == purpose and alike >= near and len(each) < MOST_TOGETHER)
        if fits and (best is None or alike > best[0]):
            best = (alike, each)
    return best[1] if best else None


def nearest_first(
    statements: Iterable[Statement], to: Sequence[Statement], vectors: Vectors
) -> list[Statement]:
    """Statements by how near they lie in meaning to what others speak of together."""
    known = [vectors[each.id] for each in to if each.id in vectors]
    if not known:
        return list(statements)
    middle = np.mean(known, axis=0)
    return sorted(
        statements, key=lambda s: -float(vectors[s.id] @ middle) if s.id in vectors else 0.0
    )


def apart(chosen: Iterable[Cluster], cluster: Cluster, vectors: Vectors) -> bool:
    """Whether a cluster asks something that none of those chosen asks."""
    return all(likeness(each.lead, cluster.lead, vectors) < ALIKE for each in chosen)
