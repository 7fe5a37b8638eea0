"""Headings: charts that were not read, stray titles, credits and appendices."""

from ingest.blocks import FindingKind
from tests.support.texts import imported


def test_a_chart_that_was_not_read_looks_broken():
    """A chart's title with nothing, or a note, under it tells that its steps are missing."""
    text = (
        "# Law\n\nWe keep it.\n\n## Flow chart 1: Referrals\n\n## Flow chart 2: Plans\n\nA note.\n"
    )
    told = [one for one in imported(text)[1] if "chart was not read" in one.what]
    told.sort(key=lambda one: one.place.line or 0)
    assert [(one.kind, one.place.line) for one in told] == [
        (FindingKind.LOOKED_BROKEN, 5),
        (FindingKind.LOOKED_BROKEN, 7),
    ]


def test_an_appendix_with_a_colon_opens_its_own_section():
    """A list of appendices is no part of the section above."""
    statements, _ = imported("# Adoption\n\n- We plan.\n\nAppendix:\n\n- 1. Charts\n- 2. Words\n")
    assert [one.section for one in statements[1:]] == [("Appendix:",), ("Appendix:",)]


def test_a_title_at_the_end_of_a_numbered_paragraph_is_no_standard():
    """The next page's title binds nobody, and the report tells it."""
    text = (
        "These Practice Standards are mandatory.\n\n"
        "\t7.1\n\tThe meeting was held within 15 days.\nCase Conferences\n\n\n\n"
        f"# Plans\n\n{'Good plans are plain. ' * 12}\n"
    )
    statements, findings = imported(text)
    assert "Case Conferences" not in [one.text for one in statements]
    assert "Case Conferences" in [one.text for one in findings]


def test_a_credit_is_information_and_no_heading():
    """A note of where words were taken from stands as information."""
    credit = "Adapted from Good Practice in Visits (Exampleshire)"
    text = f"# Visits\n\n- We plan.\n\n{credit}\n\n# Plans\n\nOf use.\n"
    found = {one.text: (str(one.strength), one.section) for one in imported(text)[0]}
    assert found[credit] == ("information", ("Visits",))


def test_a_heading_with_key_facts_owns_the_titles_below_it():
    """Unmarked titles under it are parts of the meeting that its facts are about."""
    text = (
        "# Plans\n\nA plan is written first.\n\nReview meetings\n"
        "Key Timescale: meetings every 40 days\n\nRoles\n\n- Chair it.\n\n"
        "Records\n\n- Write it up.\n\n# Closure\n\nIt ends well.\n"
    )
    sections = {one.text: one.section for one in imported(text)[0]}
    assert sections["Chair it."] == ("Plans", "Review meetings", "Roles")
    assert sections["Write it up."] == ("Plans", "Review meetings", "Records")
    assert sections["It ends well."] == ("Closure",)


def test_a_chart_beside_unread_ones_is_doubted_too():
    """A chart with words under it is reported where most of the document's charts were not read."""
    charts = "".join(f"# Flow chart {at}: Steps\n\n{'- One.' * (at == 1)}\n\n" for at in (1, 2, 3))
    text = charts.replace("- One.", "- One.\n- Two.\n- Three.")
    what = {one.place.line: one.what for one in imported(text)[1] if "chart" in one.what}
    assert "beside others" in what[1]
    assert len(what) == 3
