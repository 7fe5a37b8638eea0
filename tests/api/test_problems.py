"""Every error of ours has a status, and its problem document says what to do."""

import datetime as dt
from collections.abc import Iterator

import pytest

import domain
from api.problems import FIELD, STATUS, problem_of, status_of
from api.service import NotReady
from api.settings import BadSettings


def _all(kind: type[domain.PlumblineError]) -> Iterator[type[domain.PlumblineError]]:
    yield kind
    for child in kind.__subclasses__():
        yield from _all(child)


@pytest.mark.parametrize("kind", list(_all(domain.PlumblineError)))
def test_every_error_has_its_own_row(kind):
    """A new error is given a status on purpose, not by accident."""
    assert kind in STATUS


@pytest.mark.parametrize("kind", domain.NotKnown.__subclasses__())
def test_every_unknown_name_has_its_field(kind):
    """A caller learns which field holds the name."""
    assert kind in FIELD


def test_an_error_of_a_later_kind_has_its_parents_status():
    """The nearest row up the tree holds."""

    class LaterDate(domain.BadDate):
        pass

    assert status_of(LaterDate) == 422


def test_a_bad_date_names_its_field():
    """The problem document of bad input has errors by field."""
    problem = problem_of(domain.BadDate("date", "31/02", "no such day"))

    assert problem.type == "urn:plumbline:problem:bad-date"
    assert problem.title == "Bad date"
    assert [each.field for each in problem.errors] == ["date"]
    assert "Write it as 2026-03-03" in problem.detail


def test_an_unknown_name_offers_those_that_are_near():
    """The detail and the field's problem both say what is there."""
    problem = problem_of(domain.UnknownFramework("exmapleshire", ["exampleshire"]))

    assert problem.status == 404
    assert "exampleshire" in problem.detail
    assert problem.errors[0].field == "framework"


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (domain.CalendarEnds(dt.date(1900, 1, 1), dt.date(2012, 1, 1), dt.date(2040, 1, 1)), 422),
        (domain.RuleNotCalculable("a:b", "it has no figure"), 422),
        (domain.DiskFull("no room"), 507),
        (domain.AnswerFault(["a figure"]), 500),
        (NotReady("the index is being built."), 503),
        (BadSettings("PLUMBLINE_PORT: no"), 500),
    ],
)
def test_other_errors_have_a_detail_and_no_fields(error, status):
    """The detail is the error's own message, as a sentence."""
    problem = problem_of(error)

    assert problem.status == status
    assert problem.detail[:1].upper() == problem.detail[:1]
    assert problem.errors == []
