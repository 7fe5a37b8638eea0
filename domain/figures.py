"""Figures of time in a text, brought to one form so that they can be compared."""

import re
from dataclasses import dataclass
from functools import lru_cache

_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_NUMBERS = {
    **{word: number for number, word in enumerate(_WORDS)},
    **{word: number for number, word in zip(range(20, 100, 10), _TENS, strict=True)},
}
_NUMBER = rf"(?:\d+(?:\.\d+)?|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
_UNIT = (
    r"(?:(?:calendar|working|full|consecutive)[\s-]+)*"
    r"(?:minute|hour|hr|day|week|month|year|yr)s?"
)
_ADVERBS = {
    "daily": "1 day",
    "weekly": "1 week",
    "fortnight": "2 week",
    "fortnightly": "2 week",
    "monthly": "1 month",
    "quarterly": "3 month",
    "annual": "1 year",
    "annually": "1 year",
    "yearly": "1 year",
    "termly": "termly",
    "same day": "same day",
    "twice a year": "twice a year",
}
_FIGURE = re.compile(
    rf"\b(?P<amount>{_NUMBER})(?:\s*(?:-|–|to)\s*(?P<upper>{_NUMBER}))?"
    rf"[\s-]*(?P<unit>{_UNIT})(?:['’]s?)?\b"
    rf"|\b(?P<each>{_NUMBER})[\s-]+(?P<ly>weekly|monthly|yearly)\b"
    rf"|\bevery\s+(?P<single>day|week|month|year)\b"
    rf"|\b(?<!bi-)(?P<adverb>{'|'.join(sorted(_ADVERBS, key=len, reverse=True))})\b",
    re.IGNORECASE,
)
_SINGLE = {"hr": "hour", "yr": "year"}


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundFigure:
    """A figure of time where it stands in a text."""

    words: str
    """As it is written: "fifteen working days"."""

    normal: str
    """In the one form that equal figures share: "15 working day"."""

    start: int
    end: int


def find_figures(text: str) -> tuple[FoundFigure, ...]:
    """Every figure of time in the text, in order, with its place."""
    return tuple(
        FoundFigure(
            words=match.group(), normal=_normal(match), start=match.start(), end=match.end()
        )
        for match in _FIGURE.finditer(text)
    )


@lru_cache(maxsize=10_000)
def time_figures(text: str) -> tuple[str, ...]:
    """Every figure of time in the text, in order, as "15 working day", "6-8 week", "1 month".

    Number words become digits and units singular, so that equal figures are equal strings;
    working days stay apart from plain days.
    """
    return tuple(found.normal for found in find_figures(text))


def _normal(match: re.Match[str]) -> str:
    if match["adverb"]:
        return _ADVERBS[match["adverb"].lower()]
    if match["single"]:
        return f"1 {match['single'].lower()}"
    if match["each"]:
        return f"{_number(match['each'])} {match['ly'].lower().removesuffix('ly')}"
    unit = re.sub(r"[\s-]+", " ", match["unit"].lower()).removesuffix("s")
    unit = re.sub(r"\b(?:calendar|full|consecutive) ", "", unit)
    amount = _number(match["amount"])
    if match["upper"]:
        amount += f"-{_number(match['upper'])}"
    return f"{amount} {_SINGLE.get(unit, unit)}"


def _number(word: str) -> str:
    return str(_NUMBERS.get(word.lower(), word))
