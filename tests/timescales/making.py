"""Rules and calendars for the tests of the calculator; every rule is invented."""

import datetime as dt
from typing import Any, Final

from govuk_bank_holidays.bank_holidays import (  # type: ignore[import-untyped]  # has no types
    BankHolidays,
)

from domain import Due, Rule
from timescales import Calendar, england, parse_register, work_out

CALENDAR: Final = england()


def day(text: str) -> dt.date:
    """A date from "2026-01-13"."""
    return dt.date.fromisoformat(text)


def announced() -> dict[dt.date, tuple[str, str]]:
    """GOV.UK's list for England and Wales, as bundled: each day's title and note."""
    listed = BankHolidays(use_cached_holidays=True).get_holidays("england-and-wales")
    return {row["date"]: (row["title"].replace("’", "'"), row["notes"]) for row in listed}


def time(text: str) -> dt.time:
    """A time from "14:30"."""
    return dt.time.fromisoformat(text)


def a_rule(
    form: str,
    figure: str,
    *,
    bound: str = "",
    event: str = "home-visit",
    name: str = "r",
    starts: str = "",
) -> Rule:
    """A rule of one form and figure, as a register would give it."""
    lines = ["[[rule]]", f'id = "{name}"', 'subject = "Plan made"', f'event = "{event}"']
    lines += [f'starts = "{starts}"'] if starts else []
    lines += [f'{form} = "{figure}"', 'rests_on = ["1.b1"]']
    lines += [f'bound = "{bound}"'] if bound else []
    return parse_register("\n".join(lines), framework="made-up", file="made.toml")[0]


def due(form: str, figure: str, start: str, **options: Any) -> Due:
    """Work out an invented rule from a date; `bound`, `at` and `calendar` are options."""
    bound, at = options.pop("bound", ""), options.pop("at", None)
    calendar: Calendar = options.pop("calendar", CALENDAR)
    event_time = None if at is None else time(at)
    rule = a_rule(form, figure, bound=bound)
    return work_out(rule, day(start), calendar, event_time=event_time, **options)


def notices(of: Due) -> dict[str, str]:
    """A due date's notices by kind."""
    return {notice.kind: notice.text for notice in of.notices}


def lines(of: Due, reading: int = 0) -> list[str]:
    """A reading's working as lines: the date, whether it was counted, and why."""
    return [
        f"{row.day} {'+' if row.counted else '-'} {row.why}" for row in of.readings[reading].working
    ]
