"""Bottom lines whose heading is missing, or whose list may be another's."""

from tests.support.texts import imported

SHARED = "- We use the model of taking part in all of our work.\n"


def section(name: str, *, listed: str, bottom: str = "Bottom Lines\n\n") -> str:
    """Make a section of expectations with a list of bottom lines."""
    title = f"{name} Practice Expectations and Bottom Lines"
    return f"{title}\n\n{listed}\n{bottom}{SHARED}- We see it.\n\n"


WHOLE = section("Visits", listed="- We ask.\n") + section("Plans", listed="- We write.\n")


def test_a_list_without_its_heading_leaves_the_sub_heading_above_it():
    """Inferred bottom lines belong to the whole section, not to its last sub-heading."""
    listed = "- We look.\n\nNetwork meetings\n\n- We call one.\n"
    statements, _ = imported(WHOLE + section("Reviews", listed=listed, bottom=""))
    found = [one for one in statements if one.section[0] == "Reviews"]
    assert [(one.section[1:], str(one.strength)) for one in found] == [
        ((), "should"),
        (("Network meetings",), "should"),
        ((), "must"),
        ((), "must"),
    ]


def test_a_section_without_bottom_lines_is_reported():
    """Where other sections have bottom lines, the report names one that has none."""
    _, findings = imported(WHOLE + "Money Practice Expectations and Bottom Lines\n\n- We save.\n")
    assert [one.what for one in findings if "no bottom" in one.what] == [
        "no bottom lines found for Money"
    ]


def test_bottom_lines_that_end_otherwise_than_the_first_are_doubted():
    """A change of punctuation inside a list may be where another list goes on."""
    text = (
        "Visits\n\nBottom Lines\n\n- We see each child\n- We write it down\n\n"
        "- We leave a card.\n- We come back.\n"
    )
    found = [one.place.line for one in imported(text)[1] if "end otherwise" in one.what]
    assert found == [8]
