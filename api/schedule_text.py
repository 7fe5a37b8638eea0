"""A schedule as plain text for a terminal."""

from collections.abc import Iterator

from api.schedule_bodies import DutyOut, ScheduleOut
from timescales import in_words


def schedule_text(body: ScheduleOut) -> str:
    """The duties in date order, then what binds without a date, then what to know."""
    lines = [
        f"What follows {body.event.name} on {in_words(body.date)}",
        f"{body.document} ({body.authority})",
        "",
    ]
    for duty in body.duties:
        lines += _dated(duty)
    if body.undated:
        lines += ["", "Binds without a date:"]
    for duty in body.undated:
        lines.append(f"  {duty.subject}: {duty.figure} ({duty.placed.event.name})")
        lines += [f"      {duty.why_no_date}"] if duty.why_no_date else []
        lines += _told(duty)
    for notice in body.notices:
        lines += ["", f"Note: {notice.text}"]
    return "\n".join(lines) + "\n"


def _dated(duty: DutyOut) -> Iterator[str]:
    assert duty.date is not None  # noqa: S101 - these are the dated ones
    expected = "  expected" if duty.placed.expected else ""
    time = f", {duty.time}" if duty.time else ""
    yield f"{in_words(duty.date)}{time}{expected}"
    yield f"    {duty.subject}: {duty.relation}"
    for other in duty.other_dates:
        yield f"      read the other way ({other.label}): {in_words(other.date)}"
    if duty.conflicts_with:
        yield f"      the document says it in two ways: see {', '.join(duty.conflicts_with)}"
    yield from _told(duty)


def _told(duty: DutyOut) -> Iterator[str]:
    if duty.conditions:
        yield f"      where {'; '.join(duty.conditions)}"
    yield f"      {duty.rule_id}"
