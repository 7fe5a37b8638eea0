"""The due date of a rule, with every reading, its working and what to know beside it."""

import datetime as dt
from dataclasses import replace

from domain import Due, Form, Period, Reading, Rule, RuleNotCalculable, Unit
from timescales import wording
from timescales.calendars import Calendar
from timescales.counting import count_off
from timescales.counts import Count
from timescales.notices import Calculation, notices
from timescales.periods import PREGNANCY

BACK = frozenset({Form.BEFORE, Form.AT_GESTATION})
"""The forms that count back from their event."""


def work_out(
    rule: Rule,
    event_date: dt.date,
    calendar: Calendar,
    *,
    event_time: dt.time | None = None,
    counts_event_day: bool = False,
    event_name: str = "",
) -> Due:
    """When the rule is due, counted from (or back from) the event.

    The conventions are those of docs/decisions/0003-date-conventions.md. The first reading
    is the answer; of a range it is the earlier end. `event_time` is a clock time in
    England and matters to hours only; `counts_event_day` makes the event's day day 1 of
    days and working days counted forwards; `event_name` is how the event reads in a
    sentence ("the strategy discussion").

    Raises RuleNotCalculable for a rule without a figure or with a number of times, and
    CalendarEnds where the event, a counted day or the due date is outside the calendar
    (a date of birth and an age's date may be).
    """
    event = event_name or wording.event_named(rule.event)
    period = _period(rule, event)
    count = Count(
        start=event_date,
        time=None if event_time is None else event_time.replace(tzinfo=None),
        calendar=calendar,
        back=rule.form in BACK,
        counts_start=counts_event_day and rule.form not in BACK,
        of_age=rule.form is Form.AT_AGE,
    )
    stated = _readings(count, period, _label(rule, period))
    if_working = _if_working(count, rule, period)
    calculation = Calculation(
        rule=rule, period=period, count=count, stated=stated, if_working=if_working
    )
    return Due(
        rule_id=rule.id,
        event_date=event_date,
        readings=(*stated, *if_working),
        summary=wording.summary(rule, event, event_date, stated),
        notices=notices(calculation),
    )


def sooner_of(first: Due, second: Due) -> Due:
    """The sooner of two due dates ("whichever is sooner"), with both shown.

    The answer, rule and event are the sooner one's, or the first's where both fall
    together. A date without a time is taken to last all day.
    """
    sooner, later = sorted((first, second), key=_ends)
    tell = wording.whichever_sooner if _ends(first) != _ends(second) else wording.both_together
    return Due(
        rule_id=sooner.rule_id,
        event_date=sooner.event_date,
        readings=(
            *_relabelled(sooner, wording.SOONER_OF_TWO),
            *_relabelled(later, wording.LATER_OF_TWO),
        ),
        summary=tell(sooner.summary, later.summary),
        notices=tuple(dict.fromkeys((*sooner.notices, *later.notices))),
    )


def _period(rule: Rule, event: str) -> Period:
    """The period to count, or the reason why there is none."""
    if rule.period is None or rule.form is Form.WITHOUT_FIGURE:
        raise RuleNotCalculable(rule.id, wording.no_figure(rule.figure, event))
    if rule.form in wording.GIVES_NO_DATE:
        told = wording.GIVES_NO_DATE[rule.form].format(figure=rule.figure, event=event)
        raise RuleNotCalculable(rule.id, told)
    if rule.form is Form.AT_GESTATION:
        return _before_due_date(rule.period)
    return rule.period


def _before_due_date(gestation: Period) -> Period:
    """So many weeks before the baby is due: of "week 20", its beginning and its end."""
    if gestation.upper is None:
        return replace(gestation, amount=PREGNANCY - gestation.amount)
    return replace(
        gestation, amount=PREGNANCY - gestation.upper, upper=PREGNANCY - gestation.amount
    )


def _readings(count: Count, period: Period, label: str) -> tuple[Reading, ...]:
    """One reading, or the two ends of a range, the earlier first."""
    if period.upper is None:
        return (count_off(count, period.amount, period.unit, label),)
    amounts = sorted((period.amount, period.upper), reverse=count.back)
    ends = zip(wording.RANGE_ENDS, amounts, strict=True)
    return tuple(
        count_off(count, amount, period.unit, wording.labelled(end, label)) for end, amount in ends
    )


def _if_working(count: Count, rule: Rule, period: Period) -> tuple[Reading, ...]:
    """The readings in working days of a figure in plain days; not of "calendar days"."""
    if period.unit is not Unit.DAY or wording.says_calendar(rule.figure):
        return ()
    return _readings(count, replace(period, unit=Unit.WORKING_DAY), wording.IF_WORKING)


def _label(rule: Rule, period: Period) -> str:
    if rule.form is Form.AT_GESTATION:
        return wording.GESTATION
    as_written = not wording.says_calendar(rule.figure)
    of_age = rule.form is Form.AT_AGE
    return wording.unit_label(period.unit, of_age=of_age, as_written=as_written)


def _relabelled(due: Due, place: str) -> tuple[Reading, ...]:
    return tuple(
        replace(reading, label=wording.labelled(place, reading.label)) for reading in due.readings
    )


def _ends(due: Due) -> dt.datetime:
    """The last moment of the answer."""
    return dt.datetime.combine(due.date, due.time or dt.time.max)
