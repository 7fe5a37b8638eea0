"""Rows: what the head of a column, the row above or the page before says of a cell."""

from ingest.blocks import FindingKind
from tests.support.texts import imported, told

SCHEDULE = """
Schedule

\tChildren in care
Care rules, Reg. 2

The fewest visits to a child in care are:

\t
\tCare leavers
Leaving care rules, Reg. 8

When a young person leaves care at 16, there is a duty to house them.

\t
\t

\tFirst visit: within 1 week
\t
\tIn these circumstances, visits take place:
· Within 7 days;
· Before the next review

\t
\t

\tNext visits: every 6 weeks
\t
\tThen: every two months

\t
\t

\tWe must also visit when asked.
\t
\tOnce a year
"""


def test_a_columns_lead_in_stands_with_each_of_its_cells():
    """The second figure is as complete as the first; a cell with its own subject stands alone."""
    leads = {words: lead for _, lead, words in told(SCHEDULE)}
    above = "The fewest visits to a child in care are:"
    assert leads["First visit: within 1 week"] == above
    assert leads["Next visits: every 6 weeks"] == above
    assert leads["We must also visit when asked."] == ""


def test_a_cell_that_points_back_takes_the_case_of_its_column():
    """ "In these circumstances" stands with the circumstances, and so do the cells below."""
    leads = {words: lead for _, lead, words in told(SCHEDULE)}
    case = "When a young person leaves care at 16, there is a duty to house them."
    assert leads["Within 7 days;"] == f"{case} In these circumstances, visits take place:"
    assert leads["Then: every two months"] == case


def test_a_later_visit_keeps_the_scope_of_the_first():
    """ "Subsequently" stands with the paragraph before it in the cell."""
    row = "Leavers\t<p>Up to age 21 - within 7 days</p> <p>Subsequently - every 56 days</p>\n"
    assert told(row)[-1][1:] == (
        "Leavers Up to age 21 - within 7 days",
        "Subsequently - every 56 days",
    )


def test_a_cell_that_goes_on_takes_the_cell_above_it():
    """ "Then" in a named column stands with the figure that it follows."""
    table = (
        "Child\tAt home\tAway\n"
        "First\tWithin 1 week\tWithin 2 weeks\n"
        "Later\tThen every 6 weeks\tEvery month\n"
    )
    leads = {words: lead for _, lead, words in told(table)}
    assert leads["Then every 6 weeks"] == "Later Within 1 week"
    assert leads["Every month"] == "Later"


def test_words_printed_under_good_and_bad_practice_are_doubted():
    """The same words under both columns are information, and the report says so."""
    table = (
        "Part of the work\tOutstanding\tInadequate\n"
        "Timing\tIt should be done on time.\tIt is done late.\n"
        "Notes\tNotes are not kept.\tNotes are not kept.\n"
    )
    statements, findings = imported(table)
    strengths = {(one.line, one.section[-1]): str(one.strength) for one in statements}
    assert strengths == {
        (2, "Outstanding"): "should",
        (2, "Inadequate"): "information",
        (3, "Outstanding"): "information",
        (3, "Inadequate"): "information",
    }
    assert [one.place.line for one in findings if one.kind is FindingKind.LOOKED_BROKEN] == [3]


def test_a_long_first_cell_is_no_label():
    """Words too many for a label are a statement, not the lead-in of the cells beside them."""
    long = "Worries: " + "what we think will happen to the child if nothing changes " * 3
    statements = told(f"Map\n\n{long.strip()}.\tNext steps\tWho acts\n")
    assert [lead for _, lead, _ in statements] == ["", "", ""]


PAGED = """
Principles\tValues\tVisits Practice Expectations and Bottom Lines
Be there\tKind\t<ul> • We are on time <p>Network meetings</p> <ul> • We call one early
Be clear\tOpen\t<ul> • We say why

Principles\tValues\tVisits Practice Expectations and Bottom Lines
\t\t<ul> • We say what is next
"""


def test_a_heading_inside_a_cell_ends_with_its_principle():
    """What stands under the next principle is no part of the heading above it."""
    sections = {one.text: one.section for one in imported(PAGED)[0]}
    assert sections["We call one early"] == ("Visits", "Network meetings")
    assert sections["We say why"] == ("Visits",)


def test_a_head_printed_again_keeps_the_principle_above_it():
    """A page break does not take a row's principle away."""
    tags = {one.text: one.principle for one in imported(PAGED)[0]}
    assert tags["We say what is next"] == "Be clear – Open"
