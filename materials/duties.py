"""Statements as duties: what one question can be made of."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from domain import Statement, Strength
from materials.reading import Duty, Reader, Reading

_POINTS = re.compile(r"\b(?:these|the following|this|such|both|one of)\b", re.IGNORECASE)

BINDING = frozenset({Strength.MUST, Strength.SHOULD})

_RUNS_ON = re.compile(
    r"\b(?:to|by|of|that|are|is|be|for|with|which|includes?|using|out|on|as|from|in|through|covers?"
    r"|means|about|at|under|how|and|or|include|combines?|comprises?|contains?|considers?|requires?"
    r"|explores?|address(?:es)?|ensures?|looks? at|where|when|if|unless|who)\s*:?\s*$",
    re.IGNORECASE,
)
"""A lead-in that its items complete: none of them is a sentence by itself."""


_CONDITION = re.compile(
    r"(?:if|when|where|once|before|after|for|during|following)\b[^,.;:]+:?", re.IGNORECASE
)
"""A lead-in that says nothing but in which case its items hold."""

MOST_CONDITION = 20
"""Words of such a lead-in that a question can begin with."""


def prepare(statements: Iterable[Statement], read: Reader) -> None:
    """Have read what `duties` will want to have read."""
    duties(statements, read)


def duties(statements: Iterable[Statement], read: Reader) -> tuple[Duty, ...]:
    """The duties in the statements that bind, in their order; a list of fragments is one duty.

    Where the lead-in of a list is a statement of its own, it leads the list.
    """
    binding = [each for each in statements if each.strength in BINDING]
    found: list[Duty] = []
    for (lead_in, *_), group in groupby(binding, key=lambda s: (s.lead_in, s.section, s.strength)):
        under = list(group)
        if not lead_in:
            found += (_alone(each, read) for each in under)
            continue
        led = list(_led(under, read))
        if found and found[-1].first.text == lead_in and len(led) == 1 and led[0].is_list:
            parent = found.pop()
            led = [Duty(statements=(*parent.statements, *under), reading=parent.reading)]
        found += led
    return tuple(found)


def _alone(statement: Statement, read: Reader) -> Duty:
    return Duty(statements=(statement,), reading=read(statement.text))


def _led(under: Sequence[Statement], read: Reader) -> Iterator[Duty]:
    """A list under a lead-in: apart where its items are sentences, else as one."""
    apart = [_in_case(_alone(each, read)) for each in under]
    read_ones = sum(duty.reading is not None for duty in apart)
    lead_in = under[0].lead_in
    if _RUNS_ON.search(lead_in):
        yield Duty(statements=tuple(under), runs_on=True, in_list=True)
    elif read_ones * 2 < len(apart):
        yield Duty(statements=tuple(under), reading=_of_lead_in(lead_in, read), in_list=True)
    else:
        yield from apart


def _in_case(duty: Duty) -> Duty:
    """An item with the condition that its lead-in is; one that cannot be said is not read."""
    lead_in = duty.first.lead_in
    if duty.reading is None or not _CONDITION.fullmatch(lead_in):
        return duty
    said = set(re.findall(r"[a-z]{4,}", (duty.reading.do or duty.reading.fact).lower()))
    told = set(re.findall(r"[a-z]{4,}", lead_in.lower()))
    if len(told & said) * 2 >= len(told):
        return duty
    if duty.reading.when or len(lead_in.split()) > MOST_CONDITION or " no such " in lead_in:
        return replace(duty, reading=None, in_list=True)
    when = f"{lead_in[:1].lower()}{lead_in[1:].rstrip(': ')}"
    return replace(duty, reading=replace(duty.reading, when=when))


def _of_lead_in(lead_in: str, read: Reader) -> Reading | None:
    """A lead-in's own reading, where it says a whole thing without its items."""
    return None if _POINTS.search(lead_in) else read(lead_in.rstrip(" :"))
