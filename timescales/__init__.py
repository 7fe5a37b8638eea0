"""When things are due: the calendar, the register of rules and the calculator. Pure."""

from timescales.calculator import sooner_of, work_out
from timescales.calendars import ANNOUNCED_UNTIL, Calendar, Closure, england
from timescales.floors import standing
from timescales.lateness import Lateness, lateness
from timescales.periods import parse_period
from timescales.register import parse_floor, parse_register
from timescales.schedules import Duty, Placed, Schedule, lay_out
from timescales.wording import in_words

__all__ = [
    "ANNOUNCED_UNTIL",
    "Calendar",
    "Closure",
    "Duty",
    "Lateness",
    "Placed",
    "Schedule",
    "england",
    "in_words",
    "lateness",
    "lay_out",
    "parse_floor",
    "parse_period",
    "parse_register",
    "sooner_of",
    "standing",
    "work_out",
]
