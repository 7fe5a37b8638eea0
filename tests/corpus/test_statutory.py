"""The law's minimum: what it holds, and that the registers' floors are of their kind."""

import re

import pytest

from api.registers import Registers, load_registers
from domain import Form, Standing
from ingest.corpus import Corpus
from timescales import england, standing

INSTRUMENTS = {
    "care-leavers-2010": ("SI 2010/2571", 7),
    "care-planning-2010": ("SI 2010/959", 42),
    "fostering-services-2011": ("SI 2011/581", 6),
    "private-fostering-2005": ("SI 2005/1533", 8),
}
"""Each instrument's number, and how many of its timescales were read in its text."""


@pytest.fixture(scope="module")
def registers(corpus: Corpus) -> Registers:
    """Every register, checked as the service checks it at opening."""
    return load_registers(corpus)


@pytest.mark.parametrize("instrument", INSTRUMENTS)
def test_each_timescale_that_was_read_is_there(instrument: str, registers: Registers) -> None:
    """With its instrument's number; a rule taken out or added is a change to be looked at."""
    own = [f for f in registers.floors.values() if f.instrument.id == instrument]

    assert {f.instrument.number for f in own} == {INSTRUMENTS[instrument][0]}
    assert len(own) == INSTRUMENTS[instrument][1]


def test_each_rule_names_its_regulation_and_the_text_that_was_read(registers: Registers) -> None:
    """So that it can be checked against the law in force."""
    wrong = [
        f.rule.id
        for f in registers.floors.values()
        if not re.match(r"\d+[A-Z]?(\(|,|$)", f.regulation)
        or not re.search(r"\b20\d\d\b", f.instrument.text_as_at)
    ]

    assert not wrong


@pytest.mark.parametrize(
    ("rule", "figure", "regulation"),
    [
        ("care-planning-2010:first-review", "20 working days", "33(1)"),
        ("care-planning-2010:second-review", "three months", "33(2)"),
        ("care-planning-2010:later-reviews", "six months", "33(2)"),
        ("care-planning-2010:placement-plan", "5 working days", "9(2)"),
        ("care-planning-2010:care-plan", "10 working days", "4(2)"),
        ("care-planning-2010:first-visit", "one week", "28(2)(a)"),
        ("care-planning-2010:visits-first-year", "six weeks", "28(2)(b)"),
        ("care-planning-2010:pathway-assessment", "three months", "42(1)"),
        ("care-leavers-2010:pathway-review", "six months", "7(2)(c)"),
        ("care-leavers-2010:adviser-visit", "7 days", "8(2)(a)"),
        ("private-fostering-2005:first-visit-after-start", "seven working days", "7(1)"),
        ("private-fostering-2005:visits-later", "12 weeks", "8(1)(b)"),
        ("fostering-services-2011:resignation", "28 days", "28(13)"),
    ],
)
def test_a_figure_is_the_regulations(
    rule: str, figure: str, regulation: str, registers: Registers
) -> None:
    """The figures that people look up most, each with its regulation."""
    floor = registers.floors[rule]

    assert (floor.rule.figure, floor.regulation) == (figure, regulation)


def test_a_rule_and_its_floor_count_from_the_same_event(registers: Registers) -> None:
    """Or the comparison would be of unlike things."""
    apart = [
        (rule.id, rule.event, registers.floors[rule.floor].rule.event)
        for rule in registers.rules.values()
        if rule.floor
        and rule.form is not Form.AT_AGE
        and rule.gives_date
        and rule.event not in SAME_START.get(rule.floor, {registers.floors[rule.floor].rule.event})
    ]

    assert not apart


SAME_START = {
    "care-planning-2010:first-visit": {"placement-start", "came-into-care"},
}
"""Where a document counts from another event that falls on the same day."""


def test_no_reviewed_standard_is_looser_than_the_law_unseen(registers: Registers) -> None:
    """Each that is looser was looked at beside its document; a new one must be too."""
    looser = {
        rule.id
        for rule in registers.rules.values()
        if rule.floor
        and standing(rule, registers.floors[rule.floor].rule, england()) is Standing.LOOSER
    }

    assert looser == LOOSER


LOOSER = {"halton:care-leaver-visit", "halton:visits-connected-person"}
"""Standards whose document really is looser than the regulation read; each one's note says how."""
