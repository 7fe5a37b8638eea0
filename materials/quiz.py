"""A quiz on a framework's timescales and duties, each answer resting on a statement.

A wrong figure is one that the framework itself has for something near: it is plausible, and
learning why it is wrong here teaches something.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from domain import Rule, Statement, find_figures, time_figures
from materials.items import QuizQuestion

OPTIONS = 4
MOST_STATED = 45
"""Words of a statement that a team can hear read out and judge."""

_UNITS = re.compile(r"(hour|working day|day|week|month|year|minute)")


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleTold:
    """A rule of the register as the quiz needs it."""

    rule: Rule
    relation: str
    """How it counts, in words: "within 15 working days of the strategy discussion"."""

    statements: tuple[Statement, ...]


def quiz(
    asked: Sequence[RuleTold], neighbours: Sequence[RuleTold], count: int
) -> tuple[QuizQuestion, ...]:
    """Questions on the rules asked about, by turns multiple choice and true or false."""
    found: list[QuizQuestion] = []
    seen: set[str] = set()
    for told in asked:
        if len(found) == count:
            break
        if told.statements and told.statements[0].id not in seen:
            made = _one(told, neighbours, len(found))
            if made is not None:
                found.append(made)
                seen.add(told.statements[0].id)
    return tuple(found)


def _one(told: RuleTold, neighbours: Sequence[RuleTold], place: int) -> QuizQuestion | None:
    """Of each kind by turns, and where a rule does not lend itself to one, of another."""
    kinds: tuple[Callable[[], QuizQuestion | None], ...] = (
        partial(_choice, told, neighbours, place),
        partial(_false, told, neighbours),
        partial(_true, told),
    )
    turned = (*kinds[place % len(kinds) :], *kinds[: place % len(kinds)])
    return next((made for kind in turned if (made := kind()) is not None), None)


def _choice(told: RuleTold, neighbours: Sequence[RuleTold], place: int) -> QuizQuestion | None:
    """ "By when?", with the figure and three that belong to other rules."""
    statement = _stating(told)
    if statement is None or told.rule.figure not in told.relation:
        return None
    wrong = _wrong_figures(told, neighbours)
    if len(wrong) < OPTIONS - 1:
        return None
    options = [told.relation.replace(told.rule.figure, figure) for figure in wrong[: OPTIONS - 1]]
    right = place % OPTIONS
    options.insert(right, told.relation)
    condition = f" ({'; '.join(told.rule.conditions)})" if told.rule.conditions else ""
    return QuizQuestion(
        text=f"{told.rule.subject}{condition}: when does the framework say?",
        options=tuple(options),
        right=right,
        statements=(statement,),
    )


def _true(told: RuleTold) -> QuizQuestion | None:
    statement = _stating(told)
    if statement is None or len(statement.text.split()) > MOST_STATED:
        return None
    return QuizQuestion(
        text=f"True or false? {statement.text}",
        options=("True", "False"),
        right=0,
        statements=(statement,),
    )


def _false(told: RuleTold, neighbours: Sequence[RuleTold]) -> QuizQuestion | None:
    """The statement with one figure changed for another rule's."""
    statement = _stating(told)
    if statement is None or len(statement.text.split()) > MOST_STATED:
        return None
    figures = find_figures(statement.text)
    wrong = _wrong_figures(told, neighbours)
    if len(figures) != 1 or not wrong or figures[0].words != told.rule.figure:
        return None
    figure = figures[0]
    changed = statement.text[: figure.start] + wrong[0] + statement.text[figure.end :]
    return QuizQuestion(
        text=f"True or false? {changed}",
        options=("True", "False"),
        right=1,
        statements=(statement,),
        why=f"It is {figure.words}, not {wrong[0]}.",
    )


def _stating(told: RuleTold) -> Statement | None:
    """The statement whose own words have the rule's figure."""
    normal = time_figures(told.rule.figure)
    return next((s for s in told.statements if normal and normal[0] in time_figures(s.text)), None)


def _wrong_figures(told: RuleTold, neighbours: Iterable[RuleTold]) -> list[str]:
    """Figures of other rules of the same form and a like unit, none of which is right here."""
    rule = told.rule
    right = set(time_figures(rule.figure))
    right |= {f for s in told.statements for f in time_figures(s.quotation)}
    also = set(rule.conflicts_with)
    fitting: dict[str, tuple[bool, bool]] = {}
    for each in neighbours:
        other = each.rule
        figures = time_figures(other.figure)
        if other.form is not rule.form or not figures or other.id in also:
            continue
        if figures[0] in right or not _fits(rule.figure, other.figure):
            continue
        fitting.setdefault(
            other.figure, (_unit(other.figure) != _unit(rule.figure), other.event != rule.event)
        )
    once = _one_of_each(sorted(fitting, key=lambda figure: fitting[figure]))
    return list(once)


def _one_of_each(figures: Iterable[str]) -> Iterator[str]:
    seen: set[str] = set()
    for figure in figures:
        normal = time_figures(figure)[0]
        if normal not in seen:
            seen.add(normal)
            yield figure


def _fits(figure: str, other: str) -> bool:
    """Whether another figure can stand in the sentence: "two weeks" for "10 days", no "weekly"."""
    return bool(re.match(r"\w+ ", figure)) == bool(re.match(r"\w+ ", other))


def _unit(figure: str) -> str:
    found = _UNITS.search(figure)
    return found[0] if found else ""
