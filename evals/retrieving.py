"""Ask every system for passages, and note at which place the evidence stands."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from domain import Edition, Statement, statement_id
from evals.gold import Question
from evals.matching import Found, find
from evals.metrics import DEPTH
from evals.systems import Find

_SHOWN = 5
_SHORT = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """One system's results for one question."""

    system: str
    id: str
    framework: str
    split: str
    kind: str
    question: str
    found: Found | None
    characters: float
    """Mean length of the passages found: how much there is to read in each."""

    passages: tuple[str, ...]
    """The first of them, shortened, for whoever looks into a miss."""


def wanted(
    questions: Iterable[Question], edition: Edition, statements: Mapping[str, Statement]
) -> dict[str, tuple[str, ...]]:
    """Say for each answerable question which texts are its evidence in this edition.

    In the source edition they are the question's fragments; in the digest they are the texts of
    the digest statements that it names. A question without evidence in this edition is left out,
    and so is one that names a statement which the digest does not have.
    """
    texts = {each.id: _texts(each, edition, statements) for each in questions if each.answerable}
    return {id_: found for id_, found in texts.items() if found}


def rank(
    questions: Iterable[Question], systems: Mapping[str, Find], texts: Mapping[str, Sequence[str]]
) -> Iterator[Ranked]:
    """Give a row for each question that has evidence, for each system."""
    for each in questions:
        if each.id not in texts:
            continue
        for name, system in systems.items():
            yield _ranked(each, name, system(each.question, each.framework, DEPTH), texts[each.id])


def _ranked(each: Question, system: str, passages: tuple[str, ...], texts: Sequence[str]) -> Ranked:
    return Ranked(
        system=system,
        id=each.id,
        framework=each.framework,
        split=each.split,
        kind=each.kind,
        question=each.question,
        found=find(passages, texts, all_of=each.all_of),
        characters=sum(map(len, passages)) / len(passages) if passages else 0.0,
        passages=tuple(passage[:_SHORT] for passage in passages[:_SHOWN]),
    )


def _texts(
    question: Question, edition: Edition, statements: Mapping[str, Statement]
) -> tuple[str, ...]:
    if edition is Edition.SOURCE:
        return question.evidence
    ids = [statement_id(question.framework, edition, name) for name in question.digest]
    known = all(id_ in statements for id_ in ids)
    return tuple(statements[id_].text for id_ in ids) if known else ()
