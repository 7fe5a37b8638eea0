"""Gather: the statements an answer rests on, or the decision that none suffice."""

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from assistant.citing import cite, quoted
from assistant.library import Library
from assistant.turn import Turn, Worked
from assistant.which import ask_which
from domain import (
    Answer,
    AnswerKind,
    Evidence,
    Framework,
    Notice,
    Rule,
    Statement,
    Strength,
)
from prompts import reply
from retrieval import Found

MOST_EVIDENCE = 8
MOST_NEAREST = 3
"""Statements shown when the evidence does not suffice: near, and said not to answer."""

NEAREST_LEAST = 0.3
"""A statement scoring less is not near the question at all, and is not shown."""

UNSURE = 0.45
"""Above it the nearest statement may well be the answer, so "does not say" is not claimed."""

MOST_LISTED = 16
MOST_WORDS = 14
"""A longer question tells of a situation: it wants its answer, not a whole list."""

SHOWN = 0.75
"""Statements scoring this share of the best answer with it; the rest are only cited."""

_ASKS_QUESTIONS = re.compile(
    r"\b(?:reflective|reflect|questions? (?:to|i|we|should|could|for)|what (?:could|should) i ask"
    r"|ask myself|ask ourselves)\b",
    re.IGNORECASE,
)
_BROAD = re.compile(
    r"\bwhat (?:else )?(?:(?:do|must|should) (?:i|we|you|social workers?|managers?)"
    r"(?: (?:have|need) to| always)? (?:do|ensure)\b|(?:have|has) to (?:be done|happen)\b"
    r"|(?:is|are|s) (?:required|expected|needed)\b)|\bbottom lines?\b|\brequirements?\b"
    r"|\bstandards? (?:for|on|about)\b|\bchecklist\b",
    re.IGNORECASE,
)
_BINDING = re.compile(r"^(?:our )?(?:bottom lines?|expectations?|good practice)\b", re.IGNORECASE)


def gather(library: Library, turn: Turn) -> Turn | Answer:
    """Find the evidence; answer "the framework does not say" when it does not suffice."""
    framework = turn.framework
    assert framework is not None  # noqa: S101 - understand has asked for it
    if turn.worked:
        return replace(turn, evidence=_rests_on(library, turn))
    if framework.id not in library.index.answering:
        return _nothing_here(framework)
    if asked := ask_which(library, turn):
        return asked
    turn, search = _searched(library, turn, framework)
    found = search.evidence
    chosen = _chosen(library, turn) or _of_rules(library, turn.undated)
    if registered := chosen or _registered(library, turn):
        evidence = _first(registered, found)
        return replace(turn, evidence=evidence, whole_list=len(registered))
    if not search.sufficient:
        return replace(turn, draft=_not_found(library, turn, framework, found))
    return _completed(library, replace(turn, doubtful=search.doubtful), found)


def _searched(library: Library, turn: Turn, framework: Framework) -> tuple[Turn, Found]:
    """Search for the question; with what was said before, where that alone finds an answer or
    finds a clearly better one."""
    topic = turn.topic
    for date in turn.dates:  # they say nothing of what is asked for
        topic = topic.replace(date.given, " ")
    search = partial(
        library.index.find,
        topic,
        framework=framework.id,
        strengths=_strengths(turn),
        limit=MOST_EVIDENCE,
        talked_of=turn.talked_of,
    )
    alone = search()
    if not turn.about:
        return turn, alone
    together = search(about=turn.about)
    better = together.evidence and together.evidence[0].score >= alone.evidence[0].score
    if not together.sufficient or (alone.sufficient and not better):
        return turn, alone
    notice = Notice(kind="read_as", text=reply("notice.in_context", question=turn.about))
    return replace(turn, notices=(*turn.notices, notice)), together


def _rests_on(library: Library, turn: Turn) -> tuple[Evidence, ...]:
    statements = {
        statement.id: statement
        for worked in turn.worked
        for statement in _told_with(library, worked)
    }
    return tuple(Evidence(statement=s, score=1.0) for s in statements.values())


def _told_with(library: Library, worked: Worked) -> Iterable[Statement]:
    """What a date rests on, each step that leads to it, and what to do where it is missed."""
    for rule in (worked.rule, *worked.steps):
        yield from library.rests_on(rule.id)
    if worked.late and worked.late.late:
        yield from library.links[worked.rule.id].if_missed


def _registered(library: Library, turn: Turn) -> list[Statement]:
    """What the register's one rule for a named outcome rests on, for "how soon must X be held".

    The register knows what a period is for, where words alone take the event it counts from for
    the thing that is due. Several rules for one outcome are left to the search.
    """
    if not turn.asks_timescale or turn.framework is None:
        return []
    named = {place.event.id for place in turn.events}
    rules = [
        rule
        for rule in library.rules_of(turn.framework.id)
        if rule.starts in named and rule.period and named <= {rule.starts, rule.event}
    ]
    if not rules:
        return []
    # A contradiction inside the document is one rule twice: both figures are given.
    one = {rules[0].id, *rules[0].conflicts_with}
    if any(rule.id not in one for rule in rules):
        return []
    return _of_rules(library, (library.rules[name] for name in sorted(one)))


def _chosen(library: Library, turn: Turn) -> list[Statement]:
    """What the rule rests on that the reader picked when asked which one was meant."""
    rule = library.rules.get(turn.chosen_rule or "")
    return _of_rules(library, [rule]) if rule else []


def _of_rules(library: Library, rules: Iterable[Rule]) -> list[Statement]:
    return list(dict.fromkeys(s for rule in rules for s in library.rests_on(rule.id)))


def _first(statements: list[Statement], found: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    """These statements before the others, each with the best score there is."""
    best = max((e.score for e in found), default=1.0)
    scores = {e.statement.id: e.score for e in found}
    ahead = tuple(
        Evidence(statement=s, score=max(best, scores.get(s.id, best))) for s in statements
    )
    return (*ahead, *(e for e in found if e.statement not in statements))


def _strengths(turn: Turn) -> frozenset[Strength]:
    """Reflective questions answer those who ask for questions; others want standards."""
    if turn.role == "trainer" or _ASKS_QUESTIONS.search(turn.question):
        return frozenset(Strength)
    return frozenset(Strength) - {Strength.QUESTION}


def _completed(library: Library, turn: Turn, found: tuple[Evidence, ...]) -> Turn:
    """For "what do I have to do ...", every must of the part that answers it, in its order.

    A list of duties that leaves one out is worse than a long list. A part with more than
    `MOST_LISTED` is too long to be the answer to one question: its nearest are given.
    """
    broad = _BROAD.search(turn.question) and not turn.asks_timescale
    if not broad or len(turn.question.split()) > MOST_WORDS:
        return replace(turn, evidence=found)
    best = found[0].statement
    whole = [
        statement
        for statement in library.index.statements.values()
        if statement.strength is Strength.MUST
        and statement.source == best.source
        and _part(statement) == _part(best)
    ]
    if not 1 < len(whole) <= MOST_LISTED:
        return replace(turn, evidence=found)
    scores = {e.statement.id: e.score for e in found}
    lowest = min(scores.values())
    in_order = (Evidence(statement=s, score=scores.get(s.id, lowest)) for s in whole)
    near = SHOWN * found[0].score
    # Those that answer best come first; a stable sort leaves the others in the document's order.
    listed = tuple(sorted(in_order, key=lambda e: -e.score if e.score >= near else 0.0))
    rest = tuple(e for e in found if e.statement not in whole)
    return replace(turn, evidence=(*listed, *rest), whole_list=len(listed))


def _part(statement: Statement) -> tuple[str, ...]:
    """The section a statement belongs to, without a last heading that only says how it binds."""
    *outer, last = statement.section or ("",)
    return tuple(outer) if outer and _BINDING.search(last) else statement.section


def _nothing_here(framework: Framework) -> Answer:
    return Answer(
        kind=AnswerKind.NOT_FOUND,
        text=reply("not_found.no_text", authority=framework.authority),
        suggestions=(reply("suggestion.import_document", framework=framework.id),),
    )


def _not_found(
    library: Library, turn: Turn, framework: Framework, found: tuple[Evidence, ...]
) -> Answer:
    citations = cite([e for e in found[:MOST_NEAREST] if e.score >= NEAREST_LEAST])
    unsure = bool(found) and found[0].score >= UNSURE
    opening = "not_found.unsure" if unsure else "not_found.framework"
    lines = [reply(opening, document=framework.document, authority=framework.authority)]
    if citations:
        lines += [] if unsure else [reply("not_found.nearest")]
        lines += [*(quoted("standard.item", c) for c in citations)]
    if others := _elsewhere(library, turn, framework):
        lines.append(reply("not_found.elsewhere", frameworks=", ".join(others)))
    lines.append(reply("not_found.next_unsure" if unsure else "not_found.next"))
    return Answer(
        kind=AnswerKind.NOT_FOUND,
        text="\n".join(lines),
        citations=citations,
        notices=turn.notices,
        suggestions=tuple(reply("suggestion.elsewhere", authority=name) for name in others),
    )


def _elsewhere(library: Library, turn: Turn, framework: Framework) -> list[str]:
    """Names of the other frameworks whose own statements suffice for the question."""
    speaking = library.index.speaking(turn.topic, beside=framework.id, strengths=_strengths(turn))
    return [library.frameworks[name].authority for name in speaking]
