"""Whether a due date has gone by, and by how much."""

import datetime as dt
from dataclasses import dataclass

from timescales.calendars import Calendar


@dataclass(frozen=True, slots=True, kw_only=True)
class Lateness:
    """A due date beside today."""

    days: int
    """Calendar days from the due date to today: over 0 it is late, under 0 there is time left."""

    working_days: int
    """Working days over, or left; not negative. The due date itself is the last that counts."""

    @property
    def late(self) -> bool:
        """Whether the due date has gone by. On the day itself it is not late."""
        return self.days > 0


def lateness(due: dt.date, today: dt.date, calendar: Calendar) -> Lateness:
    """How many working days are over or left.

    Over: those after the due date, today's among them. Left: those after today, the due
    date's among them. Raises CalendarEnds where a day between is outside the calendar.
    """
    first, last = sorted((due, today))
    days = (last - first).days
    between = (first + dt.timedelta(days=n) for n in range(1, days + 1))
    return Lateness(
        days=(today - due).days,
        working_days=sum(calendar.is_working(day) for day in between),
    )
