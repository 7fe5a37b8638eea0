"""What one run measures, as lines: one a system, framework and split."""

from dataclasses import dataclass

from evals.metrics import Share


@dataclass(frozen=True, slots=True, kw_only=True)
class RetrievalLine:
    """How well one system finds the evidence."""

    system: str
    framework: str
    split: str
    hit_1: Share
    hit_5: Share
    mrr: float | None
    characters: float | None
    """Mean length of a passage: a long one is easier to hit, and longer to read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PairedLine:
    """One baseline beside Plumbline, question by question, at the first place."""

    baseline: str
    split: str
    better: int
    """Questions that only Plumbline hits."""

    worse: int
    """Questions that only the baseline hits."""

    chance: float
    """The probability of a difference so great, were the two equally good (sign test)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerLine:
    """What the assistant did with questions the framework answers, and with those it does not."""

    framework: str
    split: str
    first: Share
    """Of the answerable: answered, with the evidence as the first citation shown."""

    shown: Share
    """Of the answerable: answered, with the evidence among the citations shown."""

    first_of_answered: Share
    shown_of_answered: Share
    wrong_refusals: Share
    """Of the answerable: refused."""

    asked_back: Share
    """Of the answerable: answered with a question."""

    missed_refusals: Share
    """Of those that the framework does not answer: answered all the same."""

    missed_without_doubt: Share
    """Of these: answered without a word that it may not be what was asked."""

    doubted: Share
    """Of the answerable that were answered: with such a word all the same."""

    failed: int
    """Of all of these: ended in an error."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateLine:
    """How date questions ended."""

    framework: str
    split: str
    right: Share
    wrong: Share
    none: Share


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """Everything that one run measured."""

    retrieval: tuple[RetrievalLine, ...]
    paired: tuple[PairedLine, ...]
    answers: tuple[AnswerLine, ...]
    dates: tuple[DateLine, ...]
