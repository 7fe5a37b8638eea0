"""The faults of a document are told, of statements that are there."""

import tomllib
from pathlib import Path

import pytest

from ingest.corpus import Corpus

KINDS = {
    "broken-reference",
    "contradiction",
    "days-or-working-days",
    "layout",
    "misplaced",
    "no-starting-point",
    "repeated",
    "unclear",
    "undated",
    "undefined-term",
}


@pytest.fixture(scope="module")
def faults(corpus_folder: Path):
    """The faults of the NCT document."""
    return tomllib.loads((corpus_folder / "nct/faults.toml").read_text(encoding="utf-8"))["fault"]


def test_a_fault_has_a_known_kind_and_a_sentence(faults) -> None:
    """A fault says what kind it is and tells it in a sentence."""
    wrong = [
        fault
        for fault in faults
        if set(fault) != {"kind", "text", "statements"}
        or fault["kind"] not in KINDS
        or not fault["text"].endswith(".")
    ]

    assert not wrong


def test_a_fault_names_statements_of_the_digest(faults, corpus: Corpus) -> None:
    """The statements of a fault can be opened."""
    known = {s.id for s in corpus.statements}

    named = {f"nct:digest:{name}" for fault in faults for name in fault["statements"]}

    assert not named - known


def test_every_contradiction_of_the_register_is_told(faults, register) -> None:
    """Two figures for one thing are a known fault of the document."""
    told = [set(f["statements"]) for f in faults if f["kind"] == "contradiction"]
    by_id = {rule.id: rule for rule in register.values()}

    untold = [
        rule.id
        for rule in by_id.values()
        for other in rule.conflicts_with
        if not any(_names(rule) & names and _names(by_id[other]) & names for names in told)
    ]

    assert not untold


def _names(rule) -> set[str]:
    return {name.removeprefix("nct:digest:") for name in rule.rests_on}


def test_plain_days_are_told(faults, register) -> None:
    """Each deadline that says days without saying working is among those told."""
    [fault] = [f for f in faults if f["kind"] == "days-or-working-days"]
    plain = {
        name
        for rule in register.values()
        if rule.period is not None and rule.period.unit.value == "day"
        for name in _names(rule)
    }

    assert plain == set(fault["statements"])
