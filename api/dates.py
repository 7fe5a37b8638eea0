"""Dates and times as fields: ISO only, because a guessed date can hurt a child."""

import calendar
import datetime as dt
import re

from domain import BadDate, BadInput

_ISO_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_ISO_TIME = re.compile(r"(\d{2}):(\d{2})", re.ASCII)


def read_date(field: str, given: str) -> dt.date:
    """Read YYYY-MM-DD; raises BadDate, saying why it is no date."""
    match = _ISO_DATE.fullmatch(given.strip())
    if match is None:
        raise BadDate(field, given, "it is not written as year-month-day")
    year, month, day = (int(part) for part in match.groups())
    if year < 1:
        raise BadDate(field, given, "there is no year 0000")
    if not 1 <= month <= 12:
        raise BadDate(field, given, f"there is no month {match[2]}")
    days = calendar.monthrange(year, month)[1]
    if not 1 <= day <= days:
        name = f"{calendar.month_name[month]} {year}"
        raise BadDate(field, given, f"{name} has {days} days")
    return dt.date(year, month, day)


def read_time(field: str, given: str) -> dt.time:
    """Read HH:MM on the 24-hour clock; raises BadInput."""
    match = _ISO_TIME.fullmatch(given.strip())
    if match is None or int(match[1]) > 23 or int(match[2]) > 59:
        raise BadInput(
            field,
            f"{given!r} cannot be used as {field}: write hours and minutes on the "
            "24-hour clock, as 14:30.",
        )
    return dt.time(int(match[1]), int(match[2]))
