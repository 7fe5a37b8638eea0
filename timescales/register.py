"""A framework's register of timescales: TOML in, rules out, or a fault that names its place."""

import tomllib
from collections.abc import Iterable, Mapping
from typing import Final

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from domain import Bound, CorpusFault, Edition, Form, Period, Rule, statement_id
from timescales.periods import parse_count, parse_period
from timescales.register_entries import RuleEntry

_DEFAULT_BOUNDS: Final = {
    Form.WITHIN: Bound.AT_MOST,
    Form.BEFORE: Bound.AT_LEAST,
    Form.EVERY: Bound.AT_MOST,
    Form.AT_AGE: Bound.AT_MOST,
    Form.COUNT: Bound.AT_LEAST,
    Form.WITHOUT_FIGURE: Bound.AT_MOST,
}


def parse_register(text: str, *, framework: str, file: str) -> tuple[Rule, ...]:
    """The rules of one framework's timescales.toml, in its order.

    `file` names the file in faults. A conflict that one rule declares is kept on both.
    Raises CorpusFault with every problem found: file, rule id and field.
    """
    tables = _tables(text, file)
    entries, problems = [], []
    for number, table in enumerate(tables, 1):
        try:
            entries.append(RuleEntry.model_validate(table))
        except ValidationError as fault:
            problems += _told(table, number, fault)
    problems = problems or _cross_problems(entries)
    if problems:
        raise CorpusFault(file, problems)
    return tuple(_rule(entry, framework, entries) for entry in entries)


def _tables(text: str, file: str) -> list[object]:
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        raise CorpusFault(file, [f"not TOML: {fault}"]) from fault
    tables = content.pop("rule", None)
    problems = [f"{key}: only [[rule]] tables are known here" for key in content]
    if not isinstance(tables, list) or not tables:
        problems.append("rule: at least one [[rule]] table is needed")
        tables = []
    if problems:
        raise CorpusFault(file, problems)
    return tables


def _told(table: object, number: int, fault: ValidationError) -> list[str]:
    """Each of pydantic's complaints as one line: which rule, which field, what."""
    name = table.get("id") if isinstance(table, Mapping) else None
    rule = f"rule {name!r}" if isinstance(name, str) else f"rule number {number}"
    return [f"{rule}{_field(error)}: {_what(error)}" for error in fault.errors()]


def _field(error: ErrorDetails) -> str:
    return "".join(f", {part}" for part in error["loc"])


def _what(error: ErrorDetails) -> str:
    return error["msg"].removeprefix("Value error, ")


def _cross_problems(entries: Iterable[RuleEntry]) -> list[str]:
    """What is wrong between rules: an id used twice, a reference to no other rule here."""
    entries = tuple(entries)
    ids = [entry.id for entry in entries]
    twice = sorted({name for name in ids if ids.count(name) > 1})
    problems = [f"rule {name!r}, id: used more than once" for name in twice]
    for entry in entries:
        problems += [
            f"rule {entry.id!r}, {field}: {name!r} is not another rule in this file"
            for field, name in _references(entry)
            if name not in ids or name == entry.id
        ]
    return problems


def _references(entry: RuleEntry) -> list[tuple[str, str]]:
    references = [("conflicts_with", name) for name in entry.conflicts_with]
    return references + ([("sooner_than", entry.sooner_than)] if entry.sooner_than else [])


def _rule(entry: RuleEntry, framework: str, entries: Iterable[RuleEntry]) -> Rule:
    form = next(form for form in Form if getattr(entry, form.value) is not None)
    figure: str = getattr(entry, form.value)
    times, period = _amount(form, figure)
    told_of = (other.id for other in entries if entry.id in other.conflicts_with)
    conflicts = dict.fromkeys((*entry.conflicts_with, *told_of))
    return Rule(
        id=f"{framework}:{entry.id}",
        framework=framework,
        subject=entry.subject,
        event=entry.event,
        form=form,
        figure=figure,
        period=period,
        bound=entry.bound or _DEFAULT_BOUNDS[form],
        rests_on=tuple(statement_id(framework, Edition.DIGEST, name) for name in entry.rests_on),
        about=entry.about,
        starts=entry.starts,
        conditions=entry.conditions,
        times=times,
        conflicts_with=tuple(f"{framework}:{name}" for name in conflicts),
        sooner_than=f"{framework}:{entry.sooner_than}" if entry.sooner_than else None,
        note=entry.note,
    )


def _amount(form: Form, figure: str) -> tuple[int | None, Period | None]:
    """How many times (of a count) and the period (of all but a rule without a figure)."""
    if form is Form.WITHOUT_FIGURE:
        return None, None
    return parse_count(figure) if form is Form.COUNT else (None, parse_period(figure))
