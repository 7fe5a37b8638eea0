"""A rule beside the law's minimum: which one ends first, or that it depends."""

import pytest

from domain import CorpusFault, Form, Standing
from tests.timescales.making import CALENDAR, a_rule
from timescales import parse_floor, standing


@pytest.mark.parametrize(
    ("form", "own", "least", "told"),
    [
        ("within", "10 working days", "10 working days", Standing.SAME),
        ("within", "three working days", "5 working days", Standing.TIGHTER),
        ("within", "15 working days", "10 working days", Standing.LOOSER),
        ("within", "7 days", "one week", Standing.SAME),
        ("within", "3 days", "one week", Standing.TIGHTER),
        ("within", "20 working days", "six weeks", Standing.TIGHTER),
        # Five working days from a Friday before a bank holiday end after the week.
        ("within", "5 working days", "one week", Standing.DEPENDS),
        ("every", "four weeks", "six weeks", Standing.TIGHTER),
        ("every", "12 months", "year", Standing.SAME),
        ("every", "three months", "12 weeks", Standing.LOOSER),
        ("every", "8 weeks", "two months", Standing.TIGHTER),
        ("every", "6-8 weeks", "six weeks", Standing.LOOSER),
        ("before", "10 working days", "5 working days", Standing.TIGHTER),
        ("before", "2 days", "5 days", Standing.LOOSER),
        # Counted back from a Sunday, ten working days end on a Monday, a day after the two weeks.
        ("before", "2 weeks", "10 working days", Standing.DEPENDS),
        ("at_age", "15 years and 9 months", "16 years", Standing.TIGHTER),
        ("at_age", "16 years", "16 years", Standing.SAME),
    ],
)
def test_the_rule_is_told_beside_the_floor(form, own, least, told):
    """By amount where the units are one, else by every date of two years."""
    assert standing(a_rule(form, own), a_rule(form, least), CALENDAR) is told


@pytest.mark.parametrize(
    ("rule", "floor"),
    [
        (a_rule("within", "5 days"), a_rule("every", "5 days")),
        (a_rule("within", "5 days", bound="about"), a_rule("within", "5 days")),
        (a_rule("within", "28 days"), a_rule("within", "28 days", bound="at least")),
        (a_rule("without_figure", "at once"), a_rule("within", "5 days")),
        (a_rule("count", "10 per 1 year"), a_rule("count", "12 per 1 year")),
        (a_rule("lasts", "2 hours"), a_rule("lasts", "1 hour")),
    ],
    ids=["another form", "about", "not before", "no figure", "a count", "a duration"],
)
def test_what_does_not_count_alike_is_not_compared(rule, floor):
    """Silence is better than a comparison of unlike things."""
    assert standing(rule, floor, CALENDAR) is None


def test_at_least_every_is_a_limit_like_at_most_every():
    """Both bound the gap from above."""
    rule = a_rule("every", "six weeks", bound="at least")

    assert standing(rule, a_rule("every", "six weeks"), CALENDAR) is Standing.SAME


def test_an_authority_that_counts_the_event_day_ends_a_day_sooner():
    """The regulation is read with the day after as day 1."""
    rule, floor = a_rule("within", "10 days"), a_rule("within", "10 days")

    assert standing(rule, floor, CALENDAR, counts_event_day=True) is Standing.TIGHTER


HEAD = """
title = "Made-up Regulations 2020"
number = "SI 2020/1"
text_as_at = "2021"
source = "https://example.org/1"
"""
RULE = """
[[rule]]
id = "first-visit"
regulation = "3(1)"
subject = "First visit"
event = "placement-start"
within = "one week"
conditions = ["any placement"]
"""


def test_an_instrument_is_read_with_its_regulations():
    """Title, number and date of the text stand on each rule."""
    [floor] = parse_floor(HEAD + RULE, instrument="made-up-2020", file="made-up-2020.toml")

    assert (floor.instrument.title, floor.instrument.number) == (
        "Made-up Regulations 2020",
        "SI 2020/1",
    )
    assert (floor.instrument.text_as_at, floor.regulation) == ("2021", "3(1)")
    assert (floor.rule.id, floor.rule.form) == ("made-up-2020:first-visit", Form.WITHIN)
    assert (floor.rule.figure, floor.rule.conditions) == ("one week", ("any placement",))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (RULE, "title: Field required"),
        (HEAD, "at least one"),
        (HEAD + RULE + RULE, "used more than once"),
        (HEAD + RULE.replace('regulation = "3(1)"\n', ""), "regulation: Field required"),
        (HEAD + RULE + 'rests_on = ["1.b1"]\n', "rests_on: Extra inputs"),
        (HEAD + RULE.replace("one week", "soon"), "'soon' is not a period"),
        ("not toml", "not TOML"),
    ],
)
def test_an_instrument_keeps_to_its_schema(text, told):
    """Each problem with its file, rule and field."""
    with pytest.raises(CorpusFault, match=told) as caught:
        parse_floor(text, instrument="made-up-2020", file="made-up-2020.toml")

    assert caught.value.file == "made-up-2020.toml"
