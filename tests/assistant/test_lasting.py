"""How long something has gone on, and the conditions about the first year that this decides."""

from dataclasses import replace

import pytest

from assistant.lasting import holds_after, years_lasted
from assistant.rules import not_spoken_against


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("pf arrangement we've known about for two years, visited monday", 2.0),
        ("been with them over 18 months, next visit", 1.5),
        ("known to us for about a year", 1.0),
        ("with the carers for the last 6 mths", 0.5),
        ("in placement for more than 3 yrs", 3.0),
        ("girl of two years old, visited monday", None),
        ("has been 2 years old since march", None),
        ("for two years with us and for a year with nan", None),
        ("every two years", None),
        ("visited 2 days ago", None),
    ],
)
def test_how_long_is_told_from_how_old_and_how_often(text, years):
    """Of two lengths neither is taken."""
    assert years_lasted(text) == years


@pytest.mark.parametrize(
    ("condition", "years", "holds"),
    [
        ("the 1st year after the council became aware of the arrangement", 2.0, False),
        ("the 1st year after the council became aware of the arrangement", 0.5, True),
        ("after the 1st year", 2.0, True),
        ("after the first year", 0.5, False),
        ("a period of a year has passed", 1.0, True),
        ("the child is privately fostered", 2.0, None),
        ("the child is 5 years or older", 2.0, None),
    ],
)
def test_a_condition_of_the_first_year_holds_or_not(condition, years, holds):
    """One about anything else is not decided."""
    assert holds_after(condition, years) is holds


@pytest.mark.parametrize(
    ("question", "left"),
    [
        ("known for two months, next visit by when", ["first"]),
        ("known for two years, next visit by when", ["later"]),
        ("not seen them for two months, next visit by when", ["first", "later"]),
    ],
)
def test_what_has_not_gone_on_decides_nothing(library, question, left):
    """How long a child was not seen is not how long the arrangement has stood."""
    visit = library.rules["vale:cin-visit"]
    rules = [
        replace(visit, id="first", conditions=("the 1st year",)),
        replace(visit, id="later", conditions=("after the 1st year",)),
    ]

    assert [rule.id for rule in not_spoken_against(question, rules, ())] == left
