"""The register beside the imported document: found, another figure, not found; and told."""

import pytest

from api import doors
from api.importing import import_file

DOCUMENT = """# Standard 8: Child protection conferences

## Bottom lines

- Hold the initial child protection conference within 15 working days of the strategy discussion.
- Hold the first core group within 8 days of the initial conference.
- The chair speaks with the child before the conference begins.
"""
STATUTORY = """title = "Made-up Visits Regulations"
number = "SI 1/2"
text_as_at = "March 2021"
source = "https://example.org/regulations"

[[rule]]
id = "first-visit"
regulation = "3(1)"
subject = "First visit"
event = "referral"
within = "{figure}"
"""


@pytest.fixture
def imported(wire, tmp_path):
    """The document imported over the made-up digest: the report's body, and what is open."""
    path = tmp_path / "standards.md"
    path.write_text(DOCUMENT)
    wiring = wire(tmp_path / "data")
    return import_file(wiring, path, "exampleshire", force=True), wiring.open().library


def _carried(register):
    return {row["rule_id"].partition(":")[2]: row for row in register.as_json()}


def test_each_rule_is_found_or_reported(imported):
    """One in its own figure, one in another, one not at all."""
    rows = _carried(imported[0].register)

    assert rows["icpc"]["carried"] == "source"
    assert rows["core-group-days"]["carried"] == "figure differs"
    assert rows["missed-visit"]["carried"] == "not found"


def test_the_report_quotes_what_the_document_says_instead(imported):
    """With its place, so that the register can be put right beside it."""
    text = imported[0].register.as_text()

    assert "6 rules, of which 1 were found" in text
    assert "Hold the first core group within 8 days of the initial conference." in text
    assert "line 6" in text
    assert "exampleshire:missed-visit" in text


def test_a_rule_that_was_found_is_cited_from_the_document(imported):
    """Word for word, with nothing to be told."""
    due = doors.due(imported[1], rule_id="exampleshire:icpc", date="2025-12-18")

    assert due.rule.citations[0].statement_id.startswith("exampleshire:source:")
    assert "rule_doubtful" not in [notice.kind for notice in due.notices]


@pytest.mark.parametrize(
    ("rule", "told"),
    [("core-group-days", "another figure than the 10 days"), ("missed-visit", "was not found")],
)
def test_a_doubtful_rule_is_told_beside_its_date(imported, rule, told):
    """The date is given, and that it may not be the document's."""
    due = doors.due(imported[1], rule_id=f"exampleshire:{rule}", date="2026-03-06", time="15:30")

    [doubt] = [notice.text for notice in due.notices if notice.kind == "rule_doubtful"]
    assert told in doubt


def test_without_an_import_nothing_is_doubtful(opened):
    """The build has checked the register against the digest."""
    due = doors.due(opened.library, rule_id="exampleshire:icpc", date="2025-12-18")

    assert due.rule.carried == "digest"
    assert "rule_doubtful" not in [notice.kind for notice in due.notices]


@pytest.mark.parametrize(
    ("figure", "told"),
    [("7 days", "is tighter"), ("5 days", "is the same"), ("3 days", "is looser")],
)
def test_the_laws_minimum_stands_beside_a_date(wire, writable_corpus, tmp_path, figure, told):
    """With its regulation, the date of the text that was read, and the warning."""
    (writable_corpus / "statutory").mkdir()
    (writable_corpus / "statutory" / "visits-2001.toml").write_text(STATUTORY.format(figure=figure))
    register = writable_corpus / "exampleshire" / "timescales.toml"
    register.write_text(
        register.read_text().replace(
            'id = "first-visit"\n', 'id = "first-visit"\nfloor = "visits-2001:first-visit"\n'
        )
    )
    library = wire(tmp_path / "data", writable_corpus).open().library

    due = doors.due(library, rule_id="exampleshire:first-visit", date="2026-03-06")

    [floor] = [notice.text for notice in due.notices if notice.kind == "statutory_floor"]
    assert told in floor
    assert "regulation 3(1), Made-up Visits Regulations" in floor
    assert "March 2021" in floor
    assert "check it against the law in force" in floor
