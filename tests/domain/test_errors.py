"""The error tree."""

import datetime as dt

import pytest

import domain
import domain.errors
from domain import PlumblineError


def _tree(error=PlumblineError):
    yield error
    for child in error.__subclasses__():
        yield from _tree(child)


@pytest.mark.parametrize("error", [e for e in _tree() if e.__module__ == "domain.errors"])
def test_every_error_is_exported_and_drawn(error):
    """The module's picture of the tree names each error, and the package exports it."""
    assert error.__name__ in domain.__all__
    assert error.__name__ in (domain.errors.__doc__ or "")


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (domain.BadDate("date", "31/02", "February has 28 days"), "2026-03-03"),
        (domain.UnknownFramework("haltn", ["halton", "luton"]), "halton"),
        (domain.UnknownConversation("x"), "ask again without conversation_id"),
        (
            domain.CalendarEnds(dt.date(1999, 1, 1), dt.date(2012, 1, 1), dt.date(2040, 12, 31)),
            "2012-01-01 to 2040-12-31",
        ),
        (domain.DocumentEncrypted("a.pdf", "it needs a password", "Save it without."), "unchanged"),
        (domain.CorpusFault("a.toml", ["rule x: no event", "rule y: twice"]), "rule y: twice"),
    ],
)
def test_an_error_says_what_to_do_next(error, says):
    """A message names the value and the way on."""
    assert says in str(error)
