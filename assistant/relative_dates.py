"""Dates told from today: "3 weeks ago", "last Tuesday", "on the 3rd".

Where people mean different days by the same words, every day that is meant is offered and
nothing is chosen: on a Thursday, "last Tuesday" is the day before yesterday to some and a week
earlier to others.
"""

import calendar
import datetime as dt
import re
from collections.abc import Iterable
from enum import StrEnum

DAY, WEEK = dt.timedelta(days=1), dt.timedelta(days=7)
EARLIEST = 1900
"""Nobody who is spoken of here was born before; "999 years ago" is a slip, and asked about."""

_AMOUNTS = "a an one two three four five six seven eight nine ten eleven twelve".split()
_WEEKDAYS = "mon tue wed thu fri sat sun".split()
_DAY_NAME = rf"(?:{'|'.join(_WEEKDAYS)})(?:s|nes|rs?|ur)?(?:day)?"
_ALONE = r"(?:mon|fri|satur|sun)day|tues(?:day)?|wed(?:s|nesday)|thur(?:s|sday)?"
"""Names that stand for a day by themselves; "sat" and "sun" are other words as well."""

PATTERN = re.compile(
    rf"\b(?:(?P<which>last|next|this(?:\s+coming)?|on)\s+(?P<weekday>{_DAY_NAME})"
    rf"|(?<!every\s)(?<!each\s)(?<!any\s)(?<!a\s)(?<!to\s)(?P<alone>{_ALONE})"
    rf"(?!\s*(?:-|–|to|and|or)\s*{_DAY_NAME}\b)(?:\s+(?P<gone>(?:just\s+)?gone|last\s+week))?"
    r"|(?:last|next)\s+(?:week|month|fortnight)"
    rf"|(?P<amount>\d{{1,3}}|{'|'.join(_AMOUNTS)})\s+(?P<unit>day|week|fortnight|month|year)s?\s+ago"
    r"|on\s+the\s+(?P<ordinal>\d{1,2})(?:st|nd|rd|th))\b",
    re.IGNORECASE,
)


class Told(StrEnum):
    """How the words round a date tell it."""

    PAST = "past"
    AHEAD = "ahead"
    EITHER = "either"


def meant(match: re.Match[str], today: dt.date, told: Told) -> tuple[dt.date, ...]:
    """The days that the words can mean: one where all would agree, none where it cannot be said."""
    if match["weekday"]:
        which = " ".join(match["which"].lower().split())
        return _weekday(which, _number(match["weekday"]), today, told)
    if match["alone"]:
        return _day_alone(_number(match["alone"]), (match["gone"] or "").lower(), today, told)
    if match["amount"]:
        return _ago(_amount(match["amount"]), match["unit"].lower(), today)
    if match["ordinal"]:
        return _day_of_month(int(match["ordinal"]), today, told)
    return ()


def _number(weekday: str) -> int:
    return _WEEKDAYS.index(weekday[:3].lower())


def _day_alone(weekday: int, gone: str, today: dt.date, told: Told) -> tuple[dt.date, ...]:
    """ "Monday", "Monday just gone", "Monday last week"."""
    if gone.startswith("last"):
        return (today - dt.timedelta(days=today.weekday() + 7 - weekday),)
    if gone:
        return (today - dt.timedelta(days=(today.weekday() - weekday - 1) % 7 + 1),)
    return _weekday("on", weekday, today, told)


def _amount(words: str) -> int:
    if words.isdigit():
        return int(words)
    return max(_AMOUNTS.index(words.lower()) - 1, 1)


def _ago(amount: int, unit: str, today: dt.date) -> tuple[dt.date, ...]:
    if unit in ("month", "year"):
        day = _months_back(today, amount * (12 if unit == "year" else 1))
    else:
        day = today - amount * {"day": DAY, "week": WEEK, "fortnight": 2 * WEEK}[unit]
    return (day,) if day.year >= EARLIEST else ()


def _months_back(day: dt.date, months: int) -> dt.date:
    """So many months before, on the month's last day where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return dt.date(year, month + 1, min(day.day, last))


def _weekday(which: str, weekday: int, today: dt.date, told: Told) -> tuple[dt.date, ...]:
    recent = today - dt.timedelta(days=(today.weekday() - weekday - 1) % 7 + 1)
    coming = today + dt.timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)
    if which == "last":
        return (recent,) if _week(recent) < _week(today) else (recent, recent - WEEK)
    if which == "this coming":
        return (coming,)
    if which == "next":
        return (coming,) if _week(coming) > _week(today) else (coming, coming + WEEK)
    if today.weekday() == weekday:
        return (today, recent, coming)
    return _told(recent, coming, told)


def _day_of_month(day: int, today: dt.date, told: Told) -> tuple[dt.date, ...]:
    if not 1 <= day <= 31:
        return ()
    if day == today.day:
        return (today,)
    months = [(today.year * 12 + today.month - 1 + step) for step in range(-2, 4)]
    days = sorted(
        dt.date(year, month + 1, day)
        for year, month in (divmod(months_since, 12) for months_since in months)
        if day <= calendar.monthrange(year, month + 1)[1]
    )
    recent, coming = max(_before(days, today)), min(_after(days, today))
    return _told(recent, coming, told)


def _told(recent: dt.date, coming: dt.date, told: Told) -> tuple[dt.date, ...]:
    if told is Told.PAST:
        return (recent,)
    return (coming,) if told is Told.AHEAD else (recent, coming)


def _before(days: Iterable[dt.date], today: dt.date) -> Iterable[dt.date]:
    return (day for day in days if day < today)


def _after(days: Iterable[dt.date], today: dt.date) -> Iterable[dt.date]:
    return (day for day in days if day > today)


def _week(day: dt.date) -> tuple[int, int]:
    """The week that a day is in, Monday to Sunday."""
    return day.isocalendar()[:2]
