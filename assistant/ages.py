"""An age that a question tells, and whether a timescale's condition holds for it."""

import re

_NUMBERS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen twenty".split()
    )
}
NUMBER = rf"(\d{{1,2}}|{'|'.join(_NUMBERS)})"
_SAID = re.compile(
    rf"\b(?:(?:is|are|was|turned|aged?|just)|(?:s?he|they|it)['’](?:s|re))\s+{NUMBER}\b"
    r"(?!\s*(?:days?|weeks?|months?|working|hours?|st|nd|rd|th|[/:.]\d|on\b|"
    r"jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))"
    rf"|\b(?:child|kid|boy|girl|lad|leaver|person)(?:,| of)\s+{NUMBER}\b"
    r"(?=\s*(?:,|had|has|was|is))"
    rf"|\b{NUMBER}\s*-?\s*(?:yo\b|(?:yrs?|years?)[\s-]*olds?\b)",
    re.IGNORECASE,
)
_RANGE = re.compile(rf"\b{NUMBER}\s*(?:-|–|to|or)\s*{NUMBER}\b")
_UNDER = re.compile(rf"\bunder {NUMBER}\b(?!\s*\()")
_UP_TO = re.compile(rf"\b(?:up to age|until the young person is) {NUMBER}\b")
_FROM = re.compile(rf"\b{NUMBER}(?: years)? or (?:over|older)\b|\b(?:post|over) {NUMBER}\b")
_AGED = re.compile(r"\b(?:ages?|aged|years|older|over|under|post \d|young person is)\b")


def ages_said(text: str) -> tuple[int, ...]:
    """The ages in years that a text tells: "she's 3", "a 9 year old", "aged 17"."""
    found = _SAID.findall(text)
    return tuple(value(next(filter(None, each))) for each in found)


def holds_at(condition: str, age: int) -> bool | None:
    """Whether a condition about age holds at an age; None where it is about none."""
    folded = condition.lower()
    if not _AGED.search(folded) or "section" in folded:
        return None
    if found := _RANGE.search(folded):
        return value(found[1]) <= age <= value(found[2])
    if found := _UP_TO.search(folded) or _UNDER.search(folded):
        return age < value(found[1])
    if found := _FROM.search(folded):
        return age >= value(found[1] or found[2])
    return None


def value(word: str) -> int:
    """What a number in figures or a word of `NUMBER` comes to."""
    return int(word) if word.isdigit() else _NUMBERS[word.lower()]
