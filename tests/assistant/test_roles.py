"""Which date of a question is the date of which event."""

import pytest

from assistant.dates import find_dates
from assistant.events import find_events
from assistant.roles import date_of
from assistant.turn import Turn
from domain import Answer
from tests.support.answers import TODAY


@pytest.fixture
def counted_from(library):
    """The date that a rule counts from in a question, or the answer that asks for it."""

    def _counted_from(rule, question):
        turn = Turn(
            question=question,
            today=TODAY,
            framework=library.frameworks["vale"],
            dates=find_dates(question, TODAY),
            events=find_events(question, library.events.values()),
        )
        return date_of(library, library.rules[f"vale:{rule}"], turn)

    return _counted_from


@pytest.mark.parametrize(
    ("rule", "question"),
    [
        ("cin-visit", "visited on 2 January 2026"),
        ("leaver-visit", "care leaver visit on 2 January 2026"),
        ("leaver-visit", "visited on 2 January 2026"),
        ("leaver-visit", "born 9 June 2006, visited on 2 January 2026"),
        ("icpc", "strat was 2 January 2026, visited on 4 January 2026"),
        ("icpc", "it was on 2 January 2026"),
    ],
)
def test_the_date_of_what_a_rule_counts_from_is_taken(counted_from, rule, question):
    """Where the rule says whose visit it is, the words need only say that it was one."""
    assert counted_from(rule, question).date.isoformat() == "2026-01-02"


@pytest.mark.parametrize(
    ("rule", "question"),
    [
        ("leaver-visit", "strat was 2 January 2026"),
        ("leaver-visit", "visited on 2 January 2026 and visited on 4 January 2026"),
        ("cin-visit", "care leaver visit on 2 January 2026"),
    ],
)
def test_the_date_of_anything_else_is_never_counted_from(counted_from, rule, question):
    """Nor one of two."""
    assert isinstance(counted_from(rule, question), Answer)
