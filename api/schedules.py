"""What follows an event, as every way in gives it."""

import datetime as dt
from collections.abc import Iterable, Mapping

from api.dates import read_date
from api.due_bodies import EventOut
from api.schedule_bodies import DutyOut, OtherDateOut, PlacedOut, ScheduleOut
from api.shapes import cited, clock, notices_out
from assistant import Library, find_events, relation, rule_notices
from domain import BadInput, Due, Event, Form, Framework, Notice
from prompts import reply
from timescales import Duty, Placed, Schedule, lay_out

MOST_EVENTS_TOLD = 12


def schedule(
    library: Library,
    *,
    framework: str,
    event: str,
    date: str,
    happened: Mapping[str, str] | None = None,
) -> ScheduleOut:
    """Lay out every duty that follows an event, chained through the framework's register.

    Events are given by id, by name, or by what people call them. Raises UnknownFramework,
    BadInput for an event that is not known or does not follow, and BadDate.
    """
    owner = library.framework(framework)
    start = _event(library, framework, "event", event)
    on = read_date("date", date)
    real = {
        _event(library, framework, "happened", name).id: read_date("happened", given)
        for name, given in (happened or {}).items()
    }
    laid = lay_out(
        library.rules_of(framework),
        start.id,
        on,
        library.calendar,
        happened=real,
        counts_event_day=owner.counts_event_day,
        names={each.id: each.name for each in library.events.values()},
    )
    _check_reached(library, laid, start, real)
    return ScheduleOut(
        framework=framework,
        authority=owner.authority,
        document=owner.document,
        version=owner.version,
        event=EventOut(id=start.id, name=start.name),
        date=on,
        events=[_placed(library, each) for each in laid.events],
        duties=[_duty(library, each) for each in laid.duties],
        undated=[_duty(library, each) for each in laid.undated],
        notices=notices_out(_notices(library, owner, start, laid)),
    )


def _event(library: Library, framework: str, field: str, given: str) -> Event:
    """The one event that is meant; raises BadInput with those that lead somewhere."""
    folded = " ".join(given.casefold().split())
    for event in library.events.values():
        if folded in (event.id, event.name.casefold(), event.name.casefold().removeprefix("the ")):
            return event
    found = {place.event.id: place.event for place in find_events(given, library.events.values())}
    if len(found) == 1:
        return next(iter(found.values()))
    names = ", ".join(event.id for event in found.values()) if found else ""
    problem = (
        f"{given!r} names more than one event: {names}. Give one of them."
        if found
        else f"{given!r} is no event that is known here. {_try(library, framework)}"
    )
    raise BadInput(field, problem)


def _check_reached(
    library: Library, laid: Schedule, start: Event, real: Mapping[str, dt.date]
) -> None:
    reached = {each.event for each in laid.events}
    for name in real:
        if name not in reached or name == start.id:
            told = ", ".join(sorted(reached - {start.id})) or "nothing"
            raise BadInput(
                "happened",
                f"{library.events[name].name} does not follow from {start.name} here "
                f"(what does: {told}). Lay it out by itself.",
            )


def _notices(library: Library, owner: Framework, start: Event, laid: Schedule) -> Iterable[Notice]:
    if any(not each.given for each in laid.events):
        yield Notice(kind="expected_dates", text=reply("following.expected"))
    if laid.duties or laid.undated:
        return
    told = [
        reply(
            "following.nothing",
            document=owner.document,
            authority=owner.authority,
            event=start.name,
        )
    ]
    others = {r.framework for r in library.rules.values() if r.event == start.id} - {owner.id}
    if others:
        names = ", ".join(sorted(library.frameworks[name].authority for name in others))
        told.append(reply("following.elsewhere", frameworks=names))
    law = {f.instrument.title for f in library.floors.values() if f.rule.event == start.id}
    if law:
        told.append(reply("following.law", instruments="; ".join(sorted(law))))
    told.append(_try(library, owner.id))
    yield Notice(kind="nothing_follows", text=" ".join(told))


def _try(library: Library, framework: str) -> str:
    """The events of a framework's register that most follows from, as somebody may type them."""
    counts: dict[str, int] = {}
    for rule in library.rules_of(framework):
        counts[rule.event] = counts.get(rule.event, 0) + rule.gives_date
    most = sorted(counts, key=lambda name: (-counts[name], name))[:MOST_EVENTS_TOLD]
    return reply("following.try_events", events=", ".join(most) or "-")


def _placed(library: Library, placed: Placed) -> PlacedOut:
    return PlacedOut(
        event=EventOut(id=placed.event, name=library.events[placed.event].name),
        date=placed.date,
        expected=not placed.given,
        through=list(placed.through),
    )


def _duty(library: Library, duty: Duty) -> DutyOut:
    rule, due = duty.rule, duty.due
    starts = library.events[rule.starts] if rule.starts else None
    return DutyOut(
        rule_id=rule.id,
        subject=rule.subject,
        who=rule.who,
        form=rule.form,
        figure=rule.figure,
        relation=relation(library, rule),
        placed=_placed(library, duty.placed),
        date=due.date if due else None,
        time=clock(due.time) if due else None,
        other_dates=_others(due) if due else [],
        why_no_date=duty.why_no_date,
        recurs=rule.form is Form.EVERY,
        starts=EventOut(id=starts.id, name=starts.name) if starts else None,
        conditions=list(rule.conditions),
        conflicts_with=list(rule.conflicts_with),
        notices=notices_out((*(due.notices if due else ()), *rule_notices(library, rule))),
        citations=[cited(n, s, 1.0) for n, s in enumerate(library.rests_on(rule.id), start=1)],
    )


def _others(due: Due) -> list[OtherDateOut]:
    return [OtherDateOut(label=each.label, date=each.date) for each in due.readings[1:]]
