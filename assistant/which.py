"""Asking which child, plan or placement is meant, where a timescale differs by it.

"How often do I visit?" has as many answers as a framework has kinds of plan. One of them, given
alone, would be a wrong answer to most who ask.
"""

from collections import defaultdict

from assistant.asking import ask_rule
from assistant.events import find_concepts
from assistant.library import Library
from assistant.rules import names_condition
from assistant.turn import Turn
from domain import Answer, Form, Rule

FEWEST = 3
"""Rules for one thing; two are both told."""


def ask_which(library: Library, turn: Turn) -> Answer | None:
    """Ask which of a family of recurring rules is meant, where nothing said tells them apart."""
    if not turn.asks_timescale or turn.dates or turn.chosen_rule or turn.framework is None:
        return None
    named = {place.event.id for place in turn.events}
    told = find_concepts(turn.question, library.concepts).union(turn.said)
    for family in _families(library.rules_of(turn.framework.id)):
        asked = family[0].event in named and len(named) == 1
        if asked and not any(names_condition(rule, told, library.concepts) for rule in family):
            return ask_rule(family)
    if len(named) == 1 and not turn.said:
        kinds = _kinds(library, turn, *named)
        said = any(names_condition(rule, told, library.concepts) for rule in kinds)
        if len(kinds) > 1 and not said:
            return ask_rule(kinds)
    return None


def _kinds(library: Library, turn: Turn, event: str) -> list[Rule]:
    """Of each narrower kind of an event one rule that says how often it recurs, where nothing
    counts from the event itself: visits to children, to carers, to care leavers."""
    assert turn.framework is not None  # noqa: S101 - `ask_which` has looked
    rules = library.rules_of(turn.framework.id)
    if any(rule.event == event and rule.form is Form.EVERY for rule in rules):
        return []
    found: dict[str, Rule] = {}
    for rule in rules:
        if library.events[rule.event].narrows == event and _recurs(rule):
            found.setdefault(rule.event, rule)
    return list(found.values())


def _recurs(rule: Rule) -> bool:
    """Whether a rule tells how often its own event happens again."""
    return rule.starts is None and rule.form in (Form.EVERY, Form.WITHOUT_FIGURE)


def _families(rules: tuple[Rule, ...]) -> list[list[Rule]]:
    """Rules that have one subject recur, and only their conditions tell them apart."""
    families: dict[tuple[str, str], list[Rule]] = defaultdict(list)
    for rule in rules:
        if rule.form is Form.EVERY and rule.conditions:
            families[rule.event, rule.subject].append(rule)
    return [family for family in families.values() if len(family) >= FEWEST]
