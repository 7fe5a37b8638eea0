"""A date that another rule's outcome gives: "by the second review"."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.dates import FoundDate
from assistant.library import Library
from assistant.roles import date_of, event_of
from assistant.turn import Turn, Worked
from domain import Answer, Due, Notice, Rule
from prompts import reply
from timescales import Duty, Schedule, in_words, lay_out


def by_another(library: Library, turn: Turn, rule: Rule) -> Turn | Answer | None:
    """Work out when the outcome is due that a rule without a figure names, if it names one.

    By the framework's own register that is a due date. Where only the law's minimum says when
    the outcome is due, the date is told beside the words and is not the framework's.
    """
    if rule.by is None:
        return None
    found = date_of(library, rule, turn)
    if isinstance(found, Answer):
        return found
    if rule.by in library.floors:
        return _by_law(library, turn, rule, found)
    laid = _laid_out(library, turn, rule, found, library.rules_of(rule.framework))
    duties = {duty.rule.id: duty for duty in laid.duties}
    duty = duties.get(rule.id)
    if duty is None or duty.due is None:
        return None
    steps = [duties[name] for name in duty.placed.through]
    moves = Notice(kind="moves_with_steps", text=reply("notice.moves_with_steps"))
    worked = Worked(
        rule=rule, due=_told(duty.due, steps), steps=tuple(s.rule for s in steps), tells_all=True
    )
    return replace(turn, worked=(worked,), notices=(*turn.notices, moves))


def _told(due: Due, steps: Sequence[Duty]) -> Due:
    """The date with each step that leads to it: its sentence, and its own working."""
    taken = [step.due for step in steps if step.due]
    readings = [
        replace(step.readings[0], label=f"{duty.rule.subject}: {step.readings[0].label}")
        for duty, step in zip(steps, taken, strict=True)
    ]
    summary = "\n".join((due.summary, *(step.summary for step in taken)))
    return replace(due, readings=(due.readings[0], *readings), summary=summary)


def _by_law(library: Library, turn: Turn, rule: Rule, found: FoundDate) -> Turn:
    """Tell the date that the law's minimum gives, as the law's."""
    law = library.floors[rule.by or ""]
    same = [f.rule for f in library.floors.values() if f.instrument == law.instrument]
    laid = _laid_out(library, turn, rule, found, same)
    reached = next((duty for duty in laid.duties if duty.rule.id == law.rule.id), None)
    if reached is None or reached.due is None:
        return replace(turn, undated=(rule,))
    steps = "; ".join(
        reply(
            "date.step",
            subject=duty.rule.subject,
            date=in_words(duty.due.date),
            figure=duty.rule.figure,
            event=library.events[duty.placed.event].name,
        )
        for duty in laid.duties
        if duty.due and duty.rule.id in (*reached.placed.through, law.rule.id)
    )
    text = reply(
        "notice.by_law",
        date=in_words(reached.due.date),
        steps=steps,
        title=law.instrument.title,
        text_as_at=law.instrument.text_as_at,
    )
    notices = (*turn.notices, Notice(kind="by_law", text=text))
    return replace(turn, undated=(rule,), notices=notices)


def _laid_out(
    library: Library, turn: Turn, rule: Rule, found: FoundDate, rules: tuple[Rule, ...] | list[Rule]
) -> Schedule:
    assert found.date is not None and turn.framework is not None  # noqa: S101, PT018 - both seen to
    happened = {event_of(d, turn): d.date for d in turn.dates if d.date and turn.events}
    return lay_out(
        rules,
        rule.event,
        found.date,
        library.calendar,
        happened={name: day for name, day in happened.items() if name != rule.event},
        counts_event_day=turn.framework.counts_event_day,
        names={event.id: event.name for event in library.events.values()},
    )
