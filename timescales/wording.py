"""Every phrase of a calculation that a user reads: labels, workings, notices, summaries."""

import datetime as dt
from collections.abc import Iterable
from typing import Final

from domain import Bound, Form, Reading, Rule, Unit

DAY_NAMES: Final = tuple("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())
MONTH_NAMES: Final = tuple(
    "January February March April May June July August September October November December".split()
)

IF_WORKING: Final = "if working days were meant"
COUNTED_EVENT_DAY: Final = "day 1: counting from and including the day of the event"
EVENT_DAY: Final = "the day of the event is day 0"
NEXT_IS_FIRST: Final = "not a working day, so the next one is day 1"
GESTATION: Final = "weeks of pregnancy, of which the day the baby is due completes 40"
BIRTH: Final = "the date of birth"
LATER_OF_TWO: Final = "the later of the two"
SOONER_OF_TWO: Final = "the sooner of the two"
RANGE_ENDS: Final = ("earliest", "latest")

NOT_BEFORE: Final = "not before"
LIMITS: Final = {
    (Form.WITHIN, Bound.AT_MOST): "due by",
    (Form.WITHIN, Bound.AT_LEAST): NOT_BEFORE,
    (Form.WITHIN, Bound.ABOUT): "due about",
    (Form.BEFORE, Bound.AT_LEAST): "due by",
    (Form.BEFORE, Bound.AT_MOST): NOT_BEFORE,
    (Form.BEFORE, Bound.ABOUT): "due about",
    (Form.EVERY, Bound.AT_MOST): "next due by",
    # "At least every six weeks" bounds how often, so the gap is at most six weeks.
    (Form.EVERY, Bound.AT_LEAST): "next due by",
    (Form.EVERY, Bound.ABOUT): "next due about",
    (Form.AT_GESTATION, Bound.AT_MOST): "due by",
    (Form.AT_GESTATION, Bound.AT_LEAST): NOT_BEFORE,
    (Form.AT_GESTATION, Bound.ABOUT): "due about",
    (Form.AT_AGE, Bound.AT_MOST): "due by",
    (Form.AT_AGE, Bound.AT_LEAST): NOT_BEFORE,
    (Form.AT_AGE, Bound.ABOUT): "due about",
}
"""How a date binds, by form and bound."""

_COUNTING: Final = {
    Form.BEFORE: "counted back from",
    Form.AT_GESTATION: "of a pregnancy whose 40 weeks are complete on",
}
"""How the figure is counted, where it is not simply counted from its event."""

GIVES_NO_DATE: Final = {
    Form.COUNT: "“{figure}” is a number of times in a period, counted from {event}, and does not "
    "say when each is due. Plan them across the period.",
    Form.LASTS: "“{figure}” is how long {event} lasts; nothing falls due at its end.",
    Form.AGES: "“{figure}” is whom it is for, by age; nothing falls due at that age.",
}
"""Why a rule with a figure has no due date, by form."""

# The holidays package's names beside those of the GOV.UK list.
_HOLIDAY_NAMES: Final = {
    "May Day": "Early May bank holiday",
    "Spring Bank Holiday": "Spring bank holiday",
    "Late Summer Bank Holiday": "Summer bank holiday",
}


def in_words(day: dt.date) -> str:
    """A date as people write it: "Tuesday 13 January 2026", whatever the locale."""
    return f"{DAY_NAMES[day.weekday()]} {day.day} {MONTH_NAMES[day.month - 1]} {day.year}"


def at_time(time: dt.time) -> str:
    """A time of day on the 24-hour clock: "14:30"."""
    return f"{time:%H:%M}"


def moment(reading: Reading) -> str:
    """A reading's date in words, with its time where it has one."""
    day = in_words(reading.date)
    return day if reading.time is None else f"{at_time(reading.time)} on {day}"


def bank_holiday_name(name: str) -> str:
    """A bank holiday's name as GOV.UK has it."""
    return _HOLIDAY_NAMES.get(name, name.replace("(observed)", "(substitute day)"))


def closure_name(name: str) -> str:
    """How a day of closure reads in a working."""
    return f"closure: {name}"


def event_named(event: str) -> str:
    """An event's id as words, for want of its name: "the strategy discussion"."""
    return f"the {event.replace('-', ' ')}"


def unit_label(unit: Unit, *, of_age: bool, as_written: bool) -> str:
    """How a reading counts: "working days", "calendar days, as the document has it"."""
    if of_age:
        return "age, by the calendar"
    if unit in (Unit.HOUR, Unit.WORKING_DAY):
        return f"{unit}s"
    return f"calendar {unit}s" + (", as the document has it" if as_written else "")


def says_calendar(figure: str) -> bool:
    """Whether the document itself says that its days are calendar days."""
    return "calendar" in figure.lower()


def labelled(place: str, label: str) -> str:
    """Which of several readings this is: "earliest: calendar weeks"."""
    return f"{place}: {label}"


def with_reason(text: str, closed: str | None) -> str:
    """A line of the working with why its day is closed, where it is."""
    return text if closed is None else f"{text} ({closed})"


def counted(number: int, unit: Unit) -> str:
    """A day, week, month or year that was counted: "day 3"."""
    return f"{unit} {number}"


def amount(number: int, unit: str) -> str:
    """An amount of a unit in the right number: "1 hour", "24 hours"."""
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"


def years_and_months(years: int, months: int) -> str:
    """An age or a long span: "15 years and 9 months"."""
    return f"{amount(years, Unit.YEAR)} and {amount(months, Unit.MONTH)}"


def clamped(text: str, wanted: int, day: dt.date) -> str:
    """A step that landed on a month's end because the month is too short."""
    month = f"{MONTH_NAMES[day.month - 1]} {day.year}"
    return f"{text}: {month} has no day {wanted}, so its last day is taken"


def list_condensed(text: str, every: int) -> str:
    """The first line of a long working, saying what the list leaves out."""
    return (
        f"{text}; the list is long, so it shows every {every}th day counted, each bank "
        "holiday and closure on a weekday, and the last day"
    )


def hours_start(time: dt.time | None) -> str:
    """The first line of a count of hours."""
    if time is None:
        return "the day of the event; its time is not given"
    return f"the hours start at {at_time(time)}"


def hours_reached(hours: int, time: dt.time | None, *, back: bool) -> str:
    """The last line of a count of hours."""
    shift = f"{amount(hours, Unit.HOUR)} {'before' if back else 'after'}"
    if time is None:
        return f"{shift} falls on this day; the whole of it is taken"
    return f"{shift} is {at_time(time)}"


def summary(rule: Rule, event: str, event_date: dt.date, readings: tuple[Reading, ...]) -> str:
    """One or two sentences: what, by when, which figure, counted from what.

    `readings` are those of the document's own figure: one, or the two ends of a range.
    """
    limit = LIMITS[rule.form, rule.bound]
    due = f"{limit} {moment(readings[0])}"
    if len(readings) > 1:
        verb = limit.removesuffix(" by").removesuffix(" about")
        ends = zip(map(moment, readings), RANGE_ENDS, strict=True)
        due = f"{verb} " + ", ".join(f"{when} at the {end}" for when, end in ends)
    counting = _COUNTING.get(rule.form, "counted from")
    return (
        f"{rule.subject}: {due}. The figure is “{rule.figure}”, {counting} {event} on "
        f"{in_words(event_date)}."
    )


def by_another(rule: Rule, due: dt.date) -> str:
    """The summary of a duty that is due by the outcome of another rule."""
    return (
        f"{rule.subject}: {rule.figure}, which is due by {in_words(due)} if each step before "
        "it is taken on its last day."
    )


def whichever_sooner(sooner: str, later: str) -> str:
    """The summary of two dates of which the sooner counts."""
    return f"Whichever is sooner: {sooner} The other: {later}"


def both_together(first: str, second: str) -> str:
    """The summary where both dates of "whichever is sooner" are one."""
    return f"Both fall at the same time: {first} The other: {second}"


def plain_days(figure: str, dates: Iterable[dt.date]) -> str:
    """The document says days where it may mean working days."""
    return (
        f"The document says “{figure}” and does not say “working”, so calendar days are "
        f"counted. If working days were meant: {' and '.join(map(in_words, dates))}."
    )


def not_working(day: dt.date, closed: str, nearest: str) -> str:
    """A calendar date that falls on a day the office is closed; it is kept."""
    return f"{in_words(day)} is not a working day ({closed}). The date stands; {nearest}."


def next_working(day: dt.date) -> str:
    """The working day to act on where nothing may happen sooner."""
    return f"the first working day after it is {in_words(day)}"


NO_WORKING_DAY_KNOWN: Final = "the working day beside it is outside the calendar"


def last_working(day: dt.date) -> str:
    """The working day to act on where something must be done by a date."""
    return f"the last working day before it is {in_words(day)}"


def no_working_day_between(event: dt.date) -> str:
    """The case of a short period over a weekend."""
    return f"there is no working day between it and the event on {in_words(event)}"


def leap_birthday(day: dt.date) -> str:
    """A birthday on 29 February in a year without one."""
    return (
        f"A birthday on 29 February is taken to fall on 28 February in {day.year}, which "
        "has no 29 February."
    )


def projected(until: dt.date, *, moves: bool) -> str:
    """Bank holidays that nobody has announced yet were used."""
    effect = (
        "an extra or moved bank holiday would change this date"
        if moves
        else "the date itself does not depend on them, but whether it is a working day does"
    )
    return (
        f"Bank holidays after {until.year} are projected from the usual pattern, as they "
        f"have not been announced: {effect}."
    )


def beyond_calendar(first: dt.date, last: dt.date) -> str:
    """An age reached in a year whose bank holidays are not known."""
    return (
        f"Bank holidays are known from {first.year} to {last.year} only, so whether this "
        "is a working day was not checked."
    )


def time_not_given(figure: str, *, back: bool) -> str:
    """Hours were counted without a time."""
    late = "; it may be well before the end of that day" if back else ""
    return (
        f"No time was given, so “{figure}” is taken to the whole of a day. With the time "
        f"of the event the exact hour can be worked out{late}."
    )


def clocks_change(day: dt.date, *, back: bool) -> str:
    """The clocks change inside a count of hours, forwards or back."""
    spring = day.month < 7
    effect = "later" if spring is not back else "earlier"
    return (
        f"The clocks go {'forward' if spring else 'back'} on {in_words(day)}, inside these "
        f"hours. They are counted by the clock; by elapsed time the date is an hour {effect}."
    )


def closures_skipped(names: Iterable[str], without: dt.date) -> str:
    """The service's own closures moved the date; a statutory period may not allow that."""
    return (
        f"The service's closures were not counted as working days ({', '.join(names)}). "
        f"They are not bank holidays: counting them, the date is {in_words(without)}."
    )


def no_figure(figure: str, event: str) -> str:
    """Why a rule without a figure has no due date."""
    return f"the document says “{figure}” of {event}, which has no figure to count"
