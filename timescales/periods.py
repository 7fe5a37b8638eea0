"""A figure as a document writes it becomes a period: "fortnightly" is two weeks."""

import re
from typing import Final

from domain import Period, Unit

PREGNANCY: Final = 40
"""Weeks of gestation on the day the baby is due, as midwives count them."""

_SMALL: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS: Final = {
    word: 10 * tens
    for tens, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
_NUMBERS: Final = {word: number for number, word in enumerate(_SMALL)} | _TENS

_UNITS: Final[dict[str, tuple[int, Unit]]] = {
    "minute": (1, Unit.MINUTE),
    "min": (1, Unit.MINUTE),
    "hour": (1, Unit.HOUR),
    "hr": (1, Unit.HOUR),
    "day": (1, Unit.DAY),
    "calendar day": (1, Unit.DAY),
    "working day": (1, Unit.WORKING_DAY),
    "days working day": (1, Unit.WORKING_DAY),
    "week": (1, Unit.WEEK),
    "calendar week": (1, Unit.WEEK),
    "fortnight": (2, Unit.WEEK),
    "month": (1, Unit.MONTH),
    "calendar month": (1, Unit.MONTH),
    "quarter": (3, Unit.MONTH),
    "year": (1, Unit.YEAR),
    "yr": (1, Unit.YEAR),
}
"""Each unit's singular, with how many of the calculator's units it is."""

_ADVERBS: Final = {
    "daily": "day",
    "weekly": "week",
    "fortnightly": "fortnight",
    "monthly": "month",
    "quarterly": "quarter",
    "yearly": "year",
    "annually": "year",
    "annual": "year",
}

_NUMBER: Final = r"(\d{1,4}(?:\.\d+)?)"
_SIMPLE: Final = re.compile(rf"{_NUMBER}(?: ?(?:-|to) ?{_NUMBER})?[ -]?([a-z][a-z ]*)")
_YEARS_MONTHS: Final = re.compile(r"(\d{1,4}) (?:years?|yrs?),? (?:and )?(\d{1,4}) months?")
_COMPOUND: Final = re.compile(rf"\b({'|'.join(_TENS)})[ -]({'|'.join(_SMALL[1:10])})\b")
_WORD: Final = re.compile(rf"\b({'|'.join(_NUMBERS)})\b")


def parse_period(text: str) -> Period:
    """Read a figure such as "15 working days", "six-monthly", "6-8 weeks", "15.5 years".

    Years with a part, or with months, become months. Raises ValueError, with the figure
    and what is understood, for anything it does not know for certain ("bi-monthly").
    """
    figure = _with_digits(text)
    if match := _YEARS_MONTHS.fullmatch(figure):
        return _period(text, 12 * int(match[1]) + int(match[2]), Unit.MONTH)
    if _unit(figure):
        figure = f"1 {figure}"
    match = _SIMPLE.fullmatch(figure)
    unit = _unit(match[3]) if match else None
    if match is None or unit is None:
        raise _refused(text)
    return _amounts(text, match[1], match[2], unit)


def parse_count(text: str) -> tuple[int, Period]:
    """Read a frequency such as "10 per 1 year": how many times, and in which period.

    Raises ValueError for anything else.
    """
    times, per, period = _with_digits(text).partition(" per ")
    if not per or not times.isdecimal() or int(times) < 1:
        raise ValueError(f'{text!r} is not a count: write it as "10 per 1 year"')
    return int(times), parse_period(period)


def parse_gestation(text: str) -> Period:
    """Read a stage of pregnancy: "24 weeks", or "week 20", which begins when 19 are complete.

    Raises ValueError for anything else, and for what is no week of a pregnancy.
    """
    figure = _with_digits(text)
    if match := re.fullmatch(r"week (\d{1,2})", figure):
        week = int(match[1])
        period = Period(amount=week - 1, upper=week, unit=Unit.WEEK)
    else:
        period = parse_period(text)
    if period.unit is not Unit.WEEK or not 1 <= period.amount < PREGNANCY:
        raise ValueError(
            f'{text!r} is no stage of a pregnancy: write it as "24 weeks", or as "week 20"'
        )
    return period


def _with_digits(text: str) -> str:
    """Lower case, one kind of dash, single spaces, and number words as digits."""
    figure = re.sub("[‐‑‒–—]", "-", " ".join(text.lower().split()))
    figure = figure.replace("working-day", "working day")
    figure = re.sub(r"(?<=\d)½| and a half\b", ".5", figure)
    figure = re.sub(r"^an? (?=[a-z])", "1 ", figure)
    figure = _COMPOUND.sub(lambda m: str(_NUMBERS[m[1]] + _NUMBERS[m[2]]), figure)
    figure = _WORD.sub(lambda m: str(_NUMBERS[m[1]]), figure)
    return re.sub(rf"^between {_NUMBER} and {_NUMBER} ", r"\1-\2 ", figure)


def _unit(word: str) -> tuple[int, Unit] | None:
    """The unit that a singular, plural or adverb names."""
    return _UNITS.get(_ADVERBS.get(word, word.removesuffix("s")))


def _amounts(text: str, amount: str, upper: str | None, unit: tuple[int, Unit]) -> Period:
    """A period of whole amounts; a part of a year becomes months."""
    size, name = unit
    if "." not in f"{amount}{upper}":
        return _period(text, size * int(amount), name, size * int(upper) if upper else None)
    months = 12 * float(amount)
    if upper or name is not Unit.YEAR or not months.is_integer():
        raise _refused(text)
    return _period(text, int(months), Unit.MONTH)


def _period(text: str, amount: int, unit: Unit, upper: int | None = None) -> Period:
    if amount < 1 or (upper is not None and upper <= amount):
        raise _refused(text)
    return Period(amount=amount, unit=unit, upper=upper)


def _refused(text: str) -> ValueError:
    return ValueError(
        f"{text!r} is not a period that can be counted: write an amount and a unit (hours, "
        'days, working days, weeks, months, years), a range ("6-8 weeks") or a word such '
        'as "fortnightly"'
    )
