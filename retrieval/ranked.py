"""The candidates for one question in their order, and whether the best of them answers it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from retrieval.cross_encoder import READ_AGAIN, reordered
from retrieval.judge import Judge
from retrieval.measuring import Reading
from retrieval.sufficiency import Signs, likely, signs

TextOf = Callable[[int], str]
"""The text at a position, as it is read together with a question."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """The candidates for one question."""

    reading: Reading
    scores: dict[int, float]
    """By position."""

    order: list[int]
    """Positions, best first."""

    bears: bool
    """Whether one of the best bears on it."""

    @property
    def best(self) -> float:
        """The highest score; 0 where there is no candidate."""
        return self.scores[self.order[0]] if self.order else 0.0


def merged(ranked: Sequence[Ranked]) -> list[tuple[int, float]]:
    """Return the candidates for all questions of a message with their scores, best first.

    Each of several questions has its own best first, so that none goes unanswered.
    """
    scores: dict[int, float] = {}
    for own in ranked:
        for row in own.order:
            scores[row] = max(own.scores[row], scores.get(row, 0.0))
    ahead = [own.order[0] for own in ranked if own.order] if len(ranked) > 1 else []
    ahead = list(dict.fromkeys(ahead))
    rest = sorted((row for row in scores if row not in ahead), key=lambda row: -scores[row])
    return [(row, scores[row]) for row in (*ahead, *rest)]


def read_again(own: Ranked, cross_encoder: Judge, text_of: TextOf) -> Ranked:
    """Return the same in the order in which a cross-encoder has a say.

    Each place keeps its score, which says how far what is there may be put forward.
    """
    rows, others = own.order[:READ_AGAIN], own.order[READ_AGAIN:]
    read = cross_encoder(own.reading.read_as[-1], [text_of(row) for row in rows])
    order = [*reordered(rows, read), *others]
    scores = dict(zip(order, (own.scores[row] for row in own.order), strict=True))
    return replace(own, order=order, scores=scores)


def chances(
    ranked: Sequence[Ranked], elsewhere: Sequence[float | None], judge: Judge, text_of: TextOf
) -> list[float]:
    """Say for each question how likely it is, 0 to 1, that its best answers it.

    Without a word to look up it asks nothing, and that is 0. `elsewhere` is the best score of other
    frameworks for each, where there are any.
    """
    return [
        likely(each) if own.reading.asked.units else 0.0
        for own, each in zip(ranked, signs_of(ranked, elsewhere, judge, text_of), strict=True)
    ]


def signs_of(
    ranked: Sequence[Ranked], elsewhere: Sequence[float | None], judge: Judge, text_of: TextOf
) -> tuple[Signs, ...]:
    """Return the signs of what is best for each question, which is read together with it.

    What is to be read with one question is read at once: that takes less than one by one.
    """
    asked: dict[str, list[int]] = {}
    for own in ranked:
        for text in own.reading.read_as:
            asked.setdefault(text, []).append(own.order[0])
    sure = {
        (text, row): odds
        for text, rows in asked.items()
        for row, odds in zip(rows, judge(text, [*map(text_of, rows)]), strict=True)
    }
    return tuple(
        signs(
            own.reading.asked,
            own.reading.features[own.order[0]],
            judged=max(sure[text, own.order[0]] for text in own.reading.read_as),
            elsewhere=other,
        )
        for own, other in zip(ranked, elsewhere, strict=True)
    )
