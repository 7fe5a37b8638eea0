"""No timescale here for what is asked: who has one, and what the law has at least."""

from collections.abc import Iterable

from assistant.library import Library
from assistant.rules import match_rules
from assistant.telling import relation
from assistant.turn import Turn
from domain import FloorRule, Notice, Rule
from prompts import reply

SURELY = 3.0
"""A rule elsewhere is told of where the question names its outcome or subject, and not less."""


def no_rule(library: Library, turn: Turn) -> Notice:
    """Say that no timescale fits, which other frameworks have one that does, and the law."""
    assert turn.framework is not None  # noqa: S101 - asked for before any date is worked out
    told = [reply("notice.no_rule")]
    others = sorted(
        other.authority
        for other in library.frameworks.values()
        if other != turn.framework and _fit(library, turn, library.rules_of(other.id))
    )
    if others:
        told.append(reply("notice.no_rule_elsewhere", frameworks=", ".join(others)))
    if law := _law(library, turn):
        told.append(
            reply(
                "notice.no_rule_law",
                subject=law.rule.subject,
                relation=relation(library, law.rule),
                regulation=law.regulation,
                title=law.instrument.title,
                text_as_at=law.instrument.text_as_at,
            )
        )
    return Notice(kind="no_rule", text=" ".join(told))


def _law(library: Library, turn: Turn) -> FloorRule | None:
    """The law's minimum for it, if just one of its rules fits best."""
    rules = [floor.rule for floor in library.floors.values()]
    fitting = _fit(library, turn, rules, least=0.0)
    return library.floors[fitting[0].id] if len(fitting) == 1 else None


def _fit(library: Library, turn: Turn, rules: Iterable[Rule], least: float = SURELY) -> list[Rule]:
    found = match_rules(turn.undated_question, turn.events, rules, library.concepts)
    return [m.rule for m in found if m.score >= least and m.score == found[0].score]
