"""Every dated rule of the five registers, worked out by another program than the calculator.

Figures are read by the table below, working days are counted by NumPy over GOV.UK's own list
of bank holidays, and weeks, months and years by dateutil.
"""

import datetime as dt
import re
from collections.abc import Mapping
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from dateutil.relativedelta import (  # type: ignore[import-untyped]  # has no types
    relativedelta,
)

from domain import Form, Rule
from tests.timescales.making import announced
from timescales import england, work_out

Registers = Mapping[str, Mapping[str, Rule]]

NUMBERS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
           "eight": 8}  # fmt: skip
ALONE = {
    "annual": (12, "month"), "annually": (12, "month"), "yearly": (12, "month"),
    "quarterly": (3, "month"), "monthly": (1, "month"), "month": (1, "month"),
    "fortnight": (14, "day"), "fortnightly": (14, "day"), "weekly": (7, "day"), "week": (7, "day"),
}  # fmt: skip
"""Figures of one word."""

LONDON = ZoneInfo("Europe/London")
NOON = dt.time(12)
HOLIDAYS = np.array(sorted(announced()), dtype="datetime64[D]")
DATES = [
    dt.date(2026, 3, 3),  # a Tuesday with nothing near it
    dt.date(2025, 12, 18),  # Christmas and New Year ahead
    dt.date(2026, 4, 2),  # the Thursday before Easter
    dt.date(2026, 3, 27),  # the Friday before the clocks change
    dt.date(2025, 8, 31),  # a Sunday, and the last of a month
    dt.date(2024, 2, 29),  # a leap day
    dt.date(2025, 5, 5),  # a bank holiday
    dt.date(2027, 1, 30),  # February has no such day
]


def _figure(text: str) -> tuple[int, str, int | None]:
    """An amount, its unit and the other end of a range."""
    words = text.lower().replace("calendar ", "")
    if words in ALONE:
        return (*ALONE[words], None)
    if half := re.fullmatch(r"(\d+)\.5 years", words):
        return int(half[1]) * 12 + 6, "month", None
    if age := re.fullmatch(r"(\d+) years (?:and )?(\d+) months", words):
        return int(age[1]) * 12 + int(age[2]), "month", None
    read = re.fullmatch(
        r"(\d+|[a-z]+)(?:\s*(?:-|–|to)\s*(\d+))?[ -]?"
        r"(working day|day|hour|week|month|year|yr)(?:s|ly)?",
        words,
    )
    assert read, text
    amount = int(read[1]) if read[1].isdigit() else NUMBERS[read[1]]
    upper = int(read[2]) if read[2] else None
    factor, unit = {"week": (7, "day"), "year": (12, "month"), "yr": (12, "month")}.get(
        read[3], (1, read[3])
    )
    return amount * factor, unit, upper * factor if upper else None


def _counted(start: dt.date, amount: int, unit: str, *, back: bool) -> dt.date:
    sign = -1 if back else 1
    if unit == "working day":
        # From a closed day, the first one counted is the next open one, either way.
        if back:
            found = np.busday_offset(start, -amount, roll="forward", holidays=HOLIDAYS)
        else:
            found = np.busday_offset(start, amount, roll="backward", holidays=HOLIDAYS)
        return dt.date.fromisoformat(str(found))
    if unit == "hour":
        began = dt.datetime.combine(start, NOON, LONDON).astimezone(dt.UTC)
        return (began + sign * dt.timedelta(hours=amount)).astimezone(LONDON).date()
    if unit == "day":
        return start + sign * dt.timedelta(days=amount)
    moved: dt.date = start + relativedelta(months=sign * amount)
    return moved


def _expected(rule: Rule, start: dt.date) -> list[dt.date]:
    if rule.form is Form.AT_GESTATION:
        return _of_pregnancy(rule.figure, start)
    amount, unit, upper = _figure(rule.figure)
    back = rule.form is Form.BEFORE
    ends = [amount] if upper is None else [amount, upper]
    return sorted(_counted(start, end, unit, back=back) for end in ends)


def _of_pregnancy(figure: str, due: dt.date) -> list[dt.date]:
    """Midwives count 280 days to the day the baby is due."""
    began = due - dt.timedelta(days=280)
    if week := re.fullmatch(r"week (\d+)", figure):
        return [began + dt.timedelta(days=7 * n) for n in (int(week[1]) - 1, int(week[1]))]
    return [began + dt.timedelta(days=7 * int(figure.split()[0]))]


@pytest.mark.parametrize("start", DATES, ids=str)
def test_each_rule_gives_the_date_that_another_program_gives(
    start: dt.date, framework: str, register: Mapping[str, Rule]
) -> None:
    """Every rule with a date, from a plain day and from the awkward ones."""
    dated = [rule for rule in register.values() if rule.gives_date]
    wrong = []
    for rule in dated:
        time = NOON if rule.period and rule.period.unit == "hour" else None
        due = work_out(rule, start, england(), event_time=time)
        expected = _expected(rule, start)
        found = [reading.date for reading in due.readings[: len(expected)]]
        if found != expected:
            wrong.append((rule.id, rule.figure, found, expected))

    assert len(dated) > 10, framework
    assert not wrong
