"""Principles of a side column, where its words ran through a paragraph."""

from tests.support.texts import imported

MARK = "Our Principle & Value:"
SIDE = f"""
Visits Practice Expectations and Bottom Lines

{MARK}

Relationships at the heart of practice.

- We listen.

{MARK}

Adopt a stance of honest enquiry

- We look again.

{MARK}

Relationships at the heart of practice.

- We go back.

Plans Practice Expectations and Bottom Lines

{MARK} We write each plan with the family and Relationships at the heart of practice. with all those
who help them at home, and we read it aloud together. {MARK} We ask the school what it has seen of
the child since the last plan was written down by us.

Adopt a stance of honest enquiry

- We ask the neighbours.
"""


def test_a_label_below_its_words_names_their_principle():
    """Words behind a marker take the label that follows them, not the one of the column before."""
    statements, _ = imported(" ".join(SIDE.split("\n")).replace("  ", "\n\n"))
    principles = {
        one.text.split()[2]: one.principle for one in statements if "Plans" in one.section
    }
    assert principles == {
        "each": "Relationships at the heart of practice",
        "the": "Adopt a stance of honest enquiry",
    }
