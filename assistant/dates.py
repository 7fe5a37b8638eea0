"""Dates as people write them in a question, read strictly: day first, never guessed past.

A date that cannot be read for certain is still found, with the reason, so that it is asked
about instead of being passed over. Finding is ours and not a general date parser's because
such parsers read "24/7", "section 47" or "31/02" as some date; here a wrong date is worse
than a question back.
"""

import datetime as dt
import re
from dataclasses import dataclass
from enum import StrEnum

from assistant.relative_dates import PATTERN as RELATIVE
from assistant.relative_dates import Told, meant

MONTHS = (
    "january february march april may june july august september october november december"
).split()
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()

_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = (
    r"(?:(?P<weekday>mon|tues?|wed(?:s|nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?\.?,?"
    r"\s+(?:the\s+)?)?"
)
_AFTER = (
    r"(?:,?\s+\(?(?:which\s+(?:is|was)\s+)?(?:on\s+)?(?:a\s+)?"
    r"(?P<weekday_after>mon|tues|wednes|thurs|fri|satur|sun)day\b)?"
)
_YEAR = r"(?P<year>\d{4}|'?\d{2}(?![\d:.]|\s*(?:am|pm|working|days?|weeks?|months?|hours?)\b))"
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_WEEKDAY}(?P<year>\d{{4}})-(?P<mon>\d{{1,2}})-(?P<day>\d{{1,2}})\b{_AFTER}",
        rf"\b{_WEEKDAY}(?P<day>\d{{1,2}})(?P<sep>[/.-])(?P<mon>\d{{1,2}})(?P=sep)"
        rf"(?P<year>\d{{4}}|\d{{2}})\b(?!/){_AFTER}",
        rf"\b{_WEEKDAY}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+{_MONTH}"
        rf"\b(?:,?[\s-]+{_YEAR})?{_AFTER}",
        # "I may 3 times": the verb is no month unless an ordinal or a year follows.
        rf"\b{_WEEKDAY}(?!may\s+\d{{1,2}}\b(?!,?\s+\d{{4}})){_MONTH}\s+"
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\s*days)"
        rf"(?:,?\s+(?P<year>\d{{4}}))?{_AFTER}",
        rf"\b{_WEEKDAY}(?P<day>\d{{1,2}})/(?P<mon>\d{{1,2}})\b(?![/\d]){_AFTER}",
    )
)
_NEAR = re.compile(r"\b(?P<word>today|yesterday|tomorrow)\b", re.IGNORECASE)
_TIME = re.compile(
    r"\b(?:at\s+)?(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))?\s*(?P<half>am|pm)\b"
    r"|\b(?:at\s+)?(?P<hour24>[01]?\d|2[0-3]):(?P<minute24>[0-5]\d)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:was|were|came|held|happened|moved|visited|started|began|took|last|became|placed|born"
    r"|seen|saw|went|met|finished|ended)\b",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"\b(?:is|will|be|booked|planned|arranged|scheduled|due|next|going|set)\b", re.IGNORECASE
)
_CLAUSE = re.compile(r"[.?!;,]|\b(?:if|when|and|but|so)\b", re.IGNORECASE)
_NOT_DATES = {"24/7"}
_AMBIGUOUS_YEAR_DAYS = 60
"""Two years' readings are asked about when their distances from today differ by less."""


class Doubt(StrEnum):
    """Why a date must be asked about."""

    IMPOSSIBLE = "impossible"
    WRONG_WEEKDAY = "wrong weekday"
    YEAR = "year"
    RELATIVE = "relative"


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDate:
    """One date in a question: read, or doubted with the readings to offer."""

    given: str
    """The words, exactly as written."""

    start: int
    end: int
    date: dt.date | None = None
    year_assumed: bool = False
    read_as: bool = False
    """It was told from today, and the reader must see which day was read."""

    doubt: Doubt | None = None
    said_weekday: str | None = None
    offers: tuple[dt.date, ...] = ()

    @property
    def number(self) -> str:
        """The words without the weekday: "24 December 2025"."""
        if self.said_weekday is None:
            return self.given
        given = re.sub(rf"{_AFTER}$", "", self.given, flags=re.IGNORECASE)
        return re.sub(r"^[a-z]+\.?,?\s+(?:the\s+)?", "", given, flags=re.IGNORECASE)


def find_dates(text: str, today: dt.date) -> tuple[FoundDate, ...]:
    """Find every date in the text, in order; `today` fills a missing year or "yesterday"."""
    found: list[FoundDate] = []
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            if match[0] in _NOT_DATES or _overlaps(match, found):
                continue
            read = _read(match, today, _told(text[: match.start()]) is Told.PAST)
            if read is not None:
                found.append(read)
    for match in _NEAR.finditer(text):
        if not _overlaps(match, found):
            found.append(_near(match, today))
    for match in RELATIVE.finditer(text):
        if not _overlaps(match, found):
            found.append(_relative(match, today, _told(text[: match.start()])))
    return tuple(sorted(found, key=lambda date: date.start))


def _told(before: str) -> Told:
    """Whether the words of the clause that leads up to a date tell it as gone by or as to come."""
    clause = _CLAUSE.split(before)[-1]
    past, ahead = bool(_PAST.search(clause)), bool(_AHEAD.search(clause))
    if past == ahead:
        return Told.EITHER
    return Told.PAST if past else Told.AHEAD


def find_time(text: str) -> dt.time | None:
    """The one clock time in the text ("4pm", "at 16:30"), or None when none or several stand."""
    times = {_time(match) for match in _TIME.finditer(text)} - {None}
    return times.pop() if len(times) == 1 else None


def _overlaps(match: re.Match[str], found: list[FoundDate]) -> bool:
    return any(match.start() < date.end and date.start < match.end() for date in found)


def _found(
    match: re.Match[str],
    *,
    date: dt.date | None = None,
    year_assumed: bool = False,
    read_as: bool = False,
    doubt: Doubt | None = None,
    said_weekday: str | None = None,
    offers: tuple[dt.date, ...] = (),
) -> FoundDate:
    return FoundDate(
        given=match[0].strip(" ,"),
        start=match.start(),
        end=match.end(),
        date=date,
        year_assumed=year_assumed,
        read_as=read_as,
        doubt=doubt,
        said_weekday=said_weekday,
        offers=offers,
    )


def _near(match: re.Match[str], today: dt.date) -> FoundDate:
    days = {"yesterday": -1, "today": 0, "tomorrow": 1}[match["word"].lower()]
    return _found(match, date=today + dt.timedelta(days=days))


def _relative(match: re.Match[str], today: dt.date, told: Told) -> FoundDate:
    days = meant(match, today, told)
    if len(days) == 1:
        return _found(match, date=days[0], read_as=True)
    return _found(match, doubt=Doubt.RELATIVE, offers=tuple(sorted(days)))


def _read(match: re.Match[str], today: dt.date, past: bool) -> FoundDate | None:
    parts = match.groupdict()
    month = _month_number(parts)
    if not 1 <= month <= 12:
        # "13/14" and the like name no month: not a date at all, except with a full year.
        return _found(match, doubt=Doubt.IMPOSSIBLE) if parts.get("year") else None
    day = int(parts["day"])
    weekday = _weekday_number(parts.get("weekday") or parts.get("weekday_after"))
    if parts.get("year"):
        return _with_year(match, _full_year(parts["year"]), month, day, weekday)
    return _without_year(match, month, day, weekday, today, past)


def _month_number(parts: dict[str, str | None]) -> int:
    if number := parts.get("mon"):
        return int(number)
    name = (parts.get("month") or "").lower()[:3]
    return [month[:3] for month in MONTHS].index(name) + 1


def _weekday_number(name: str | None) -> int | None:
    if not name:
        return None
    return [weekday[:3] for weekday in WEEKDAYS].index(name.lower()[:3])


def _full_year(digits: str) -> int:
    year = int(digits.strip("'"))
    return year if year >= 100 else 2000 + year


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _with_year(
    match: re.Match[str], year: int, month: int, day: int, weekday: int | None
) -> FoundDate:
    date = _date(year, month, day)
    if date is None:
        return _found(match, doubt=Doubt.IMPOSSIBLE)
    if weekday is not None and date.weekday() != weekday:
        return _wrong_weekday(match, date, weekday)
    return _found(match, date=date)


def _without_year(
    match: re.Match[str],
    month: int,
    day: int,
    weekday: int | None,
    today: dt.date,
    past: bool,
) -> FoundDate:
    """The one year that fits the weekday; else the last past one of what is told as past,
    or the nearest to today, unless two are about as near."""
    years = range(today.year - 1, today.year + 2)
    dates = [d for year in years if (d := _date(year, month, day)) is not None]
    if not dates:
        # A 29 February may have no reading in three years round today: ask for the year.
        leap = month == 2 and day == 29
        return _found(match, doubt=Doubt.YEAR if leap else Doubt.IMPOSSIBLE)
    fitting = [d for d in dates if weekday is None or d.weekday() == weekday]
    if not fitting:
        nearest = min(dates, key=lambda d: abs(d - today))
        return _wrong_weekday(match, nearest, weekday)
    if past and (gone := [d for d in fitting if d <= today]):
        return _found(match, date=gone[-1], year_assumed=True)
    first, *others = sorted(fitting, key=lambda d: abs(d - today))
    if others and (abs(others[0] - today) - abs(first - today)).days < _AMBIGUOUS_YEAR_DAYS:
        offers = (min(first, others[0]), max(first, others[0]))
        return _found(match, doubt=Doubt.YEAR, offers=offers)
    return _found(match, date=first, year_assumed=True)


def _wrong_weekday(match: re.Match[str], date: dt.date, weekday: int | None) -> FoundDate:
    """Offer the date as numbered, and the nearest day that is the weekday as said."""
    assert weekday is not None  # noqa: S101 - only called where a weekday was given
    away = (weekday - date.weekday() + 3) % 7 - 3
    return _found(
        match,
        doubt=Doubt.WRONG_WEEKDAY,
        said_weekday=WEEKDAYS[weekday].capitalize(),
        offers=(date, date + dt.timedelta(days=away)),
    )


def _time(match: re.Match[str]) -> dt.time | None:
    if match["hour24"]:
        return dt.time(int(match["hour24"]), int(match["minute24"]))
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if not 1 <= hour <= 12 or minute > 59:
        return None
    return dt.time(hour % 12 + (12 if match["half"].lower() == "pm" else 0), minute)
