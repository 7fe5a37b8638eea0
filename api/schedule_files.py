"""A schedule as a table for a spreadsheet (RFC 4180) and for a calendar (RFC 5545)."""

import csv
import datetime as dt
import io
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from icalendar import Calendar, Event, vText

from api.schedule_bodies import DutyOut, ScheduleOut
from domain import DiskFull

CSV_TYPE, CALENDAR_TYPE = "text/csv", "text/calendar"

_COLUMNS = (
    "date",
    "time",
    "expected",
    "what",
    "who",
    "figure",
    "counted from",
    "on",
    "conditions",
    "rule",
    "citation",
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_csv(body: ScheduleOut) -> str:
    """The schedule as CSV, what binds without a date last; cells are never formulas."""
    out = io.StringIO()
    rows = csv.writer(out)
    rows.writerow(_COLUMNS)
    for duty in (*body.duties, *body.undated):
        rows.writerow(_cell(value) for value in _row(duty))
    return out.getvalue()


def as_calendar(body: ScheduleOut, today: dt.date) -> str:
    """The schedule as an iCalendar file, one entry a dated duty.

    An entry's UID is of the rule and of what was asked, not of its date: a calendar that
    reads the schedule again, with real dates given, moves its entries. `today` is the day
    the file is made. Nothing of a child stands in it.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Plumbline//Schedule//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", f"{body.authority}: what follows {body.event.name}")
    stamp = dt.datetime.combine(today, dt.time(), dt.UTC)
    for duty in body.duties:
        calendar.add_component(_entry(body, duty, stamp))
    text: bytes = calendar.to_ical()
    return text.decode("utf-8")


def write_file(text: str, path: Path) -> None:
    """Write one to a file; raises DiskFull where it cannot be written."""
    try:
        path.write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        raise DiskFull(f"{path} cannot be written: {error.strerror}.") from error


def _row(duty: DutyOut) -> Iterator[str]:
    yield duty.date.isoformat() if duty.date else ""
    yield duty.time or ""
    yield "yes" if duty.placed.expected else ""
    yield duty.subject
    yield duty.who
    yield duty.figure
    yield duty.placed.event.name
    yield duty.placed.date.isoformat()
    yield "; ".join(duty.conditions)
    yield duty.rule_id
    yield "; ".join(places(duty))


def _cell(value: str) -> str:
    """A value that no spreadsheet takes for a formula, whatever a register holds."""
    return f"'{value}" if value.startswith(_FORMULA) else value


def _entry(body: ScheduleOut, duty: DutyOut, stamp: dt.datetime) -> Event:
    assert duty.date is not None  # noqa: S101 - only the dated are in a calendar
    entry = Event()
    asked = "|".join((body.framework, body.event.id, body.date.isoformat(), duty.rule_id))
    entry.add("uid", f"{sha256(asked.encode()).hexdigest()[:32]}@plumbline")
    entry.add("dtstamp", stamp)
    entry.add("dtstart", duty.date)
    entry.add("dtend", duty.date + dt.timedelta(days=1))
    entry.add("transp", "TRANSPARENT")
    at = f" by {duty.time}" if duty.time else ""
    entry.add("summary", f"{duty.subject}{at}{' (expected)' if duty.placed.expected else ''}")
    entry.add("description", "\n".join(_described(duty)))
    entry.add("categories", [vText(body.framework)])
    return entry


def _described(duty: DutyOut) -> Iterator[str]:
    yield f"{duty.relation}, on {duty.placed.date.isoformat()}."
    if duty.placed.expected:
        yield "Expected: it rests on what comes before it being done on its last day."
    if duty.who:
        yield f"Who: {duty.who}."
    if duty.conditions:
        yield f"It applies: {'; '.join(duty.conditions)}."
    for other in duty.other_dates:
        yield f"Read the other way ({other.label}): {other.date.isoformat()}."
    for citation, place in zip(duty.citations, places(duty), strict=True):
        yield f"“{citation.text}” {place}"


def places(duty: DutyOut) -> list[str]:
    """Where each statement of a duty stands, in a line."""
    return [
        f"{c.document}, {c.version}, {' > '.join(c.section)}"
        f"{f', page {c.page}' if c.page else ''} ({c.statement_id})"
        for c in duty.citations
    ]
