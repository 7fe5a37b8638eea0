"""Sets of material as bodies, their statements numbered in the order in which they are met."""

from collections.abc import Iterable, Sequence
from typing import Any

from api.citation_bodies import CitationOut
from api.material_bodies import (
    DueLineOut,
    GivenOut,
    GroupOut,
    NoteOut,
    PartOut,
    PromptOut,
    QuizOut,
    ReflectionOut,
    SessionOut,
    SupervisionOut,
)
from api.shapes import cited, notices_out
from assistant import Library, ReflectionSet, SupervisionSet, set_notices
from domain import Statement
from materials import DueLine, Item, Timing
from prompts import Model, practice, reply


class Numbers:
    """The numbers of the statements that have been met."""

    def __init__(self) -> None:
        self._met: dict[str, Statement] = {}

    def of(self, statements: Iterable[Statement]) -> list[int]:
        """The numbers of these, in order; a new one has the next number."""
        found = []
        for statement in statements:
            self._met.setdefault(statement.id, statement)
            found.append(list(self._met).index(statement.id) + 1)
        return found

    def citations(self) -> list[CitationOut]:
        """All that were met, by number."""
        return [cited(number, each, 1.0) for number, each in enumerate(self._met.values(), 1)]


def supervision_out(library: Library, made: SupervisionSet) -> SupervisionOut:
    """An agenda as a body."""
    numbers = Numbers()
    agenda = made.agenda
    due = [_due(line, numbers) for line in made.due]
    if made.model.led_by == "stage":
        groups = _by_stage(agenda.items, made.model, agenda.timings, numbers)
    else:
        groups = _by_purpose(agenda.items, made.model, numbers)
    left = numbers.of(agenda.left)
    return SupervisionOut(
        **_head(made),
        minutes=made.minutes,
        given=[GivenOut(label=label, date=date) for label, date in made.dates],
        age=made.age,
        due=due,
        groups=groups,
        left_for_next_time=left,
        musts_touched=agenda.touched,
        musts=agenda.of,
        notices=notices_out(set_notices(library, made)),
        citations=numbers.citations(),
    )


def reflection_out(library: Library, made: ReflectionSet) -> ReflectionOut:
    """Reflective questions as a body."""
    numbers = Numbers()
    own = [_prompt(item, made.model, numbers) for item in made.items if item.own]
    groups = _by_stage([i for i in made.items if not i.own], made.model, (), numbers)
    if own:
        first = GroupOut(name=reply("sheet.own"), minutes=None, minutes_citation=None, prompts=own)
        groups = [first, *groups]
    return ReflectionOut(
        **_head(made),
        audience=made.audience.name,
        level=made.level.name,
        groups=groups,
        session=_session(made, numbers),
        notices=notices_out(set_notices(library, made)),
        citations=numbers.citations(),
    )


def _head(made: SupervisionSet | ReflectionSet) -> dict[str, Any]:
    return {
        "framework": made.framework.id,
        "authority": made.framework.authority,
        "document": made.framework.document,
        "version": made.framework.version,
        "topic": made.matter.name,
        "model": made.model.name,
        "made_on": made.today,
    }


def _by_purpose(items: Sequence[Item], model: Model, numbers: Numbers) -> list[GroupOut]:
    return [
        GroupOut(name=purpose.name, minutes=None, minutes_citation=None, prompts=prompts)
        for purpose in practice().purposes
        if (prompts := [_prompt(i, model, numbers) for i in items if i.purpose == purpose.id])
    ]


def _by_stage(
    items: Sequence[Item], model: Model, timings: Sequence[Timing], numbers: Numbers
) -> list[GroupOut]:
    times = {each.stage: each for each in timings}
    groups = []
    for stage in model.stages:
        own = [item for item in items if item.stage == stage.id]
        time = times.get(stage.id)
        if not own and (time is None or time.statement is None):
            continue
        told = numbers.of([time.statement]) if time and time.statement else []
        groups.append(
            GroupOut(
                name=stage.name,
                minutes=time.minutes if time else None,
                minutes_citation=told[0] if told else None,
                prompts=[_prompt(item, model, numbers) for item in own],
            )
        )
    return groups


def _prompt(item: Item, model: Model, numbers: Numbers) -> PromptOut:
    purposes = {each.id: each.name for each in practice().purposes}
    stages = {each.id: each.name for each in model.stages}
    note = item.note
    return PromptOut(
        text=item.text,
        purpose=purposes[item.purpose],
        stage=stages.get(item.stage),
        own=item.own,
        strength=item.statements[0].strength,
        citations=numbers.of(item.statements),
        note=NoteOut(says=numbers.of(note.says), listen=note.listen, probe=note.probe)
        if note
        else None,
    )


def _due(line: DueLine, numbers: Numbers) -> DueLineOut:
    return DueLineOut(
        subject=line.subject,
        date=line.date,
        late=line.late,
        standing=line.standing,
        relation=line.relation,
        conditions=list(line.conditions),
        rule_id=line.rule_id,
        citations=numbers.of(line.statements),
        if_missed=numbers.of(line.if_missed),
    )


def _session(made: ReflectionSet, numbers: Numbers) -> SessionOut | None:
    session = made.session
    if session is None or made.session_minutes is None:
        return None
    order = {item.text: place for place, item in enumerate(made.items, 1)}
    return SessionOut(
        minutes=made.session_minutes,
        aims=list(session.aims),
        parts=[
            PartOut(
                name=part.name,
                minutes=part.minutes,
                what=part.what,
                prompts=[order[item.text] for item in part.items],
            )
            for part in session.parts
        ],
        vignette=session.vignette,
        quiz=[
            QuizOut(
                text=each.text,
                options=list(each.options),
                right=each.right,
                why=each.why,
                citations=numbers.of(each.statements),
            )
            for each in session.quiz
        ],
    )
