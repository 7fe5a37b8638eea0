"""What a count starts from and how it goes."""

import datetime as dt
from dataclasses import dataclass

from timescales.calendars import Calendar


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A start, a direction and a calendar, without the amount."""

    start: dt.date
    time: dt.time | None
    """Of the start; counts only where the unit is hours."""

    calendar: Calendar
    back: bool = False
    """Counts back from the start."""

    counts_start: bool = False
    """The start is day 1, not day 0: for days and working days, counted forwards."""

    of_age: bool = False
    """Counts an age, so neither end need be inside the calendar."""

    @property
    def sign(self) -> int:
        """1 forwards, -1 back."""
        return -1 if self.back else 1
