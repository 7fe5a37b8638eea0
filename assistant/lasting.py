"""How long something has gone on, as a question tells, and whether a condition then holds."""

import re

from assistant.ages import NUMBER, value

_LASTED = re.compile(
    rf"\b(?:for|over|past|been|more than|known)\s+"
    rf"(?:(?:about|over|around|some|more than|the|last|past|well)\s+)*"
    rf"(?:{NUMBER}|an?)\s*(years?|yrs?|months?|mths?)\b(?![\s-]*olds?\b)",
    re.IGNORECASE,
)
_AFTER_FIRST_YEAR = re.compile(r"\bafter the (?:1st|first) year\b|\ba year has passed\b")
_FIRST_YEAR = re.compile(r"\b(?:1st|first) year\b")


def years_lasted(text: str) -> float | None:
    """The years that a text says something has gone on: "known for two years", "over 18 months".

    None where it tells of none, or of several.
    """
    found = _LASTED.findall(text)
    if len(found) != 1:
        return None
    number, unit = found[0]
    count = value(number) if number else 1
    return count / 12 if unit.lower().startswith("m") else float(count)


def holds_after(condition: str, years: float) -> bool | None:
    """Whether a condition about the first year holds so long after; None where it is about none."""
    folded = condition.lower()
    if _AFTER_FIRST_YEAR.search(folded):
        return years >= 1
    return years < 1 if _FIRST_YEAR.search(folded) else None
