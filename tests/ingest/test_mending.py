"""Cut sentences: which are joined, which are left, and what the report says of them."""

import pytest

from ingest.blocks import FindingKind
from tests.support.texts import imported

COLUMNS = """
Carers

- Reviews are yearly.
- The worker makes sure that carers and their

Schools

- Each school is told early.

worker are asked before each review.

- Carers are thanked in writing.

Money

- Savings are kept safe.
"""

LIST_BETWEEN = """
Groups

Some families are talked about in a group. They are:

- Families that move

Learning

- The manager asks what each worker wants to learn and

- Families that wait long
- Families with babies

should find a course for it.

- Workers keep a record of their courses.
"""


def test_what_follows_the_end_of_a_crossed_sentence_stands_under_its_heading():
    """Two columns read by turns go back under the headings that they were printed under."""
    statements, findings = imported(COLUMNS)
    assert [(one.section, one.text) for one in statements] == [
        (("Carers",), "Reviews are yearly."),
        (
            ("Carers",),
            "The worker makes sure that carers and their worker are asked before each review.",
        ),
        (("Carers",), "Carers are thanked in writing."),
        (("Schools",), "Each school is told early."),
        (("Money",), "Savings are kept safe."),
    ]
    (found,) = [one for one in findings if one.kind is FindingKind.LOOKED_BROKEN]
    assert found.what.startswith("two columns read as one: this goes on with line 5")


def test_items_between_the_parts_of_a_sentence_go_back_before_its_heading():
    """A list that another column's heading and sentence cut in two is whole again."""
    statements, _ = imported(LIST_BETWEEN)
    groups = [one for one in statements if one.section == ("Groups",)]
    assert [one.text for one in groups if one.lead_in == "They are:"] == [
        "Families that move",
        "Families that wait long",
        "Families with babies",
    ]
    assert [one.text for one in statements if one.section == ("Learning",)] == [
        "The manager asks what each worker wants to learn and should find a course for it.",
        "Workers keep a record of their courses.",
    ]


def test_no_sentence_goes_on_over_the_opening_of_other_expectations():
    """Each of two loose ends in two sections stays as it is, and both are reported."""
    text = (
        "Visits Practice Expectations and Bottom Lines\n\n- We help families move towards their\n\n"
        "Plans Practice Expectations and Bottom Lines\n\n- We plan.\n\nwhich they chose.\n"
    )
    statements, findings = imported(text)
    assert [one.text for one in statements] == [
        "We help families move towards their",
        "We plan.",
        "which they chose.",
    ]
    broken = [(one.what, one.place.line) for one in findings if "sentence without" in one.what]
    assert broken == [("a sentence without its end", 3), ("a sentence without its beginning", 9)]


def test_a_join_over_other_words_is_told_as_a_guess():
    """A sentence that was put together over an item between its parts may be wrong."""
    text = (
        "Visits\n\n- We are on time.\n\n- We tell the child why we came and what the\n\n"
        "- We take notes.\n\nvisit is for.\n"
    )
    statements, findings = imported(text)
    assert "We tell the child why we came and what the visit is for." in [
        one.text for one in statements
    ]
    (found,) = findings
    assert (found.kind, found.what) == (
        FindingKind.LOOKED_BROKEN,
        "a sentence cut at line 5, joined by guess over what stands between",
    )


def test_lines_of_columns_read_across_each_other_stand_as_they_were_read():
    """Scraps of a picture are joined to nothing, bind nobody, and are one finding."""
    scraps = ["what went well so", "and what must change", "for the child at", "home and at school"]
    statements, findings = imported("Maps\n\nA map has columns.\n\n" + "\n\n".join(scraps) + "\n")
    assert [(str(one.strength), one.text) for one in statements[1:]] == [
        ("information", scrap) for scrap in scraps
    ]
    (found,) = findings
    assert found.what.startswith("columns read across each other: 4 lines up to line 11")


@pytest.mark.parametrize(
    "text",
    [
        "Visits\n\nYou must:\n\n" + "see the child alone.\n\n" * 4,
        "Visits\n\nYou must:\n\nask the child\n\nask the school\n\nask the carer\n\nask at home\n",
        "We are on time.\n\nVisits\tHow soon\nFirst visit\tmust be made within 5 working days\n",
    ],
)
def test_a_small_letter_alone_makes_no_duty_doubtful(text):
    """Lines of a list without marks, and cells, may begin small and bind all the same."""
    statements, findings = imported(text)
    assert "must" in {str(one.strength) for one in statements}
    assert not [one for one in findings if one.what.startswith("columns")]


def test_a_row_that_begins_with_the_end_of_the_row_above_keeps_its_own_words():
    """Only the first sentence goes back to the row above; the rest stands under its own label."""
    text = (
        "Glossary\n\nTerm\tMeaning\nMaps\tA tool for workers and families. There\n"
        "Plans\tare many kinds of them. What a family will do next.\n"
    )
    statements, findings = imported(text)
    assert [(one.lead_in, one.text) for one in statements] == [
        ("Maps", "A tool for workers and families. There are many kinds of them."),
        ("Plans", "What a family will do next."),
    ]
    assert [one.text for one in findings if one.what.startswith("two rows read as one")] == [
        "What a family will do next."
    ]


def test_a_participle_between_two_items_belongs_to_the_one_above():
    """ "Asking …" has no subject but the item's that it stands under."""
    text = (
        "Visits\n\n- We plan each visit with the family.\n\n"
        "Asking what they want to change first.\n\n- We take notes.\n"
    )
    assert [one.text for one in imported(text)[0]] == [
        "We plan each visit with the family. Asking what they want to change first.",
        "We take notes.",
    ]


def test_a_row_left_out_as_a_repeated_heading_is_told_with_its_label():
    """The words at the head of a row are not lost with the heading that it repeats."""
    _, findings = imported("# Plan see see.\n\nSee the child.\tPlan see see.\n")
    assert "See the child. Plan see see." in [one.text for one in findings]
