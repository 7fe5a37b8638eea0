"""Our values as the bodies of the contract."""

import datetime as dt
from collections.abc import Iterable

from api.ask_bodies import AskOut, ClarifyOut, ComparedOut, ConflictOut, OptionOut, ShownOut
from api.citation_bodies import CitationOut, NoticeOut, StatementOut
from api.due_bodies import DayOut, DueOut, EventOut, FloorOut, PeriodOut, ReadingOut, RuleOut
from assistant import Library, Reply
from domain import (
    Citation,
    Clarify,
    DayWorked,
    Due,
    Evidence,
    Notice,
    Reading,
    Rule,
    Statement,
)


def answer_out(reply: Reply) -> AskOut:
    """One reply as `POST /api/v1/ask` gives it."""
    answer = reply.answer
    by_number = {citation.number: citation for citation in answer.citations}
    best_first = sorted(answer.citations, key=lambda citation: -citation.score)
    return AskOut(
        conversation_id=reply.conversation_id,
        turn=reply.turn,
        kind=answer.kind,
        answer=answer.text,
        statements=[_shown(by_number[number]) for number in answer.shown],
        citations=[citation_out(citation) for citation in best_first],
        due=due_out(answer.due) if answer.due else None,
        clarify=_clarify(answer.clarify) if answer.clarify else None,
        compared=[
            ComparedOut(
                framework=each.framework,
                authority=each.authority,
                citations=list(each.citations),
                doubtful=each.doubtful,
            )
            for each in answer.compared
        ],
        conflicts=[
            ConflictOut(citations=list(conflict.citations), explanation=conflict.explanation)
            for conflict in answer.conflicts
        ],
        notices=notices_out(answer.notices),
        suggestions=list(answer.suggestions),
        doubtful=answer.doubtful,
        written_by=answer.written_by,
    )


def citation_out(citation: Citation) -> CitationOut:
    """A numbered statement."""
    return cited(citation.number, citation.statement, citation.score)


def cited(number: int, statement: Statement, score: float) -> CitationOut:
    """A statement under a number."""
    source = statement.source
    return CitationOut(
        number=number,
        statement_id=statement.id,
        framework=source.framework,
        document=source.document,
        version=source.version,
        edition=source.edition,
        section=list(statement.section),
        standard_number=statement.standard_number,
        page=statement.page,
        text=statement.quotation,
        score=round(score, 4),
    )


def evidence_out(evidence: Iterable[Evidence]) -> list[CitationOut]:
    """Ranked evidence, numbered from 1."""
    return [cited(n, e.statement, e.score) for n, e in enumerate(evidence, start=1)]


def due_out(due: Due) -> DueOut:
    """A due date with its readings and working."""
    return DueOut(
        date=due.date,
        time=clock(due.time),
        rule_id=due.rule_id,
        readings=[_reading(reading) for reading in due.readings],
        working=_days(due.working),
        summary=due.summary,
    )


def notices_out(notices: Iterable[Notice]) -> list[NoticeOut]:
    """Notices, in their order."""
    return [NoticeOut(kind=notice.kind, text=notice.text) for notice in notices]


def rule_out(rule: Rule, library: Library) -> RuleOut:
    """A rule with its event's name and the statements it rests on."""
    period = rule.period
    return RuleOut(
        id=rule.id,
        framework=rule.framework,
        subject=rule.subject,
        event=_event(rule.event, library),
        form=rule.form,
        figure=rule.figure,
        period=PeriodOut(amount=period.amount, unit=period.unit, upper=period.upper)
        if period
        else None,
        bound=rule.bound,
        times=rule.times,
        conditions=list(rule.conditions),
        starts=_event(rule.starts, library) if rule.starts else None,
        conflicts_with=list(rule.conflicts_with),
        sooner_than=rule.sooner_than,
        who=rule.who,
        note=rule.note,
        reviewed=rule.reviewed,
        carried=library.links[rule.id].carried,
        floor=_floor(rule, library),
        citations=[
            cited(n, statement, 1.0)
            for n, statement in enumerate(library.rests_on(rule.id), start=1)
        ],
    )


def _floor(rule: Rule, library: Library) -> FloorOut | None:
    beside = library.floor_of(rule)
    if beside is None:
        return None
    floor, standing = beside
    law = floor.instrument
    return FloorOut(
        id=floor.rule.id,
        instrument=law.title,
        number=law.number,
        regulation=floor.regulation,
        text_as_at=law.text_as_at,
        source=law.source,
        subject=floor.rule.subject,
        event=_event(floor.rule.event, library),
        form=floor.rule.form,
        figure=floor.rule.figure,
        conditions=list(floor.rule.conditions),
        standing=standing,
    )


def statement_out(statement: Statement) -> StatementOut:
    """A statement with its place."""
    source = statement.source
    return StatementOut(
        statement_id=statement.id,
        framework=source.framework,
        authority=source.authority,
        document=source.document,
        version=source.version,
        edition=source.edition,
        section=list(statement.section),
        standard_number=statement.standard_number,
        principle=statement.principle,
        page=statement.page,
        line=statement.line,
        strength=statement.strength,
        lead_in=statement.lead_in,
        text=statement.text,
    )


def _shown(citation: Citation) -> ShownOut:
    return ShownOut(
        text=citation.statement.quotation,
        strength=citation.statement.strength,
        citation=citation.number,
    )


def _clarify(clarify: Clarify) -> ClarifyOut:
    options = [OptionOut(label=o.label, value=o.value) for o in clarify.options]
    return ClarifyOut(question=clarify.question, options=options)


def _reading(reading: Reading) -> ReadingOut:
    return ReadingOut(
        label=reading.label,
        date=reading.date,
        time=clock(reading.time),
        working=_days(reading.working),
    )


def _days(working: Iterable[DayWorked]) -> list[DayOut]:
    return [DayOut(date=day.day, counted=day.counted, why=day.why) for day in working]


def clock(time: dt.time | None) -> str | None:
    """A time as the contract writes it: HH:MM."""
    return time.strftime("%H:%M") if time else None


def _event(event_id: str, library: Library) -> EventOut:
    return EventOut(id=event_id, name=library.events[event_id].name)
