"""What people use for one another is read as one, and a phrase is found in whatever words."""

import pytest

from assistant.events import find_events, narrowed
from assistant.wording import find, phrases
from domain import Event

PHRASES = phrases(
    [("assessment started", "started"), ("plan reviewed", "reviewed"), ("plan reviewed again", "2")]
)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("the assessment was only just begun", ["started"]),
        ("assessments kicked off", ["started"]),
        ("the plan got looked at", ["reviewed"]),
        ("plan has been reviewed, again", ["reviewed"]),
        ("plan was reviewed again", ["2"]),
        ("the plan. Reviewed by whom?", []),
        ("the plan for a trip to the sea reviewed", []),
    ],
)
def test_a_phrase_is_found_in_whatever_words(text, names):
    """Articles and auxiliaries are passed over; another clause or other words are not."""
    assert [place.name for place in find(text, PHRASES)] == names


def test_a_place_is_where_the_words_stand():
    """What is found can be taken out of the text."""
    text = "So the plan was looked at on Monday"

    (place,) = find(text, PHRASES)

    assert text[place.start : place.end] == "plan was looked at"


WIDE = Event(id="move", name="the move", phrases=("moved in",))
NARROW = Event(
    id="leaver-move", name="the leaver's move", phrases=("leaver moved",),
    narrows="move", where=("care leaver",),
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "counted", "event"),
    [
        ("my care leaver has digs and moved in", {"leaver-move"}, "leaver-move"),
        ("my care leaver has digs and moved in", {"move"}, "move"),
        ("the child moved in", {"leaver-move"}, "move"),
    ],
)
def test_a_wider_event_is_read_as_whose_it_is(text, counted, event):
    """Only where the text says whose it is, and where something is counted from it."""
    events = (WIDE, NARROW)

    (place,) = narrowed(text, find_events(text, events), events, frozenset(counted))

    assert place.event.id == event
