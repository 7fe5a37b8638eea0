"""From made-up text to statements: strength, lead-ins, sections, joins and splits."""

from hypothesis import given
from hypothesis import strategies as st

from domain import Strength
from ingest.blocks import FindingKind
from tests.support.texts import imported, told

TIERED = """
Practice standard 1:
Home visits

Good home visits mean:

- Planning each visit.
- Being on time.

Our bottom lines...

- We see each child alone.
- Minimum frequencies are:
 - Child in need: every four weeks
 - Child in care: every six weeks

Practice standard 2:
Plans

Good plans mean:

- Writing them with the family.

Our bottom lines...

- We review each plan within three months.
"""


def test_bottom_lines_are_musts_until_the_next_heading():
    """What stands under bottom lines binds; the list before it is good practice."""
    strengths = {one.text: one.strength for one in imported(TIERED)[0]}
    assert strengths == {
        "Planning each visit.": Strength.SHOULD,
        "Being on time.": Strength.SHOULD,
        "We see each child alone.": Strength.MUST,
        "Child in need: every four weeks": Strength.MUST,
        "Child in care: every six weeks": Strength.MUST,
        "Writing them with the family.": Strength.SHOULD,
        "We review each plan within three months.": Strength.MUST,
    }


def test_a_lead_in_stands_with_each_of_its_items_and_not_by_itself():
    """What only introduces a list is the lead-in of its items."""
    leads = {one.text: one.lead_in for one in imported(TIERED)[0]}
    assert leads["Planning each visit."] == "Good home visits mean:"
    assert leads["Child in care: every six weeks"] == "Minimum frequencies are:"
    assert "Minimum frequencies are:" not in leads


def test_a_numbered_heading_takes_its_title_and_folds_its_repeats():
    """ "Practice standard 1:" and the line under it are one heading; a page's repeat is told."""
    text = TIERED.replace("Our bottom lines", "Home visits\n\nOur bottom lines", 1)
    statements, findings = imported(text)
    assert {one.section for one in statements} == {
        ("Practice standard 1: Home visits",),
        ("Practice standard 1: Home visits", "Our bottom lines"),
        ("Practice standard 2: Plans",),
        ("Practice standard 2: Plans", "Our bottom lines"),
    }
    assert ("repeated heading", "Home visits") in [(one.what, one.text) for one in findings]


def test_the_words_of_a_sentence_before_the_lead_in_are_a_statement():
    """A lead-in that says more first is parted from what it says."""
    text = "- We plan visits. At least:\n - one a week\n - one with school\n- We write them up.\n"
    assert [(lead, words) for _, lead, words in told(text)] == [
        ("", "We plan visits."),
        ("At least:", "one a week"),
        ("At least:", "one with school"),
        ("", "We write them up."),
    ]


def test_an_unfinished_item_leads_in_those_that_finish_it():
    """An item that stops at "that" goes on in the next ones, up to one that begins as it does."""
    text = (
        "- Asking the family first.\n- Writing a plan that\n- Names who will act.\n"
        "- Says by when.\n- Sharing it with the family.\n"
    )
    assert [(lead, words) for _, lead, words in told(text)] == [
        ("", "Asking the family first."),
        ("Writing a plan that", "Names who will act."),
        ("Writing a plan that", "Says by when."),
        ("", "Sharing it with the family."),
    ]


def test_a_sentence_cut_by_a_page_is_joined_and_told():
    """What begins in lower case goes on with what stopped without an end."""
    text = "Visits\n\n- We see the child alone and write down why that\n\nwas not possible.\n"
    statements, findings = imported(text)
    assert [one.text for one in statements] == [
        "We see the child alone and write down why that was not possible."
    ]
    assert [one.kind for one in findings] == [FindingKind.MENDED]


def test_two_columns_cut_at_once_go_on_in_their_order():
    """Of two sentences that stop, the first one goes on first."""
    text = (
        "Carers\n\n- Reviews are yearly.\n- The worker makes sure that carers and their worker\n\n"
        "Schools\n\n- Each child has a plan at school and a copy of\n\n"
        "are asked before each review.\n\nthe plan is given to the carer.\n"
    )
    assert [one.text for one in imported(text)[0]] == [
        "Reviews are yearly.",
        "The worker makes sure that carers and their worker are asked before each review.",
        "Each child has a plan at school and a copy of the plan is given to the carer.",
    ]


def test_a_loose_end_that_fits_nowhere_is_kept_and_reported():
    """A sentence without its beginning stays as it stands, and the report says so."""
    statements, findings = imported("Visits\n\nAll is well here.\n\nand so it goes on for ever.\n")
    assert statements[-1].text == "and so it goes on for ever."
    assert [one.kind for one in findings] == [FindingKind.LOOKED_BROKEN]


NUMBERED = """
Contents
1.\tHome visits\t3
2.\tPlans for disabled children\t5
3.\tReviews\t6
4.\tMeetings\t7
5.\tRecords\t9

These Practice Standards are mandatory.

[bookmark: _Toc1]Home visits
Key Timescale: visits every 10 working days

\t1.1
\tI have seen the child alone.

\t1.3
\tI have written it up.

Home visits Continued…

\t1.4
\tI have told the family.

\t2.1
\tI have made a plan:
· with the child;
· with the school.

"""


def test_numbered_standards_of_a_mandatory_document_are_musts():
    """Every numbered standard binds and keeps its number; its list items do too."""
    numbered = [one for one in imported(NUMBERED)[0] if one.standard_number]
    assert {one.strength for one in numbered} == {Strength.MUST}
    assert [(one.standard_number, one.text) for one in numbered] == [
        ("1.1", "I have seen the child alone."),
        ("1.3", "I have written it up."),
        ("1.4", "I have told the family."),
        ("2.1", "with the child;"),
        ("2.1", "with the school."),
    ]


def test_a_heading_that_a_numbered_section_lacks_is_taken_from_the_contents():
    """A standard stands under the title that the contents list has for its number."""
    statements, findings = imported(NUMBERED)
    sections = {one.standard_number: one.section for one in statements}
    assert sections["1.4"] == ("1. Home visits",)
    assert sections["2.1"] == ("2. Plans for disabled children",)
    assert "heading taken from the contents list" in [one.what for one in findings]


def test_a_contents_list_is_left_out_with_its_words():
    """Each line of the contents list is in the report, and in no statement."""
    _, findings = imported(NUMBERED)
    left = [one.text for one in findings if one.what == "contents list"]
    assert "2. Plans for disabled children 5" in left


WORDED = """
Visits

- The child must be seen at home.
- Carers are visited at least every 6 weeks.
- We ensure the plan is shared so that the family may read it.
- Workers should know the procedures.
- We are clear about our worries.

Every visit is a chance to help.

How often\tA minimum of once every 20 working days
When leaving\tThese should be visits - within 7 days
"""


def test_a_document_without_bottom_lines_is_taken_at_its_word():
    """Must, ensure and figures of time bind; should and plain items advise; the rest informs."""
    assert [(strength, words) for strength, _, words in told(WORDED)] == [
        ("must", "The child must be seen at home."),
        ("must", "Carers are visited at least every 6 weeks."),
        ("must", "We ensure the plan is shared so that the family may read it."),
        ("should", "Workers should know the procedures."),
        ("should", "We are clear about our worries."),
        ("information", "Every visit is a chance to help."),
        ("must", "A minimum of once every 20 working days"),
        ("must", "These should be visits - within 7 days"),
    ]


def test_a_row_label_leads_its_cells_in():
    """What a row is about stands with each of its statements."""
    leads = {words: lead for _, lead, words in told(WORDED)}
    assert leads["A minimum of once every 20 working days"] == "How often"


TABLED = """
Principles\tValues\tVisits Practice Expectations and Bottom Lines
Be there\tKind\t<ul> • We are on time • We listen first
\t\t<ul> We take notes when asked to We read them back at the end
Bottom Lines\t\t
<ul> • We see each child <p>Network meetings</p> <ul> • We call one early\t\t

Principles

Values

Visits Practice Expectations and Bottom Lines

- We come back when we said we would.

Principles\tValues\tPlans Practice Expectations and Bottom Lines
Be clear\tOpen\t<ul> • We write plainly
Bottom Lines <ul> • Every plan has a date\t\t
"""


def test_a_principle_table_gives_expectations_and_bottom_lines():
    """Cells become statements with their principle; a repeated head changes nothing."""
    found = [
        (one.section, one.principle, str(one.strength), one.text) for one in imported(TABLED)[0]
    ]
    visits, plans = ("Visits",), ("Plans",)
    assert found == [
        (visits, "Be there – Kind", "should", "We are on time"),
        (visits, "Be there – Kind", "should", "We listen first"),
        (visits, "Be there – Kind", "should", "We take notes when asked to"),
        (visits, "Be there – Kind", "should", "We read them back at the end"),
        ((*visits, "Bottom Lines"), None, "must", "We see each child"),
        ((*visits, "Network meetings"), None, "should", "We call one early"),
        ((*visits, "Network meetings"), None, "should", "We come back when we said we would."),
        (plans, "Be clear – Open", "should", "We write plainly"),
        ((*plans, "Bottom Lines"), None, "must", "Every plan has a date"),
    ]


UNHEADED = """
Visits Practice Expectations and Bottom Lines

- We are on time.

Bottom Lines

- We use the model of taking part in all of our work.
- We see each child.

Plans Practice Expectations and Bottom Lines

- We write plainly.

Bottom Lines

- We use the model of taking part in all of our work.
- Every plan has a date.

Reviews Practice Expectations and Bottom Lines

- We ask first.

- We use the model of taking part in all of our work here.
- Each review is written up.
"""


def test_a_list_of_bottom_lines_without_its_heading_is_found():
    """A list that opens as the other sections' bottom lines do binds, and the report says why."""
    statements, findings = imported(UNHEADED)
    reviews = [(str(one.strength), one.text) for one in statements if one.section == ("Reviews",)]
    assert reviews == [
        ("should", "We ask first."),
        ("must", "We use the model of taking part in all of our work here."),
        ("must", "Each review is written up."),
    ]
    assert any("bottom lines without its heading" in one.what for one in findings)


SIDE = """
Visits Practice Expectations and Bottom Lines

Our Principle & Value:

Relationships at the heart of practice.

Led by the child

Our Goals:

Clear understanding of why

- We listen.

Our Principle & Value:

Adopt a stance of honest enquiry

Our Goals:

Clear understanding of why

- We ask the child what has changed and ask

understanding of why

a second time.

Our Principle & Value:

Relationships at the heart of practice.

Our Goals:

Led by the child

- We go back.
"""


def test_side_column_labels_are_lifted_from_between_the_duties():
    """Labels of a broken table tag what follows, part no sentence, and are all told."""
    statements, findings = imported(SIDE)
    assert [(one.principle, one.text) for one in statements] == [
        ("Relationships at the heart of practice", "We listen."),
        (
            "Adopt a stance of honest enquiry",
            "We ask the child what has changed and ask a second time.",
        ),
        ("Relationships at the heart of practice", "We go back."),
    ]
    assert {one.what for one in findings} == {
        "side-column label",
        "a sentence cut at line 24",
        "heading shortened",
    }


REFLECTIVE = """
Getting started: Reflective questions

How do we know what the child thinks?

Three houses

Scaling

Where harm has occurred, what has changed?
"""


def test_reflective_questions_are_questions_and_their_tools_information():
    """A question is told as one; the tools beside them are one statement."""
    assert [(strength, words) for strength, _, words in told(REFLECTIVE)] == [
        ("question", "How do we know what the child thinks?"),
        ("information", "Three houses Scaling"),
        ("question", "Where harm has occurred, what has changed?"),
    ]


def test_a_glossary_informs():
    """A term stands with what it means, and binds nobody."""
    head = "Term\tDescription\n"
    text = f"Glossary\n\n{head}Plan\tWhat we must do next.\n\n{head}CIN\tIn need.\n"
    assert told(text) == [
        ("information", "Plan", "What we must do next."),
        ("information", "CIN", "In need."),
    ]


def test_equal_statements_get_ids_of_their_own():
    """Two equal items under one heading differ by their ordinal."""
    one, other = imported("Visits\n\n- We see each child.\n- We see each child.\n")[0]
    assert other.id == f"{one.id}-2"


def test_importing_twice_gives_the_same_ids():
    """An id rests on the words alone."""
    assert imported(TIERED)[0] == imported(TIERED)[0]


sentences = st.lists(
    st.sampled_from("see plan write visit child family review week note call".split()),
    min_size=3,
    max_size=9,
).map(lambda words: " ".join(words).capitalize() + ".")
lines = st.lists(
    st.one_of(
        sentences,
        sentences.map("- {}".format),
        sentences.map(" - {}".format),
        st.tuples(sentences, sentences).map("\t".join),
        st.tuples(sentences, sentences).map("Row\t<ul> • {0[0]} • {0[1]}".format),
        sentences.map("# {}".format),
        st.just(""),
        st.just("Bottom Lines"),
        st.sampled_from(["1.1", "2.15"]),
    ),
    min_size=1,
    max_size=12,
)


@given(lines.filter(lambda made: any(line.strip() for line in made)))
def test_no_word_is_dropped_in_silence(made):
    """Each word of a text is in a statement, a heading, a lead-in, a principle or a finding."""
    statements, findings = imported("\n".join(made))
    kept = " ".join(
        " ".join([*one.section, one.quotation, one.principle or "", one.standard_number or ""])
        for one in statements
    )
    kept = f"{kept} {' '.join(one.text for one in findings)}"
    words = {word.strip("#•-.") for line in made for word in line.replace("<ul>", "").split()}
    lonely = {word for word in words if word in ("1", "2.15", "1.1")}
    assert {word for word in words - lonely if word and word not in kept} == set()
