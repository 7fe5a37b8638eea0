"""The register's worked examples, one test each; a practice lead can add to them."""

import datetime as dt
import tomllib
from pathlib import Path
from typing import Any

import pytest

from domain import Form, Rule
from timescales import england, sooner_of, work_out

EXAMPLES: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("examples.toml").read_text(encoding="utf-8")
)["example"]
NOT_CALCULATED = {Form.WITHOUT_FIGURE, Form.COUNT}


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["name"])
def test_the_example_is_worked_out_as_written(example, register: dict[str, Rule]) -> None:
    """The calculator gives the date that a person counted."""
    due = work_out(
        register[example["rule"]], example["event"], england(), event_time=example.get("at")
    )

    assert (due.date, due.time) == (example["due"], example.get("due_at")), example["why"]


def test_every_figure_of_every_statement_has_an_example(register: dict[str, Rule]) -> None:
    """No figure that can be counted goes without a worked example."""
    shown = {_what(register[example["rule"]]) for example in EXAMPLES}

    assert {_what(r) for r in register.values() if r.form not in NOT_CALCULATED} <= shown


def _what(rule: Rule) -> tuple[str, Form, str]:
    return rule.rests_on[0], rule.form, rule.figure


def test_after_a_pre_birth_conference_the_sooner_date_holds(register: dict[str, Rule]) -> None:
    """One month from the birth or three from the conference: the sooner of the two."""
    after_birth, after_conference = (
        register["rcpc-after-birth"],
        register["rcpc-after-pre-birth-icpc"],
    )
    assert after_birth.sooner_than == after_conference.id
    assert after_conference.sooner_than == after_birth.id

    sooner = sooner_of(
        work_out(after_birth, dt.date(2026, 3, 31), england()),
        work_out(after_conference, dt.date(2026, 1, 20), england()),
    )

    assert sooner.date == dt.date(2026, 4, 20)
