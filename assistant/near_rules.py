"""The timescales that a question in other words may be asking for, found by its meaning.

Where no rule's own words stand in the question, the search finds the statements that answer it, and
the register knows which rules rest on them. What is clearly ahead is taken, and said to be
taken; what is close is asked about.
"""

from dataclasses import dataclass

from assistant.library import Library
from assistant.rules import shares_words
from assistant.turn import Turn
from domain import Rule

LOOKED_AT = 6
"""Statements, best first."""

MOST_OFFERED = 4

LEAST = 0.26
"""Score of the best statement under which nothing is near."""

CLOSE = 0.9
"""Share of the best statement's score from which another's rules may be meant as well."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """The dated rules that may be asked for, the nearest first."""

    rules: tuple[Rule, ...]
    sure: bool
    """Whether what they rest on surely answers the question."""


def near_rules(library: Library, turn: Turn) -> Near:
    """Find the dated rules that rest on what answers the question, or comes near to it.

    Where events are named in words that are known, only what surely answers it is near.
    """
    named = {place.event.id for place in turn.events}
    # Of two events one is asked for by a name that is known: the register has no rule for it.
    known = len(named) > 1
    if known or turn.framework is None or turn.framework.id not in library.index.answering:
        return Near(rules=(), sure=False)
    words = " ".join(turn.undated_question.split())
    found = library.index.find(
        f"by when: {words}", framework=turn.framework.id, limit=LOOKED_AT, about=turn.about
    )
    top = max((each.score for each in found.evidence), default=0.0)
    if not found.sufficient and (named or top < LEAST):
        return Near(rules=(), sure=False)
    near = [each.statement.id for each in found.evidence if each.score >= CLOSE * top]
    resting = [
        rule
        for id_ in near
        for rule in library.rules_resting_on(id_)
        # What is told of has happened: it may be counted from, and is not what is asked for.
        if rule.gives_date and rule.starts not in named and (not named or rule.event in named)
    ]
    rules = tuple(dict.fromkeys(resting))[:MOST_OFFERED]
    # A statement near in meaning may hold another duty too: the rule's own words must be told of.
    own = bool(rules) and shares_words(rules[0], turn.undated_question)
    return Near(rules=rules, sure=found.sufficient and own)
