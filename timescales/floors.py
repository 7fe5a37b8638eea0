"""How a framework's timescale stands to the law's minimum: tighter, the same, looser."""

import datetime as dt
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from domain import DATED_FORMS, Bound, Form, Period, Rule, Standing, Unit
from timescales.calendars import Calendar
from timescales.counting import count_off
from timescales.counts import Count

YEARS_COMPARED: Final = 2
"""Years of event dates that two figures in different units are compared over."""

_IN_ONE: Final = {Unit.YEAR: (12, Unit.MONTH), Unit.WEEK: (7, Unit.DAY)}
"""Units that are always so many of another."""

_AGES: Final = {Unit.WEEK: 7.0, Unit.MONTH: 365.25 / 12, Unit.YEAR: 365.25}


@lru_cache(maxsize=1024)
def standing(
    rule: Rule, floor: Rule, calendar: Calendar, *, counts_event_day: bool = False
) -> Standing | None:
    """How soon the rule falls due beside the floor, where both count alike.

    Figures of one unit are compared as they stand. Of different units ("5 working days"
    and "one week") each date of `YEARS_COMPARED` years up to the last whose bank holidays
    are announced is worked out both ways: where either can end first, it depends.

    None where the two cannot be compared: another form, an "about", a "not before", or no
    figure that gives a date.
    """
    if not (_comparable(rule) and _comparable(floor)) or rule.form is not floor.form:
        return None
    own, least = _end(rule), _end(floor)
    if own.unit is least.unit and not counts_event_day:
        signs = {_sign(own.amount - least.amount)}
    elif rule.form is Form.AT_AGE:
        signs = {_sign(own.amount * _AGES[own.unit] - least.amount * _AGES[least.unit])}
    else:
        signs = set(_signs(rule.form, own, least, calendar, counts_event_day=counts_event_day))
    if rule.form is Form.BEFORE:
        signs = {-sign for sign in signs}
    return _standing(signs)


def _comparable(rule: Rule) -> bool:
    """Whether its figure is the last moment: "at least every" is one, "not before" is none."""
    if rule.form not in DATED_FORMS or rule.period is None:
        return False
    if rule.form is Form.BEFORE:
        return rule.bound is Bound.AT_LEAST
    return rule.bound is Bound.AT_MOST or (rule.form is Form.EVERY and rule.bound is Bound.AT_LEAST)


def _end(rule: Rule) -> Period:
    """The last end of a range, in the smallest unit that it is always so many of."""
    assert rule.period is not None  # noqa: S101 - `_comparable` has looked
    period = rule.period
    amount = period.amount
    if period.upper is not None and rule.form is not Form.BEFORE:
        amount = period.upper
    factor, unit = _IN_ONE.get(period.unit, (1, period.unit))
    return Period(amount=factor * amount, unit=unit)


def _signs(
    form: Form, own: Period, least: Period, calendar: Calendar, *, counts_event_day: bool
) -> Iterator[int]:
    """For each event date: -1 where the rule's end comes first, 1 where the floor's does."""
    last = calendar.announced_until.year
    day = dt.date(last - YEARS_COMPARED, 1, 1)
    while day.year < last:
        ends = []
        for period, counts_start in ((own, counts_event_day), (least, False)):
            count = Count(
                start=day,
                time=None,
                calendar=calendar,
                back=form is Form.BEFORE,
                counts_start=counts_start and form is not Form.BEFORE,
            )
            ends.append(count_off(count, period.amount, period.unit, "").date)
        yield _sign((ends[0] - ends[1]).days)
        day += dt.timedelta(days=1)


def _sign(difference: float) -> int:
    return (difference > 0) - (difference < 0)


def _standing(signs: set[int]) -> Standing:
    if signs == {0}:
        return Standing.SAME
    if signs <= {-1, 0}:
        return Standing.TIGHTER
    return Standing.LOOSER if signs <= {0, 1} else Standing.DEPENDS
