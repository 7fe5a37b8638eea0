"""The working-day calendar of England: a frozen value, passed in wherever days are counted."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType
from typing import Final

import holidays
from holidays.version import __version__ as holidays_version

from domain import CalendarEnds
from timescales.wording import DAY_NAMES, bank_holiday_name, closure_name

FIRST_DAY: Final = dt.date(2012, 1, 1)
LAST_DAY: Final = dt.date(2040, 12, 31)

# Last year whose bank holidays GOV.UK has announced: the list bundled in the package
# govuk-bank-holidays 0.19 (https://www.gov.uk/bank-holidays.json) ends on 26 December 2028.
ANNOUNCED_UNTIL: Final = dt.date(2028, 12, 31)

_ONE_DAY: Final = dt.timedelta(days=1)
_SATURDAY: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Closure:
    """A day on which the service is closed although it is not a bank holiday."""

    day: dt.date
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """Which days are working days, from its first day to its last and not a day further.

    A working day is Monday to Friday and not a bank holiday (which here includes Good
    Friday and Christmas Day), less the closures. Source of the definition: regulation 2
    of the Care Planning, Placement and Case Review (England) Regulations 2010.
    """

    first: dt.date
    last: dt.date
    bank_holidays: Mapping[dt.date, str] = field(hash=False)
    """Names of the bank holidays that fall on a weekday, substitute days among them."""

    closures: Mapping[dt.date, str] = field(hash=False)
    announced_until: dt.date
    """Bank holidays after this day are projected, not announced."""

    source: str
    """Where the bank holidays come from: package and version."""

    def why_closed(self, day: dt.date) -> str | None:
        """Why the day is not a working day, or None if it is one.

        Raises CalendarEnds outside the calendar.
        """
        if not self.first <= day <= self.last:
            raise CalendarEnds(day, self.first, self.last)
        if day.weekday() >= _SATURDAY:
            return DAY_NAMES[day.weekday()]
        if day in self.bank_holidays:
            return self.bank_holidays[day]
        return closure_name(self.closures[day]) if day in self.closures else None

    def is_working(self, day: dt.date) -> bool:
        """Whether the day is a working day. Raises CalendarEnds outside the calendar."""
        return self.why_closed(day) is None

    def after(self, day: dt.date, count: int = 1) -> dt.date:
        """The count-th working day after the day, which is itself day 0.

        Raises CalendarEnds where the count leaves the calendar, ValueError below 1.
        """
        return self._count(day, count, _ONE_DAY)

    def before(self, day: dt.date, count: int = 1) -> dt.date:
        """The count-th working day before the day, which is itself day 0.

        Raises CalendarEnds where the count leaves the calendar, ValueError below 1.
        """
        return self._count(day, count, -_ONE_DAY)

    def _count(self, day: dt.date, count: int, step: dt.timedelta) -> dt.date:
        if count < 1:
            raise ValueError(f"{count} working days cannot be counted: give 1 or more")
        self.why_closed(day)  # refuses a start outside the calendar
        for _ in range(count):
            day += step
            while not self.is_working(day):
                day += step
        return day


def england(closures: Iterable[Closure] = ()) -> Calendar:
    """The calendar of England from 2012 to 2040, less the closures the service configures.

    Raises CalendarEnds for a closure outside those years.
    """
    days = {closure.day: closure.name for closure in closures}
    for day in days:
        if not FIRST_DAY <= day <= LAST_DAY:
            raise CalendarEnds(day, FIRST_DAY, LAST_DAY)
    return Calendar(
        first=FIRST_DAY,
        last=LAST_DAY,
        bank_holidays=_weekday_bank_holidays(),
        closures=MappingProxyType(days),
        announced_until=ANNOUNCED_UNTIL,
        source=f"holidays {holidays_version} (GB, ENG)",
    )


@cache
def _weekday_bank_holidays() -> Mapping[dt.date, str]:
    """England's bank holidays, without those on a weekend.

    The package lists 26 December even where it is a Saturday; the GOV.UK list has only
    its substitute day then. Without weekends the two lists are the same.
    """
    years = range(FIRST_DAY.year, LAST_DAY.year + 1)
    listed = holidays.country_holidays("GB", subdiv="ENG", years=years)
    return MappingProxyType(
        {
            day: bank_holiday_name(name)
            for day, name in sorted(listed.items())
            if day.weekday() < _SATURDAY
        }
    )
