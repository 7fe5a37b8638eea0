"""Compose an answer from what was worked out: the dates and what they rest on."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.citing import cite, edition_notice, fault_notices, once, quoted
from assistant.library import Library
from assistant.telling import rule_notices
from assistant.turn import Turn, Worked
from domain import (
    Answer,
    AnswerKind,
    Citation,
    Conflict,
    Due,
    Notice,
    Reading,
    Rule,
)
from prompts import reply
from timescales import in_words


def dated(library: Library, turn: Turn) -> Answer:
    """The answer to a date question: each date, its working in words, what it rests on."""
    citations = cite(turn.evidence)
    lines = []
    for worked in turn.worked:
        lines += _worked_lines(library, worked, citations)
    first = turn.worked[0]
    lines += _missed(library, first, citations)
    conflicts = _contradictions(library, turn, citations)
    if conflicts:
        lines.insert(0, reply("date.two_figures"))
    notices = (
        *turn.notices,
        *(n for w in turn.worked for n in w.due.notices),
        *(n for w in turn.worked for n in rule_notices(library, w.rule)),
    )
    if turn.asks_if_late:
        notices = (_if_late(turn, first), *notices)
    notices = (*notices, *fault_notices(library, citations))
    digest = edition_notice(citations[0].statement)
    return Answer(
        kind=AnswerKind.DATE,
        text="\n".join(lines),
        citations=citations,
        shown=tuple(c.number for c in citations),
        due=_merged(turn.worked) if len(turn.worked) > 1 else first.due,
        conflicts=conflicts,
        notices=once((*notices, digest) if digest else notices),
    )


def _if_late(turn: Turn, worked: Worked) -> Notice:
    """How the (sooner) due date stands to the day it was done, or to today."""
    found, values = worked.late, {}
    if found is None:
        name = "date.late_unknown"
    elif worked.held:
        name = "date.was_late" if found.late else "date.was_in_time"
        values = {"day": in_words(worked.held)}
    elif found.days == 0:
        name, values = "date.due_today", {"today": in_words(turn.today)}
    else:
        name = "date.late" if found.late else "date.left"
        values = {"today": in_words(turn.today)}
    if found and name not in ("date.due_today", "date.was_in_time"):
        values["days"] = _days(found.working_days)
    return Notice(kind="late_or_not", text=reply(name, **values))


def _missed(library: Library, worked: Worked, citations: Sequence[Citation]) -> list[str]:
    """What the framework says to do where it is late, or that it does not say."""
    if worked.late is None or not worked.late.late:
        return []
    said = {statement.id for statement in library.links[worked.rule.id].if_missed}
    lines = [quoted("date.if_missed", c) for c in citations if c.statement.id in said]
    return lines or [reply("date.if_missed_unsaid")]


def _days(count: int) -> str:
    return "1 working day" if count == 1 else f"{count or 'no'} working days"


def _worked_lines(library: Library, worked: Worked, citations: Sequence[Citation]) -> list[str]:
    due, rule = worked.due, worked.rule
    lines = [due.summary]
    lines += [
        reply("date.other_reading", label=reading.label, date=in_words(reading.date))
        for reading in (() if worked.tells_all else due.readings[1:])
    ]
    resting = {s.id for each in (rule, *worked.steps) for s in library.rests_on(each.id)}
    lines += [
        quoted("date.rests_on", citation)
        for citation in citations
        if citation.statement.id in resting
    ]
    return lines


def _contradictions(
    library: Library, turn: Turn, citations: Sequence[Citation]
) -> tuple[Conflict, ...]:
    if len(turn.worked) < 2:
        return ()
    first = turn.worked[0]
    others = [w for w in turn.worked[1:] if w.rule.id in first.rule.conflicts_with]
    number = {c.statement.id: c.number for c in citations}
    found = []
    for other in others:
        one, two = (number[library.rests_on(w.rule.id)[0].id] for w in (first, other))
        text = reply(
            "notice.conflict",
            first=first.rule.figure,
            one=one,
            second=other.rule.figure,
            two=two,
        )
        found.append(Conflict(citations=(one, two), explanation=text))
    return tuple(found)


def _apart(rule: Rule, other: Rule) -> str:
    """What tells another figure's readings: the figure, of one thing; else what it is for."""
    return other.figure if other.id in rule.conflicts_with else other.subject


def _merged(worked: Sequence[Worked]) -> Due:
    """The sooner result, with the other figures' readings beside it."""
    first, *others = worked
    labelled: list[Reading] = list(first.due.readings)
    for other in others:
        labelled += [
            replace(r, label=f"{_apart(first.rule, other.rule)}: {r.label}")
            for r in other.due.readings
        ]
    summary = "\n".join(w.due.summary for w in worked)
    return replace(first.due, readings=tuple(labelled), summary=summary)
