"""Ages that a question tells, and the conditions that they decide."""

import pytest

from assistant.ages import ages_said, holds_at


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("health assessment was 31 August 2026, she's 3. next one?", (3,)),
        ("care leaver is 17, saw him 31 dec", (17,)),
        ("our 9 year old had one on 12 jan", (9,)),
        ("aged sixteen", (16,)),
        ("a 2yo", (2,)),
        ("he is 16 on 31 August", ()),
        ("the review is 18 May 2026", ()),
        ("it was 3 days ago", ()),
        ("conference is 3 march", ()),
    ],
)
def test_an_age_is_told_from_a_date(text, ages):
    """A day of the month is no age."""
    assert ages_said(text) == ages


@pytest.mark.parametrize(
    ("condition", "age", "holds"),
    [
        ("the child is under five", 3, True),
        ("the child is under five", 5, False),
        ("the child is five or over", 9, True),
        ("the child is 0 - 5 years of age", 2, True),
        ("the child is 5 years or older", 2, False),
        ('the young person is a care leaver aged 16-17 ("a relevant child")', 17, True),
        ('the young person is a care leaver aged 16-17 ("a relevant child")', 19, False),
        ("the young person is a care leaver, post 18", 19, True),
        ("the young person is a care leaver (Relevant, up to age 21)", 22, False),
        ("until the young person is 21", 22, False),
        ("the assessment is under section 47", 12, None),
        ("it is the first core group", 12, None),
    ],
)
def test_a_condition_about_age_is_decided_by_the_age(condition, age, holds):
    """One about something else is not."""
    assert holds_at(condition, age) is holds
