"""Asking which child, plan, placement or kind of visit is meant, where a timescale differs by it.

"How often do I visit?" has as many answers as a framework has kinds of plan. One of them, given
alone, would be a wrong answer to most who ask.
"""

import re
from collections import defaultdict
from collections.abc import Sequence

from assistant.asking import ask_rule
from assistant.events import find_concepts
from assistant.library import Library
from assistant.near_rules import SURELY_NEAR, nearest_rules
from assistant.rules import names_condition
from assistant.turn import Turn
from domain import Answer, ConceptKind, Form, Framework, Rule

CLEAR_LEAD = 0.15
"""How much nearer another timescale must be for none of a family to be meant."""

FEWEST = 3
"""Rules for one thing; two are both told."""

UNNAMED = re.compile(
    r"\bthe (?P<kind>meeting|plan|review|assessment|report|conference)s?\b", re.IGNORECASE
)
"""What a framework has several kinds of, where no more than that is said."""

_OFTEN = re.compile(r"\bhow (?:often|frequent\w*|regular\w*)\b", re.IGNORECASE)


def ask_which(library: Library, turn: Turn) -> Answer | None:
    """Ask which of a family of recurring rules is meant, where nothing said tells them apart."""
    if not turn.asks_timescale or turn.dates or turn.chosen_rule or turn.framework is None:
        return None
    named = {place.event.id for place in turn.events}
    if not named and len(unnamed := _unnamed(library, turn, turn.framework)) > 1:
        return ask_rule(unnamed)
    if len(named) != 1:
        return None
    [event] = named
    told = find_concepts(turn.question, library.concepts).union(turn.said)
    rules = library.rules_of(turn.framework.id)
    asked = [family for family in _families(rules) if family[0].event == event]
    kinds = [] if turn.said else _kinds(library, rules, event)
    for one_of in (*asked, *([kinds] if len(kinds) > 1 else [])):
        named_one = any(names_condition(rule, told, library.concepts) for rule in one_of)
        if not named_one and not _another_is_meant(library, turn, one_of):
            return ask_rule(one_of)
    return None


def _another_is_meant(library: Library, turn: Turn, one_of: Sequence[Rule]) -> bool:
    """Whether another timescale is so much nearer in meaning that none of a family is meant."""
    nearest = nearest_rules(library, turn, ())
    own = max((near for rule, near in nearest if rule in one_of), default=None)
    if own is None or nearest[0][1] < SURELY_NEAR:
        return False
    return nearest[0][1] - own >= CLEAR_LEAD


def _unnamed(library: Library, turn: Turn, framework: Framework) -> list[Rule]:
    """ "How often do the meetings have to be?", out of the blue: each kind with each figure."""
    found = UNNAMED.search(turn.question)
    leans = turn.said or turn.about or turn.talked_of
    if not found or leans or find_concepts(turn.question, library.concepts):
        return []
    kinds: dict[object, Rule] = {}
    for rule in library.rules_of(framework.id):
        if _OFTEN.search(turn.question):
            outcome = rule.event if rule.form is Form.EVERY else None
        else:
            outcome = rule.starts if rule.period else None
        if outcome and _is_a(library, outcome, found["kind"].lower()):
            kinds.setdefault((outcome, rule.period), rule)
    return list(kinds.values())


def _is_a(library: Library, event: str, kind: str) -> bool:
    """Whether an event is of a kind: by its name, or as core groups and reviews are meetings."""
    name = library.events[event].name
    if kind in name.lower().split():
        return True
    named = find_concepts(name, library.concepts)
    kinds = {each.kind for each in library.concepts if each.name in named}
    return kind == ConceptKind.MEETING and ConceptKind.MEETING in kinds


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
