"""A digest's Markdown becomes statements, and each of its faults is told with its line."""

import pytest

from domain import CorpusFault, Edition, Source, Statement, Strength
from ingest.digest import parse_digest, read_digest

SOURCE = Source(
    framework="exampleshire",
    authority="Exampleshire",
    document="Standards",
    version="undated",
    edition=Edition.DIGEST,
)
SAMPLE = """<!-- for the reader
of the file -->
# Standard 4: Home visits                 {section=4}
## Bottom lines                           {strength=must}
- {4.b1} See each child alone
  on every visit.
- {4.b2 page=7} Minimum visiting frequencies are:
  - {4.b2.1} Children in need: at least every four weeks.
  - {4.b2.2 number=4.2} Others, when:
    - {4.b2.3} The plan says so.
## Good practice                          {strength=should}
- {4.e1 principle="Safety first"} Plan the visit.
  - {4.e1.1} Know what it is for.
"""


def parse(text: str) -> tuple[Statement, ...]:
    return parse_digest(text, SOURCE, file="x/digest/a.md")


def test_items_become_statements_under_their_headings():
    """Each item has its id, strength, section path, number and line."""
    first = parse(SAMPLE)[0]

    assert first.id == "exampleshire:digest:4.b1"
    assert first.section == ("Standard 4: Home visits", "Bottom lines")
    assert (first.strength, first.standard_number, first.line) == (Strength.MUST, "4", 5)
    assert first.text == "See each child alone on every visit."


def test_a_lead_in_is_no_statement_and_stands_before_its_items():
    """A parent that only introduces is a lead-in; one that says something is both."""
    told = [(s.id.rpartition(":")[2], s.lead_in) for s in parse(SAMPLE)]

    assert told == [
        ("4.b1", ""),
        ("4.b2.1", "Minimum visiting frequencies are:"),
        ("4.b2.3", "Minimum visiting frequencies are: Others, when:"),
        ("4.e1", ""),
        ("4.e1.1", "Plan the visit."),
    ]


def test_attributes_hold_for_nested_items():
    """Page, number and principle come from the item, those around it, or the headings."""
    by_name = {s.id.rpartition(":")[2]: s for s in parse(SAMPLE)}

    assert by_name["4.b2.1"].page == 7
    assert by_name["4.b2.3"].standard_number == "4.2"
    assert by_name["4.e1.1"].principle == "Safety first"
    assert by_name["4.b1"].page is None


HEAD = "# One {strength=must}\n"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (HEAD + "- No id here.", "line 2: an item needs its id"),
        (HEAD + "- {Bad Id} Words.", "line 2: an item needs its id"),
        (HEAD + "- {a1} One.\n- {a1} Two.", "line 3: id 'a1' is taken"),
        (HEAD + "Loose words.", "line 2: text outside an item"),
        (HEAD + "- {a1} One.\nLoose words.", "line 3: text outside an item"),
        ("# One\n- {a1} Words.", "line 2: no heading above item 'a1' gives its strength"),
        ("- {a1} Words.", "line 1: item 'a1' stands under no heading"),
        ("# One {strength=maybe}", "strength 'maybe' is not one of"),
        ("# One {colour=red}", "attribute 'colour' is unknown"),
        (HEAD + "- {a1 page=x} Words.", "page 'x' is not a number"),
        (HEAD + "- {a1 page=1 page=2} Words.", "attribute 'page' is twice"),
        (HEAD + "- {a1 draft} Words.", "'draft' is not an attribute"),
        (HEAD + "- {a1}", "item 'a1' has no words"),
        (HEAD + "  - {a1} Words.", "an indented item with no item above it"),
        ("# {strength=must}", "a heading without words"),
        (HEAD + "<!-- never closed", "text outside an item"),
    ],
)
def test_a_fault_is_told_with_file_and_line(text, problem):
    """Whatever breaks the format is a CorpusFault that names the file and the line."""
    with pytest.raises(CorpusFault) as fault:
        parse(text)

    assert fault.value.file == "x/digest/a.md"
    assert any(problem in told for told in fault.value.problems)


def test_every_fault_of_a_file_is_told_at_once():
    """A writer sees all faults of a file together."""
    with pytest.raises(CorpusFault) as fault:
        parse("Loose.\n# One {strength=must}\n- no id\n- {a} x\nmore")

    assert len(fault.value.problems) == 3


def test_ids_are_unique_across_the_files_of_a_digest(tmp_path):
    """Two files of one framework cannot use one id."""
    (tmp_path / "1.md").write_text(HEAD + "- {a1} One.", encoding="utf-8")
    (tmp_path / "2.md").write_text(HEAD + "- {a1} Two.", encoding="utf-8")

    with pytest.raises(CorpusFault, match=r"1\.md line 2"):
        read_digest(tmp_path, SOURCE)


def test_a_digest_that_is_not_utf_8_is_told(tmp_path):
    """Bytes that are not UTF-8 are a fault with the file's name."""
    (tmp_path / "1.md").write_bytes(b"# One\xff")

    with pytest.raises(CorpusFault, match="UTF-8"):
        read_digest(tmp_path, SOURCE)
