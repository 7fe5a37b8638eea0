"""The faults of each document are told, of statements that are there."""

from collections.abc import Mapping

import pytest

from domain import Fault, FaultKind, Rule, Unit
from ingest.corpus import Corpus


@pytest.fixture
def faults(framework: str, corpus: Corpus) -> tuple[Fault, ...]:
    """The faults of one framework's document."""
    return corpus.faults[framework]


def test_a_fault_is_told_in_sentences(faults: tuple[Fault, ...]) -> None:
    """Each is read alone, as a notice beside an answer."""
    assert [f.text for f in faults if not f.text.endswith(".") or f.text != f.text.strip()] == []


def test_a_fault_names_statements_of_the_digest(faults: tuple[Fault, ...], corpus: Corpus) -> None:
    """The statements of a fault can be opened."""
    known = {statement.id for statement in corpus.statements}

    assert not {name for fault in faults for name in fault.statements} - known


def test_a_fault_without_statements_concerns_the_whole_document(
    faults: tuple[Fault, ...],
) -> None:
    """A contradiction, a misplaced block or an unclear line is somewhere."""
    placed = {FaultKind.CONTRADICTION, FaultKind.MISPLACED, FaultKind.UNCLEAR}

    assert not [f.text for f in faults if f.kind in placed and not f.statements]


def test_every_contradiction_of_the_register_is_told(
    faults: tuple[Fault, ...], register: Mapping[str, Rule]
) -> None:
    """Two figures for one thing are a known fault of the document."""
    told = [set(f.statements) for f in faults if f.kind is FaultKind.CONTRADICTION]
    by_id = {rule.id: rule for rule in register.values()}

    untold = [
        (rule.id, other)
        for rule in by_id.values()
        for other in rule.conflicts_with
        if not any(
            names & set(rule.rests_on) and names & set(by_id[other].rests_on) for names in told
        )
    ]

    assert not untold


def test_plain_days_are_told(faults: tuple[Fault, ...], register: Mapping[str, Rule]) -> None:
    """Each deadline that says days without saying working is among those told."""
    told = [f for f in faults if f.kind is FaultKind.DAYS_OR_WORKING_DAYS]
    plain = {
        name
        for rule in register.values()
        if rule.period is not None and rule.period.unit is Unit.DAY
        for name in rule.rests_on
    }

    assert plain == {name for fault in told for name in fault.statements}


KNOWN = {
    "halton": ["supervisory visits", "section 47", "first visit"],
    "leicester": ["Working Together"],
    "luton": ["group supervision", "Working Together"],
    "nct": ["first core group", "first visit", "standard 2", "standard 7"],
    "northamptonshire-2020": ["CIN", "core group", "Working Together"],
}


def test_what_every_reader_stumbles_over_is_among_them(
    framework: str, faults: tuple[Fault, ...]
) -> None:
    """The faults that were known of each document before its digest was written."""
    told = " ".join(fault.text for fault in faults).casefold()

    assert [words for words in KNOWN[framework] if words.casefold() not in told] == []
