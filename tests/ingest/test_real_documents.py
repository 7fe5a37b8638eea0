"""The five real documents, read as their authorities wrote them. Fragments only are quoted here."""

import html
import re
from collections import Counter
from itertools import pairwise

import pytest

from domain import Edition, Source, Statement, Strength
from ingest.readers.text import read_text
from ingest.statements import statements_of

COUNTS = {
    "nct": {"must": 111, "should": 182, "information": 36},
    "luton": {"must": 82, "should": 282, "information": 91, "question": 159},
    "leicester": {"must": 87, "should": 333, "information": 200, "question": 12},
    "halton": {"must": 229, "should": 169, "information": 87},
    "northamptonshire-2020": {"must": 507, "should": 41, "information": 91},
}
PARTS = r"\t|<[^<>]+>|[•·]|(?<=[.!?:])\s|; - | \* "
"""Where one cell, item or sentence ends and another begins."""

MISSING_NUMBERS = {"2.15", "18.5"}
"""Numbers between 1.1 and 24.24 that the document itself does not print."""


@pytest.fixture(scope="module")
def imports(documents):
    """Each document's text, statements and findings."""
    read = {}
    for name in COUNTS:
        data = (documents / f"{name}.txt").read_bytes()
        source = Source(
            framework=name, authority="A", document="D", version="V", edition=Edition.SOURCE
        )
        document = read_text(data, name)
        statements, findings = statements_of(document, source)
        read[name] = (data.decode(), statements, (*document.findings, *findings))
    return read


def with_words(statements: tuple[Statement, ...], *words: str) -> list[Statement]:
    """Statements whose quotation holds all of these words."""
    return [one for one in statements if all(word in one.quotation for word in words)]


def in_section(statements: tuple[Statement, ...], *words: str) -> list[Statement]:
    """Statements whose section path holds all of these words."""
    return [one for one in statements if all(word in " > ".join(one.section) for word in words)]


@pytest.mark.parametrize("name", COUNTS)
def test_counts_by_strength(imports, name):
    """The counts that were read line by line against the document and held to be right."""
    counts = Counter(str(one.strength) for one in imports[name][1])
    assert dict(counts) == COUNTS[name]


@pytest.mark.parametrize("name", COUNTS)
def test_no_word_is_dropped_in_silence(imports, name):
    """Words that stand together in a sentence still do, or a finding names their line.

    They do so in a statement with its lead-in, a heading, a principle or a finding's own words.
    """
    text, statements, findings = imports[name]
    kept = [one.text for one in findings]
    for one in statements:
        kept += [*one.section, one.quotation, one.principle or "", one.standard_number or ""]
    runs = {run for part in kept for run in pairs(part)}
    runs |= {(word,) for run in runs for word in run}
    named = {one.place.line for one in findings}
    lost = [
        (at, run)
        for at, line in enumerate(text.splitlines(), 1)
        for sentence in re.split(PARTS, re.sub(r"\[bookmark:[^\]]*\]", "", line))
        for run in pairs(sentence)
        if run not in runs
    ]
    assert not [(at, run) for at, run in lost if at not in named]
    assert {(word,) for _, run in lost for word in run} <= runs


def pairs(text: str) -> list[tuple[str, ...]]:
    """Neighbouring words of a text; a single word is a pair of its own."""
    found = words(text)
    return list(pairwise(found)) or [tuple(found)] * bool(found)


def words(text: str) -> list[str]:
    """Lower-case words without markup, bookmarks and where links lead."""
    marks = r"\[bookmark:[^\]]*\]|\]\([^)]*\)|</?[a-z][a-z0-9]*(?:\s[^<>]*)?/?>"
    return re.findall(r"[a-z0-9]+", re.sub(marks, " ", html.unescape(text)).lower())


@pytest.mark.parametrize("name", COUNTS)
def test_statements_are_the_documents_own_words(imports, name):
    """A statement's words stand in the document in their order; mending only leaves marks out."""
    text, statements, _ = imports[name]
    every = Counter(words(text))
    for one in statements:
        assert not Counter(words(one.text)) - every
        assert not re.search(r"</?\w+>|\*\*|^[•·]|\s{2}|\[bookmark", one.text), one.text


@pytest.mark.parametrize("name", COUNTS)
def test_ids_are_unique(imports, name):
    """Equal statements have ids of their own."""
    ids = [one.id for one in imports[name][1]]
    assert len(ids) == len(set(ids))


def test_nct_has_thirteen_standards_each_with_its_bottom_lines(imports):
    """Every standard's expectations and bottom lines stand under its number and title."""
    sections = {one.section for one in imports["nct"][1]}
    bottom = {path[0] for path in sections if path[-1] == "Our bottom lines"}
    assert {int(re.findall(r"\d+", path)[0]) for path in bottom} == set(range(1, 14))
    assert {path[0] for path in sections if path[0].lower().startswith("practice")} == bottom


def test_nct_conference_is_due_within_15_working_days(imports):
    """The ICPC's timescale is a must of standard 8."""
    (found,) = with_words(
        imports["nct"][1], "(ICPCs) within 15 working days of the strategy meeting"
    )
    assert (found.strength, found.line) == (Strength.MUST, 417)
    assert found.section == (
        "Practice standard 8: Managing Good Quality Child Protection Conferences",
        "Our bottom lines",
    )


def test_nct_minimum_frequencies_keep_their_lead_in(imports):
    """A nested minimum is complete with the words it depends on."""
    found = [one for one in imports["nct"][1] if one.lead_in.endswith(" Minimum expectations are:")]
    assert [one.line for one in found] == [307, 308, 309]
    assert {one.lead_in.startswith("We will review children's plans") for one in found} == {True}


def test_nct_meeting_within_10_days_keeps_what_it_depends_on(imports):
    """The figure for "otherwise" stands with the meeting that should have come first."""
    (found,) = with_words(imports["nct"][1], "Otherwise, we will meet within 10 days")
    assert found.lead_in.startswith("Wherever possible, we will arrange")


def test_luton_charts_that_were_not_read_are_reported(imports):
    """All seven flow charts are pictures; the report names each."""
    charts = [one.place.line for one in imports["luton"][2] if "chart" in one.what]
    assert charts == [663, 682, 686, 690, 705, 711, 715]


def test_luton_bottom_lines_before_a_conference(imports):
    """What must be done before a child protection conference is found, over its page break."""
    section = ("Preparing for a child protection conference", "Bottom Lines")
    found = [one for one in imports["luton"][1] if one.section == section]
    assert {one.strength for one in found} == {Strength.MUST}
    assert [one.line for one in found] == [197, 197, 197, 205]
    assert found[0].text.startswith("A family network meeting will have always taken place")


def test_luton_expectations_carry_their_principle(imports):
    """A table's principle and values tag its expectations."""
    found = in_section(imports["luton"][1], "Preparing for a child protection conference")
    tags = {one.principle for one in found if one.strength is Strength.SHOULD}
    assert tags == {
        "Working relationships at the heart of practice – Child-centred Family led",
        "Adopt a stance of curiosity – Evidence based Risk sensible",
        "Land grand aspirations in everyday practice – Solution focused Focused and purposeful",
    }


def test_luton_items_without_a_mark_between_them_are_parted(imports):
    """A cell whose seven bottom lines ran together gives seven statements."""
    found = [one for one in imports["luton"][1] if one.line == 146]
    assert [one.text.split()[0] for one in found] == [
        "All",
        "The",
        "Safety",
        "Words",
        "A",
        "A",
        "Family",
    ]
    assert {one.strength for one in found} == {Strength.MUST}


def test_luton_sentence_cut_by_a_page_is_whole(imports):
    """A bottom line goes on after a broken table head."""
    (found,) = with_words(imports["luton"][1], "We will also explain what is happening to them")
    assert (found.line, found.strength) == (267, Strength.MUST)


def test_luton_reflective_tool_gives_questions(imports):
    """The tool's questions are questions, told under their part of the work."""
    found = in_section(imports["luton"][1], "Securing Safety and Belonging: Practice Principles")
    assert len([one for one in found if one.strength is Strength.QUESTION]) > 30
    assert {one.strength for one in found if one.text.endswith("?")} == {Strength.QUESTION}


def test_leicester_five_lists_of_bottom_lines_without_a_heading(imports):
    """The five lists are musts, and the report names where each begins."""
    _, statements, findings = imports["leicester"]
    begins = [one.place.line for one in findings if "bottom lines without its" in one.what]
    assert begins == [1058, 1171, 1215, 1257, 1316]
    lists = {1058: 1064, 1171: 1176, 1215: 1219, 1257: 1263, 1316: 1323}
    inside = [
        one
        for one in statements
        if any(begin <= (one.line or 0) <= end for begin, end in lists.items())
    ]
    assert {one.strength for one in inside} == {Strength.MUST}
    assert len(inside) == 7 + 5 + 4 + 6 + 6


def test_leicester_pathway_planning_starts_at_15_years_and_9_months(imports):
    """The start of pathway assessments is a must of the transfer section."""
    (found,) = with_words(
        imports["leicester"][1], "is 15 years and 9 months, we will start pathway"
    )
    assert (found.strength, found.line) == (Strength.MUST, 1059)
    assert found.section == ("Transfer between looked after children and Leaving Care Team",)


def test_leicester_participation_questions_are_questions(imports):
    """The twelve questions of the participation model are questions."""
    found = [one for one in imports["leicester"][1] if 139 < (one.line or 0) < 161]
    asked = [one for one in found if one.strength is Strength.QUESTION]
    assert len(asked) == 12


def test_leicester_two_columns_read_as_one_are_told_apart(imports):
    """A paragraph that a side column ran through gives whole sentences, and is reported."""
    _, statements, findings = imports["leicester"]
    (found,) = with_words(statements, "seek to understand the things they feel are going well, the")
    assert found.line == 373
    broken = [one.place.line for one in findings if one.what.startswith("two columns read as one")]
    assert broken == [373, 459, 679, 690, 1265]


def test_halton_supervising_visits_are_stated_twice(imports):
    """Both figures are musts; the table's row label stands with its figure."""
    statements = imports["halton"][1]
    (text,) = with_words(statements, "visits are undertaken by SSW", "at least every 6 weeks")
    label = "Visits to Foster carers by their supervising social worker"
    rows = [one for one in statements if one.lead_in == label]
    assert text.strength is Strength.MUST
    assert [(one.line, one.strength) for one in rows] == [(1178, "must"), (1178, "must")]
    assert "every 20 working days" in rows[0].text
    assert rows[0].section == ("Appendix 4. Visiting Timescales at a glance",)


def test_halton_figures_in_lead_ins_are_statements(imports):
    """A duty with its figure is found by itself, and is as strong as it says."""
    statements = imports["halton"][1]
    found = {one.line: one.strength for one in statements if one.line in (470, 684)}
    assert found == {470: Strength.SHOULD, 684: Strength.MUST}


def test_halton_transfer_duties_keep_their_lead_in(imports):
    """All five items of the list bind, though the second ends in a full stop."""
    lead = "The transferring social worker and Practice Lead will ensure:"
    found = [one for one in imports["halton"][1] if one.lead_in == lead]
    assert [(one.line, one.strength) for one in found] == [
        (line, Strength.MUST) for line in range(806, 811)
    ]


def test_halton_sentences_cut_by_two_columns_are_whole(imports):
    """Each of two sentences cut by the end of two columns goes on with its own words."""
    statements = imports["halton"][1]
    assert with_words(statements, "allocated Social Worker are consulted when completing")
    assert with_words(statements, "With a copy of the PEP is given to all")


def test_northamptonshire_gives_every_standard_it_prints(imports):
    """All numbers from 1.1 to 24.24 are musts in their own section, but those not printed."""
    numbered = [one for one in imports["northamptonshire-2020"][1] if one.standard_number]
    last = [29, 19, 14, 26, 21, 21, 14, 14, 10, 26, 13, 23, 16, 13, 12, 11, 3, 9, 10, 9, 8, 10, 11]
    every = {
        f"{major}.{minor}"
        for major, end in enumerate([*last, 24], 1)
        for minor in range(1, end + 1)
    }
    assert {one.standard_number for one in numbered} == every - MISSING_NUMBERS
    assert {one.strength for one in numbered} == {Strength.MUST}
    assert all(
        one.section[0].startswith(f"{one.standard_number.split('.')[0]}. ")
        for one in numbered
        if one.standard_number
    )


@pytest.mark.parametrize(
    ("number", "figure", "section"),
    [("5.5", "every 20 working days", "5. Working"), ("6.5", "every 12 weeks", "6. Working")],
)
def test_northamptonshire_visits_differ_for_disabled_children(imports, number, figure, section):
    """Each team's visiting standard stands in its own section with its own figure."""
    statements = imports["northamptonshire-2020"][1]
    (found,) = [one for one in statements if one.standard_number == number]
    assert figure in found.text
    assert found.section[0].startswith(section)
    assert ("DISABLED" in found.section[0]) == (number == "6.5")


def test_northamptonshire_exceptions_stand_with_their_duty(imports):
    """The four exceptions to seeing a child alone are one statement with it."""
    found = [one for one in imports["northamptonshire-2020"][1] if one.standard_number == "3.3"]
    (duty,) = [one for one in found if "alone unless:" in one.text]
    assert duty.text.count("; or ") == 3
    assert len(found) == 2


def test_northamptonshire_schedule_figures_keep_their_circumstance(imports):
    """A visit's figure stands with the case that the head of its column describes."""
    found = in_section(imports["northamptonshire-2020"][1], "Schedule of", "Care Leavers")
    figures = [one for one in found if one.line in (2017, 2018, 2036)]
    assert len(figures) == 3
    assert all(one.lead_in.startswith("When a young person leaves") for one in figures)


def test_northamptonshire_schedules_keep_their_columns(imports):
    """A figure of the statutory schedules stands under the children it is for."""
    found = in_section(imports["northamptonshire-2020"][1], "Schedule of Statutory Visits to")
    firsts = {
        one.section[-1][:20]: one.text for one in found if one.text.lower().startswith("first v")
    }
    assert firsts == {
        "Looked After Childre": "First Visit: within 1 week of the start of any placement.",
        "Adopted Children": "First visit: within 1 week of the placement",
        "Child on a Care Orde": "First visit: within 1 week of start of custody",
    }


def test_northamptonshire_role_lists_stand_under_their_role(imports):
    """Each list of responsibilities is its own role's."""
    found = in_section(imports["northamptonshire-2020"][1], "9. Core", "Key Responsibilities")
    roles = Counter(one.section[-1] for one in found)
    assert roles == {"Social Worker": 4, "Group Member": 3, "Team Manager": 3}


@pytest.mark.parametrize(
    ("lines", "heading"),
    [
        ((713, 714, 715), "Placements"),
        ((947, 957, 961, 962, 963, 965, 987), "Chronologies"),
        ((941, 943, 951, 953), "Life Story Work"),
        ((1084, 1092, 1099), "Reflective Group Supervision"),
    ],
)
def test_halton_columns_read_by_turns_stand_under_their_own_headings(imports, lines, heading):
    """What followed the end of a crossed sentence is filed where it was printed."""
    sections = {one.line: one.section[-1] for one in imports["halton"][1]}
    assert {sections[line] for line in lines} == {heading}


@pytest.mark.parametrize(
    ("name", "what", "lines"),
    [
        ("nct", "the same whole list", [177, 360]),
        ("nct", "says what stands right above", [255, 262]),
        ("luton", "no bottom lines found", [330]),
        ("halton", "bottom lines that end otherwise", [283]),
        ("leicester", "columns read across each other", [211]),
        ("leicester", "two rows read as one", [1437]),
        ("northamptonshire-2020", "the numbering skips", [277, 1382]),
    ],
)
def test_what_looks_wrong_is_reported_where_it_stands(imports, name, what, lines):
    """A person is told where to look in the document, and nowhere else."""
    assert [one.place.line for one in imports[name][2] if one.what.startswith(what)] == lines


def test_leicester_checks_keep_the_words_that_lead_them_in(imports):
    """What managers always check is three statements, each with who checks it."""
    found = [one for one in imports["leicester"][1] if one.lead_in.endswith("will always,")]
    assert [one.text.split()[0] for one in found] == ["Check", "Check", "Facilitate"]


def test_leicester_principles_are_those_of_the_label_below(imports):
    """Words of two columns take the principle printed beside them."""
    found = {one.line: one.principle for one in imports["leicester"][1]}
    assert {found[line] for line in (478, 1272, 1273)} == {"Adopt a stance of critical enquiry"}
