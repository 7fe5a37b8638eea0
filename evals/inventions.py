"""Inventions made of true sentences: each changes one thing that the guard must notice."""

import re
from collections.abc import Callable, Iterator, Mapping

_UNITS = {"days": "weeks", "weeks": "months", "months": "weeks", "hours": "days", "years": "months"}
_NUMBERS = {"one": "two", "two": "three", "three": "four", "four": "six", "five": "ten",
            "six": "eight", "ten": "twelve"}  # fmt: skip
_ROLES = {"social worker": "team manager", "manager": "social worker", "chair": "social worker",
          "parents": "children", "child": "parent"}  # fmt: skip
_TURNED = {"before": "after", "after": "before", "within": "after", "until": "after"}
_CONDITION = re.compile(
    r"(?:^(?:if|when|where|unless) [^,]+, )|(?:,? (?:if|unless|except|where|when) [^,.;]+)", re.I
)
_HALVES = re.compile(r"^(?P<first>[^,.;:]{12,90}?) (?P<how>before|after|within .{3,25}? of) "
                     r"(?P<second>[^,.;:]{8,90})\.$", re.I)  # fmt: skip


def inventions(text: str) -> Iterator[tuple[str, str]]:
    """Each way in which a sentence can be made untrue here, as its name and the new sentence."""
    for name, change in _CHANGES.items():
        changed = change(text)
        if changed and changed != text:
            yield name, changed


def _swap(words: Mapping[str, str]) -> Callable[[str], str]:
    pattern = re.compile(rf"\b(?:{'|'.join(words)})\b", re.I)
    return lambda text: pattern.sub(lambda found: words[found[0].lower()], text, count=1)


def _figure(text: str) -> str:
    return re.sub(r"\b\d+\b", lambda found: str(int(found[0]) + 5), text, count=1)


def _plain_days(text: str) -> str:
    return re.sub(r"\bworking days\b", "days", text, count=1)


def _denied(text: str) -> str:
    return f"Do not {text[0].lower()}{text[1:]}"


def _weakened(text: str) -> str:
    return re.sub(r"\b(is|are)\b", r"may be", text, count=1)


def _widened(text: str) -> str:
    return re.sub(
        r"\b(the|a) (child|family|plan|visit|meeting|record)\b", r"every \2", text, count=1
    )


def _without_condition(text: str) -> str:
    shorter = _CONDITION.sub("", text, count=1).strip()
    return f"{shorter[0].upper()}{shorter[1:]}" if len(shorter.split()) > 3 else ""


def _turned_round(text: str) -> str:
    found = _HALVES.match(text)
    if not found:
        return ""
    return f"{found['second']} {found['how']} {found['first'][0].lower()}{found['first'][1:]}."


def _added(text: str) -> str:
    return re.sub(r"\.$", ", with a form signed by the family.", text)


def _dated(text: str) -> str:
    return re.sub(r"\.$", " by Friday.", text)


_CHANGES: Mapping[str, Callable[[str], str]] = {
    "another figure": _figure,
    "another number in words": _swap(_NUMBERS),
    "another unit": _swap(_UNITS),
    "days for working days": _plain_days,
    "another role": _swap(_ROLES),
    "before for after": _swap(_TURNED),
    "turned round": _turned_round,
    "denied": _denied,
    "weakened": _weakened,
    "made to hold for all": _widened,
    "without its condition": _without_condition,
    "and for or": _swap({"or": "and"}),
    "with more than it says": _added,
    "with a date": _dated,
}
