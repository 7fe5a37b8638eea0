"""What the report asks a person to look up, though every statement can be read."""

import pytest

from tests.support.texts import imported


def doubts(text: str) -> list[str]:
    """What each finding on a text says."""
    return [one.what for one in imported(text)[1]]


@pytest.mark.parametrize(
    ("item", "what"),
    [
        ("We visit at least once a week until the first review after", "without its end"),
        ("No plan is made for the family alone.26", "a note's mark: 26"),
        ("The rules are those of Reg.28Looked after since then.", "a note's mark: 28"),
    ],
)
def test_a_statement_that_stops_short_or_holds_a_stray_number_is_doubted(item, what):
    """The words stay as printed, and the report names them."""
    found = doubts(f"Visits\n\n- We are on time.\n- {item}\n- We go back.\n")
    assert [one for one in found if what in one] == found != []


@pytest.mark.parametrize(
    "item",
    ["Each child feels that they are listened to", "Under sec.47 we act at once.", "We see to it"],
)
def test_words_that_only_look_cut_are_not_doubted(item):
    """A whole sentence is no finding."""
    assert doubts(f"Visits\n\n- We are on time.\n- {item}\n- We go back.\n") == []


def test_neighbours_that_say_the_same_are_reported():
    """One of two like items is a slip of the document's."""
    text = (
        "Visits\n\n- We see each child alone at home.\n"
        "- We see each child alone at home and at school.\n"
    )
    assert doubts(text) == ["says what stands right above, at line 3"]


def test_a_whole_list_under_two_headings_is_reported():
    """A list copied into another standard may stand in place of its own."""
    items = "- We see.\n- We hear.\n- We ask.\n- We write.\n"
    found = doubts(f"# Visits\n\n{items}\n# Plans\n\n{items}\n# Money\n\n{items}- We save.\n")
    assert found == ["the same whole list of 4 as at line 3, under Visits"]


def test_numbers_that_the_numbering_skips_are_reported():
    """A standard that the document does not print may have been lost on the way."""
    text = "1.1\nI have seen.\n\n1.2\nI have heard.\n\n1.5\nI have asked.\n\n2.1\nI plan.\n"
    assert [one for one in doubts(text) if "numbering" in one] == [
        "the numbering skips 1.3",
        "the numbering skips 1.4",
    ]


def test_an_item_without_an_end_near_lost_words_is_reported():
    """Beside words without a beginning, the one item that does not end may have lost its end."""
    text = (
        "Visits\n\nWe visit often.\n\nwhat has changed since the last of our many visits.\n\n"
        "- We see each child.\n- We are clear\n- We write.\n- We go back.\n"
    )
    assert "an item without an end, in a list whose others have one" in doubts(text)
