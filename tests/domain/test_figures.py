"""Figures of time, brought to one form."""

import pytest

from domain import time_figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("within 15 working days of the meeting", ("15 working day",)),
        ("every four weeks", ("4 week",)),
        ("at least once every fortnight", ("2 week",)),
        ("every 6-8 weeks", ("6-8 week",)),
        ("six-monthly checks", ("6 month",)),
        ("20 Working Days and then monthly", ("20 working day", "1 month")),
        ("when they are 15.5 years old", ("15.5 year",)),
        ("every month", ("1 month",)),
        ("within 72 hrs", ("72 hour",)),
        ("one calendar month", ("1 month",)),
        ("45 working days' limit", ("45 working day",)),
        ("under section 47, standard 6.5", ()),
        ("thirty days or sixty minutes", ("30 day", "60 minute")),
        ("fourteen days", ("14 day",)),
        ("the weekend", ()),
    ],
)
def test_figures_take_one_form(text, figures):
    """Number words become digits, units singular, and working days stay working days."""
    assert time_figures(text) == figures
