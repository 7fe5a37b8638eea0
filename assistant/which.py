"""Asking which child, plan, placement or kind of visit is meant, where a timescale differs by it.

"How often do I visit?" has as many answers as a framework has kinds of plan. One of them, given
alone, would be a wrong answer to most who ask.
"""

from collections import defaultdict
from collections.abc import Sequence

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
    if len(named) != 1:
        return None
    [event] = named
    told = find_concepts(turn.question, library.concepts).union(turn.said)
    rules = library.rules_of(turn.framework.id)
    asked = [family for family in _families(rules) if family[0].event == event]
    kinds = [] if turn.said else _kinds(library, rules, event)
    for one_of in (*asked, *([kinds] if len(kinds) > 1 else [])):
        if not any(names_condition(rule, told, library.concepts) for rule in one_of):
            return ask_rule(one_of)
    return None


def _kinds(library: Library, rules: Sequence[Rule], event: str) -> list[Rule]:
    """Of each narrower kind of an event one rule that says how often it recurs, where no rule
    says so of the event itself: visits to children, to carers, to care leavers."""
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
