"""The registers' worked examples, one test each; a practice lead can add to them."""

import datetime as dt
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from domain import Rule
from timescales import england, sooner_of, work_out

Registers = Mapping[str, Mapping[str, Rule]]

EXAMPLES: dict[str, list[dict[str, Any]]] = {
    path.stem: tomllib.loads(path.read_text(encoding="utf-8"))["example"]
    for path in sorted((Path(__file__).parent / "examples").glob("*.toml"))
}
ALL = [(owner, example) for owner, examples in EXAMPLES.items() for example in examples]


@pytest.mark.parametrize(
    ("owner", "example"), ALL, ids=[f"{owner}: {example['name']}" for owner, example in ALL]
)
def test_the_example_is_worked_out_as_written(owner, example, registers: Registers) -> None:
    """The calculator gives the date that a person counted."""
    due = work_out(
        registers[owner][example["rule"]],
        example["event"],
        england(),
        event_time=example.get("at"),
    )

    assert (due.date, due.time) == (example["due"], example.get("due_at")), example["why"]


def test_every_figure_of_every_statement_of_nct_has_an_example(registers: Registers) -> None:
    """No figure that can be counted goes without a worked example."""
    rules = registers["nct"]
    shown = {_what(rules[example["rule"]]) for example in EXAMPLES["nct"]}

    assert {_what(rule) for rule in rules.values() if rule.gives_date} <= shown


def test_every_way_of_counting_has_an_example(framework: str, register: Mapping[str, Rule]) -> None:
    """Each form in each unit that a register holds was counted by hand at least once."""
    shown = {_counts(register[example["rule"]]) for example in EXAMPLES[framework]}

    assert {_counts(rule) for rule in register.values() if rule.gives_date} - shown == set()


def _what(rule: Rule) -> tuple[object, ...]:
    return rule.rests_on[0], rule.form, rule.figure


def _counts(rule: Rule) -> tuple[object, ...]:
    assert rule.period is not None
    return rule.form, rule.period.unit


def test_after_a_pre_birth_conference_the_sooner_date_holds(registers: Registers) -> None:
    """One month from the birth or three from the conference: the sooner of the two."""
    rules = registers["nct"]
    after_birth, after_conference = rules["rcpc-after-birth"], rules["rcpc-after-pre-birth-icpc"]
    assert after_birth.sooner_than == after_conference.id
    assert after_conference.sooner_than == after_birth.id

    sooner = sooner_of(
        work_out(after_birth, dt.date(2026, 3, 31), england()),
        work_out(after_conference, dt.date(2026, 1, 20), england()),
    )

    assert sooner.date == dt.date(2026, 4, 20)
