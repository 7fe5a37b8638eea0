"""Each of several questions in a message; one alone is read as it stands, with its story."""

import pytest

from retrieval.parts import MOST, parts


@pytest.mark.parametrize(
    ("message", "found"),
    [
        ("how often do I visit?", ()),
        ("who chairs it", ()),
        ("what now?", ()),
        (
            "how long have I got to write it up, and who signs it off?",
            ("how long have I got to write it up", "who signs it off?"),
        ),
        (
            "Did a visit yesterday, dad kept me in the hall. Which rooms am I meant to see?",
            (),
        ),
        (
            "Mum has agreed on the phone. Is her word enough? What else have I got to sort?",
            ("Is her word enough?", "What else have I got to sort?"),
        ),
        (
            "we have a new lad coming to us from out of county next week on an emergency basis; "
            "what do I need to have in place before he comes",
            (),
        ),
        ("see the mother and father before the meeting", ()),
        (
            "we have a new lad coming to us from out of county next week on an emergency basis; "
            "what do I need in place before he comes and who signs the plan off",
            ("what do I need in place before he comes", "who signs the plan off"),
        ),
    ],
)
def test_what_a_message_asks_is_found_in_it(message, found):
    """Whole sentences that ask, parted where one sentence asks twice."""
    assert parts(message) == found


def test_a_page_of_questions_is_cut_short():
    """A search for each, and no more than a few."""
    assert len(parts(" ".join(["How often do I visit them?"] * 50))) == MOST


def test_every_part_stands_in_the_message():
    """Nothing is made up."""
    message = "Dad moved out. Do I tell the school, and who writes to mum? Thanks"
    assert all(part in message for part in parts(message))
