"""The import report: for a reader, and as JSON that comes back whole."""

import json

from domain import Strength
from ingest.blocks import Finding, FindingKind, Place
from ingest.report import ImportReport, report_of
from tests.support.texts import SOURCE, imported

LONG = "word " * 100


def made() -> ImportReport:
    """A report on three statements and two findings."""
    statements, _ = imported("Visits\n\n- We must write.\n- We listen.\n\nPlans\n\n- We plan.\n")
    findings = (
        Finding(
            kind=FindingKind.LEFT_OUT,
            what="running header, on 3 pages",
            place=Place(page=2, line=1),
            text=LONG,
        ),
        Finding(kind=FindingKind.MENDED, what="a sentence cut", place=Place(line=4)),
    )
    return report_of(SOURCE, "standards.txt", statements, findings)


def test_every_strength_is_counted():
    """A strength with no statement counts as nought, and the total is their sum."""
    report = made()
    assert report.counts == {
        Strength.MUST: 1,
        Strength.SHOULD: 2,
        Strength.INFORMATION: 0,
        Strength.QUESTION: 0,
    }
    assert report.total == 3


def test_sections_keep_the_order_of_the_document():
    """Each section path stands once, with its number of statements."""
    assert made().sections == ((("Visits",), 2), (("Plans",), 1))


def test_the_text_tells_counts_sections_and_each_finding_with_its_place():
    """A person reads what was found, and where to look."""
    text = made().as_text()
    assert "3 statements: 1 must, 2 should, 0 information, 0 question" in text
    assert "     2  Visits" in text
    assert "Left out: 1\n  page 2, line 1: running header, on 3 pages: word" in text
    assert "Mended: 1\n  line 4: a sentence cut" in text
    assert "Looked broken: 0" in text


def test_long_words_are_shortened_in_the_text_and_whole_in_the_json():
    """The text is for reading; nothing is lost in the JSON."""
    report = made()
    assert LONG not in report.as_text()
    told = json.loads(report.as_json())["findings"]
    assert [one["text"] for one in told if "header" in one["what"]] == [LONG]


def test_a_report_comes_back_from_its_json_as_it_was():
    """Writing and reading give an equal report."""
    assert ImportReport.from_json(made().as_json()) == made()


def test_findings_stand_in_the_order_of_their_places():
    """What was met late in the import but stands early in the file comes early."""
    findings = [
        Finding(kind=FindingKind.MENDED, what="a heading", place=Place(line=line))
        for line in (9, 3, 7)
    ]
    report = report_of(SOURCE, "standards.txt", (), findings)
    assert [one.place.line for one in report.findings] == [3, 7, 9]


def test_many_findings_of_one_sort_are_told_together_after_the_others():
    """Equal words are told once with their lines, and neighbours in one line."""
    labels = [(2, "Be kind"), (4, "Be clear"), (6, "Be kind"), (8, "Be fair"), (20, "The end")]
    entries = [(line, f"Part {line}") for line in range(10, 15)]
    findings = [
        Finding(kind=FindingKind.LEFT_OUT, what=what, place=Place(line=line), text=text)
        for what, told in (("label", labels), ("contents list", entries), ("link", [(1, "Home")]))
        for line, text in told
    ]
    text = report_of(SOURCE, "standards.txt", (), findings).as_text()
    assert text.endswith(
        "Left out: 11\n"
        "  line 1: link: Home\n"
        "  label, 5 times:\n"
        "    lines 2, 6, 2 times: Be kind\n"
        "    line 4: Be clear\n"
        "    line 8: Be fair\n"
        "    line 20: The end\n"
        "  contents list, 5 times:\n"
        "    from line 10 to line 14: Part 10 | Part 11 | Part 12 | Part 13 | Part 14\n"
    )
