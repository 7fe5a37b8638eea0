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
    CalendarEnds,
    Citation,
    Conflict,
    Due,
    Notice,
    Reading,
)
from prompts import reply
from timescales import in_words, lateness


def dated(library: Library, turn: Turn) -> Answer:
    """The answer to a date question: each date, its working in words, what it rests on."""
    citations = cite(turn.evidence)
    lines = []
    for worked in turn.worked:
        lines += _worked_lines(library, worked, citations)
    first = turn.worked[0]
    conflicts = _contradictions(library, turn, citations)
    if conflicts:
        lines.insert(0, reply("date.two_figures"))
    notices = (
        *turn.notices,
        *(n for w in turn.worked for n in w.due.notices),
        *(n for w in turn.worked for n in rule_notices(library, w.rule)),
    )
    if turn.asks_if_late:
        notices = (_if_late(library, turn, first), *notices)
    notices = (*notices, *fault_notices(library, citations))
    digest = edition_notice(citations[0].statement)
    return Answer(
        kind=AnswerKind.DATE,
        text="\n".join(lines),
        citations=citations,
        shown=tuple(c.number for c in citations),
        due=_merged(turn.worked) if conflicts else first.due,
        conflicts=conflicts,
        notices=once((*notices, digest) if digest else notices),
    )


def _if_late(library: Library, turn: Turn, worked: Worked) -> Notice:
    """How the (sooner) due date stands to the day it was done, or to today."""
    try:
        found = lateness(worked.due.date, worked.held or turn.today, library.calendar)
    except CalendarEnds as fault:
        return Notice(kind="late_or_not", text=str(fault))
    days = _days(found.working_days)
    if worked.held:
        day = in_words(worked.held)
        if found.late:
            return Notice(kind="late_or_not", text=reply("date.was_late", day=day, days=days))
        return Notice(kind="late_or_not", text=reply("date.was_in_time", day=day))
    today = in_words(turn.today)
    if found.days == 0:
        return Notice(kind="late_or_not", text=reply("date.due_today", today=today))
    name = "date.late" if found.late else "date.left"
    return Notice(kind="late_or_not", text=reply(name, today=today, days=days))


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
    first, *others = turn.worked
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


def _merged(worked: Sequence[Worked]) -> Due:
    """The sooner result, with the other figures' readings beside it."""
    first, *others = worked
    labelled: list[Reading] = list(first.due.readings)
    for other in others:
        labelled += [
            replace(r, label=f"{other.rule.figure}: {r.label}") for r in other.due.readings
        ]
    summary = "\n".join(w.due.summary for w in worked)
    return replace(first.due, readings=tuple(labelled), summary=summary)
