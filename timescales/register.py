"""A register of timescales: TOML in, rules out, or a fault that names its place.

A framework's own register (`parse_register`) and an instrument of the law's minimum
(`parse_floor`) are written alike; the first rests on statements, the second on regulations.
"""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pydantic_core import ErrorDetails

from domain import (
    Bound,
    CorpusFault,
    Edition,
    FloorRule,
    Form,
    Instrument,
    Period,
    Rule,
    statement_id,
)
from timescales.periods import parse_count, parse_gestation, parse_period
from timescales.register_entries import FloorEntry, RuleEntry, TimescaleEntry

_DEFAULT_BOUNDS: Final = {
    Form.WITHIN: Bound.AT_MOST,
    Form.BEFORE: Bound.AT_LEAST,
    Form.EVERY: Bound.AT_MOST,
    Form.AT_AGE: Bound.AT_MOST,
    Form.AT_GESTATION: Bound.AT_MOST,
    Form.COUNT: Bound.AT_LEAST,
    Form.LASTS: Bound.ABOUT,
    Form.AGES: Bound.ABOUT,
    Form.WITHOUT_FIGURE: Bound.AT_MOST,
}

EntryT = TypeVar("EntryT", bound=TimescaleEntry)

_SOURCE_PREFIX: Final = f"{Edition.SOURCE}:"


class _Head(BaseModel):
    """What an instrument's file says of the instrument, above its rules."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: str = Field(min_length=1)
    number: str = Field(min_length=1)
    text_as_at: str = Field(min_length=1)
    source: str = Field(min_length=1)


def parse_register(text: str, *, framework: str, file: str) -> tuple[Rule, ...]:
    """The rules of one framework's timescales.toml, in its order.

    `file` names the file in faults. A conflict that one rule declares is kept on both.
    Raises CorpusFault with every problem found: file, rule id and field.
    """
    head, tables = _tables(text, file)
    if head:
        raise CorpusFault(file, [f"{key}: only [[rule]] tables are known here" for key in head])
    entries, problems = _entries(tables, RuleEntry)
    problems = problems or _cross_problems(entries)
    if problems:
        raise CorpusFault(file, problems)
    return tuple(_rule(entry, framework, entries) for entry in entries)


def parse_floor(text: str, *, instrument: str, file: str) -> tuple[FloorRule, ...]:
    """The rules of one instrument of the law's minimum, in its order.

    `instrument` is the id that its rules are cited by, `file` names the file in faults.
    Raises CorpusFault with every problem found.
    """
    head, tables = _tables(text, file)
    try:
        named = _Head.model_validate(head)
    except ValidationError as fault:
        problems = [f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in fault.errors()]
        raise CorpusFault(file, problems) from None
    entries, problems = _entries(tables, FloorEntry)
    problems = problems or _used_twice(entries)
    if problems:
        raise CorpusFault(file, problems)
    law = Instrument(id=instrument, **named.model_dump())
    return tuple(
        FloorRule(instrument=law, regulation=entry.regulation, rule=_plain_rule(entry, instrument))
        for entry in entries
    )


def _tables(text: str, file: str) -> tuple[dict[str, Any], list[object]]:
    """What stands above the rules, and the rules' tables."""
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        raise CorpusFault(file, [f"not TOML: {fault}"]) from fault
    tables = content.pop("rule", None)
    if not isinstance(tables, list) or not tables:
        problems = [f"{key}: only [[rule]] tables are known here" for key in content]
        raise CorpusFault(file, [*problems, "rule: at least one [[rule]] table is needed"])
    return content, tables


def _entries(tables: Iterable[object], shape: type[EntryT]) -> tuple[tuple[EntryT, ...], list[str]]:
    """The tables as entries, and what is wrong with those that are none."""
    entries, problems = [], []
    for number, table in enumerate(tables, 1):
        try:
            entries.append(shape.model_validate(table))
        except ValidationError as fault:
            problems += _told(table, number, fault)
    return tuple(entries), problems


def _told(table: object, number: int, fault: ValidationError) -> list[str]:
    """Each of pydantic's complaints as one line: which rule, which field, what."""
    name = table.get("id") if isinstance(table, Mapping) else None
    rule = f"rule {name!r}" if isinstance(name, str) else f"rule number {number}"
    return [f"{rule}{_field(error)}: {_what(error)}" for error in fault.errors()]


def _field(error: ErrorDetails) -> str:
    return "".join(f", {part}" for part in error["loc"])


def _what(error: ErrorDetails) -> str:
    return error["msg"].removeprefix("Value error, ")


def _used_twice(entries: Sequence[TimescaleEntry]) -> list[str]:
    ids = [entry.id for entry in entries]
    twice = sorted({name for name in ids if ids.count(name) > 1})
    return [f"rule {name!r}, id: used more than once" for name in twice]


def _cross_problems(entries: Sequence[RuleEntry]) -> list[str]:
    """What is wrong between rules: an id used twice, a reference to no other rule here."""
    ids = {entry.id for entry in entries}
    problems = _used_twice(entries)
    for entry in entries:
        problems += [
            f"rule {entry.id!r}, {field}: {name!r} is not another rule in this file"
            for field, name in _references(entry)
            if name not in ids or name == entry.id
        ]
    return problems


def _references(entry: RuleEntry) -> list[tuple[str, str]]:
    references = [("conflicts_with", name) for name in entry.conflicts_with]
    if entry.sooner_than:
        references.append(("sooner_than", entry.sooner_than))
    if entry.by and ":" not in entry.by:
        references.append(("by", entry.by))
    return references


def _rule(entry: RuleEntry, framework: str, entries: Iterable[RuleEntry]) -> Rule:
    told_of = (other.id for other in entries if entry.id in other.conflicts_with)
    conflicts = dict.fromkeys((*entry.conflicts_with, *told_of))
    return replace(
        _plain_rule(entry, framework),
        rests_on=tuple(_statement(framework, name) for name in entry.rests_on),
        about=entry.about,
        conflicts_with=tuple(f"{framework}:{name}" for name in conflicts),
        sooner_than=f"{framework}:{entry.sooner_than}" if entry.sooner_than else None,
        if_missed=tuple(_statement(framework, name) for name in entry.if_missed),
        by=_owned(entry.by, framework) if entry.by else None,
        stated_as=entry.stated_as or "",
        floor=entry.floor,
        reviewed=entry.reviewed,
    )


def _owned(name: str, framework: str) -> str:
    """A rule's full id: it has one already where it is the law's."""
    return name if ":" in name else f"{framework}:{name}"


def _plain_rule(entry: TimescaleEntry, owner: str) -> Rule:
    """The rule as far as a framework's and the law's are alike."""
    times, period = _amount(entry.form, entry.figure)
    return Rule(
        id=f"{owner}:{entry.id}",
        framework=owner,
        subject=entry.subject,
        event=entry.event,
        form=entry.form,
        figure=entry.figure,
        period=period,
        starts=entry.starts,
        bound=entry.bound or _DEFAULT_BOUNDS[entry.form],
        rests_on=(),
        conditions=entry.conditions,
        times=times,
        who=entry.who or "",
        note=entry.note,
    )


def _statement(framework: str, name: str) -> str:
    """The id of a digest statement, or of an imported one written as `source:...`."""
    if name.startswith(_SOURCE_PREFIX):
        return statement_id(framework, Edition.SOURCE, name.removeprefix(_SOURCE_PREFIX))
    return statement_id(framework, Edition.DIGEST, name)


def _amount(form: Form, figure: str) -> tuple[int | None, Period | None]:
    """How many times (of a count) and the period (of all but a rule without a figure)."""
    if form is Form.WITHOUT_FIGURE:
        return None, None
    if form is Form.COUNT:
        return parse_count(figure)
    return None, parse_gestation(figure) if form is Form.AT_GESTATION else parse_period(figure)
