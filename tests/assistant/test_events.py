"""Which events a question names, and which rule it asks for."""

import pytest

from assistant.events import find_events
from assistant.rules import match_rules
from domain import Event
from timescales import parse_register

RULES = parse_register(
    """
    [[rule]]
    id = "conference"
    subject = "Conference held"
    event = "strategy"
    within = "15 working days"
    rests_on = ["1"]
    starts = "conference"

    [[rule]]
    id = "core"
    subject = "First core group held"
    event = "conference"
    within = "10 days"
    rests_on = ["2"]
    about = ["core group"]

    [[rule]]
    id = "review"
    subject = "Review held"
    event = "review"
    every = "six months"
    rests_on = ["3"]
    """,
    framework="vale",
    file="x.toml",
)


@pytest.fixture
def events():
    """Three events, one of whose phrases lies inside another's."""
    return (
        Event(id="strategy", name="the strategy discussion", phrases=("strategy meeting", "strat")),
        Event(id="conference", name="the conference", phrases=("conference", "icpc")),
        Event(id="review", name="the review", phrases=("review", "review conference")),
    )


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("the Strat was on Monday", ["strategy"]),
        ("strategy-meeting then ICPC", ["strategy", "conference"]),
        ("the review conference", ["review"]),
        ("strategic planning", []),
        ("two conferences", ["conference"]),
    ],
)
def test_events_are_found_by_whole_phrases(text, ids, events):
    """The longest phrase wins, and no word is cut."""
    assert [found.event.id for found in find_events(text, events)] == ids


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("strategy meeting was held, conference by when?", "vale:conference"),
        ("conference was held, when is the first core group?", "vale:core"),
        ("last review was in May, when is the next?", "vale:review"),
        ("strategy meeting was held", None),
        ("when is the core group?", None),
    ],
)
def test_a_rule_needs_its_event_and_its_subject(question, first, events):
    """A rule fits when what it counts from and what it asks for are both named."""
    matches = match_rules(question, find_events(question, events), RULES)

    assert (matches[0].rule.id if matches else None) == first
