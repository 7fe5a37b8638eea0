"""Strength: what binds, what advises and what informs, by a document's own words."""

import pytest

from tests.support.texts import told


def strength(text: str) -> str:
    """The strength of a text's last statement."""
    return told(text)[-1][0]


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("The note says what it will be like.", "should"),
        ("There is a plan, which will say what we do.", "should"),
        ("A child's words will be more use than ours.", "should"),
        ("Problems are always possible.", "should"),
        ("Judgment will be used to say when.", "should"),
        ("As a rule of thumb, the carer will call first.", "should"),
        ("Meetings should be held in all cases, and always before a move.", "should"),
        ("The plan will be shared.", "must"),
        ("Notes are always kept.", "must"),
        ("The worker is told on the same working day.", "must"),
        ("The team is told by an after-hours worker.", "should"),
        ("You are responsible for your notes.", "must"),
        ("We need to ensure that each child is heard.", "must"),
    ],
)
def test_an_item_of_a_document_without_bottom_lines(item, expected):
    """Only words that lay a duty on someone bind."""
    assert strength(f"Visits\n\n- {item}\n") == expected


@pytest.mark.parametrize(
    ("lead", "item", "expected"),
    [
        ("We ensure that the file is right, with:", "Notes that should be read.", "must"),
        ("Timeframes are:", "When we ask if a child should move.", "must"),
        ("This requires the manager to look at:", "The plan.", "must"),
        ("This can be done in these ways:", "A new home.", "information"),
        ("A good note makes clear:", "What is the story?", "should"),
    ],
)
def test_an_item_is_as_strong_as_a_lead_in_that_binds_more(lead, item, expected):
    """What a list is for decides how its items bind, and what only can be done does not."""
    assert strength(f"Visits\n\n{lead}\n\n- {item}\n- More of it.\n") == expected


def test_a_should_advises_even_beside_a_figure():
    """In a table of figures each clause is taken by itself."""
    rows = "Plans\tThere should be a note within 4 weeks\nMoves\tTo be seen - within 7 days\n"
    assert [one[0] for one in told(rows)] == ["should", "must"]


def test_what_only_explains_is_information():
    """A row in brackets, or one that says there is no duty, binds nobody."""
    rows = "Stays\tWe may offer stays. There is no fewest.\nHomes\t(as where a child is away)\n"
    assert {one[0] for one in told(rows)} == {"information"}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Children must feel safe in their lives.", "information"),
        ("You must keep a record.", "must"),
        ("All workers should know the code.", "should"),
        ("Standards are a set of what should be done.", "information"),
        ("The law names no minimum.", "information"),
        ("Staff have a minimum of monthly supervision.", "must"),
    ],
)
def test_an_introduction_binds_only_its_readers(sentence, expected):
    """A purpose that holds a "must" is none of the worker's duties."""
    assert strength(f"Introduction\n\n{sentence}\n") == expected


TIERED = """
# Introduction

Good work helps.

# Our values

{sentence} Here.

# Visits

- We plan.
- We call.
- We write.

## Bottom lines

- We see each child.

# The law

{sentence} There.
"""


@pytest.mark.parametrize(
    ("sentence", "front", "after"),
    [
        ("There must be a plan for each child.", "should", "must"),
        ("Families will always be asked for their consent.", "should", "should"),
        ("It is expected that managers read it.", "should", "should"),
        ("Planning always involves the family.", "information", "information"),
        ("This part aims to help workers.", "information", "information"),
    ],
)
def test_outside_bottom_lines_a_document_is_taken_at_its_plain_words(sentence, front, after):
    """Front matter advises at most; later sections bind where they say "must"."""
    text = TIERED.format(sentence=sentence)
    found = {words: strength for strength, _, words in told(text)}
    assert found[f"{sentence} Here."] == front
    assert found[f"{sentence} There."] == after


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("The team has a statutory responsibility to review the fees.", "must"),
        ("We use the statutory forms.", "should"),
    ],
)
def test_a_statutory_duty_binds_outside_bottom_lines_too(item, expected):
    """What the law requires is a must among the expectations."""
    text = f"# Visits\n\n- {item}\n\n## Bottom lines\n\n- We see each child.\n"
    assert told(text)[0][0] == expected


def test_a_key_timescale_of_mandatory_standards_is_a_must():
    """A line that gives a section's timescale binds without a figure."""
    text = (
        "These Practice Standards are mandatory.\n\n# Plans\n\n"
        "Key Timescale: Plan in place by the second review\n\n1.1\nI have made a plan.\n"
    )
    assert ("must", "", "Key Timescale: Plan in place by the second review") in told(text)


def test_an_introduction_that_calls_the_standards_mandatory_binds():
    """What makes every standard a must is no mere information, wherever it stands."""
    text = "# Introduction\n\nThese standards are mandatory.\n\n# Plans\n\n1.1\nI have a plan.\n"
    assert told(text)[0][0] == "must"


def test_a_note_that_binds_stands_with_what_it_is_about():
    """A footnote under a bottom line says what to do where the line cannot be kept."""
    text = (
        "# Visits\n\n- We plan.\n\n## Bottom lines\n\n- Children live in safe homes.¹\n\n"
        "¹ Where this is not possible the policy must be used.\n"
    )
    assert told(text)[-1] == (
        "must",
        "Children live in safe homes.",
        "¹ Where this is not possible the policy must be used.",
    )
