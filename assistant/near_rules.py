"""The timescales that a question in other words may be asking for, found by its meaning.

The register has for each timescale what it is for and questions that ask for it, and the index
says which are nearest. Where none is near, or none was indexed, as for rules that were read from an
imported document, the search finds the statements that answer, and the rules that rest on them.
What is clearly ahead is taken, and said to be taken; what is close is asked about.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from assistant.asking import MOST_OPTIONS
from assistant.library import Library
from assistant.rules import not_spoken_against, shares_words
from assistant.turn import Turn
from domain import Rule

LOOKED_AT = 6
"""Statements, best first."""

LEAST = 0.3
"""Score of the best statement under which nothing is near."""

CLOSE = 0.9
"""Share of the best statement's score from which another's rules may be meant as well."""

NEAR = 0.4
"""How near a timescale must be, -1.1 to 1.1, to be offered at all."""

SURELY_NEAR = 0.45
"""How near it must be to be taken without being asked about."""

NAMED_EVENT, DATED_EVENT = 0.06, 0.12
"""What is added where the question names what it counts from, and where it gives the date of it."""

LEAD, LEAD_OF_FEW = 0.07, 0.12
"""How far it must be ahead of the next that gives another date to be taken; further where the
question has few words, into which what is usual is read. Of all dates that were given to 698
development questions 98 in a hundred were right (2026-11-28)."""

FEW = 10
"""Words of a question, without its dates, under which they are few."""

BEHIND = 0.05
"""How far it may be behind another before its own words in the question do not decide."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """The dated rules that may be asked for, the nearest first."""

    rules: tuple[Rule, ...]
    sure: bool
    """Whether what they rest on surely answers the question."""


def nearest_rules(
    library: Library, turn: Turn, happened: Collection[str]
) -> tuple[tuple[Rule, float], ...]:
    """The framework's dated rules by how near the question is to what asks for them, best first.

    `happened` are the events that it gives dates for: what starts with one is not asked for, but
    whether it was in time. Those that its ages or its "second review" speak against are left out.
    """
    if turn.framework is None:
        return ()
    words = " ".join(turn.undated_question.split())
    dated = (
        rule
        for rule in library.rules_of(turn.framework.id)
        if rule.gives_date and (rule.starts not in happened or turn.asks_if_late)
    )
    rules = {rule.id: rule for rule in not_spoken_against(words, dated, library.concepts)}
    named = {place.event.id for place in turn.events}
    added = dict.fromkeys(named, NAMED_EVENT) | dict.fromkeys(happened, DATED_EVENT)
    near = {
        id_: nearness + added.get(rules[id_].event, 0.0)
        for id_, nearness in library.index.timescales(words, rules)
    }
    return tuple((rules[id_], near[id_]) for id_ in sorted(near, key=lambda each: -near[each]))


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
        f"by when: {words}",
        framework=turn.framework.id,
        limit=LOOKED_AT,
        about=turn.about,
        judged=False,
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
    rules = tuple(dict.fromkeys(resting))[:MOST_OPTIONS]
    # A statement near in meaning may hold another duty too: the rule's own words must be told of.
    own = bool(rules) and shares_words(rules[0], turn.undated_question)
    return Near(rules=rules, sure=found.sufficient and own)


def offered(first: Sequence[Rule], nearest: Sequence[tuple[Rule, float]]) -> tuple[Rule, ...]:
    """What to choose from: these, and the nearest while there is room, the nearest first."""
    near = {rule.id: nearness for rule, nearness in nearest}
    room = max(MOST_OPTIONS - len(first), 0)
    others = [rule for rule, nearness in nearest if nearness >= NEAR and rule not in first][:room]
    return tuple(sorted((*first, *others), key=lambda rule: -near.get(rule.id, 0.0)))
