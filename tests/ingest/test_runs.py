"""Items that extraction ran together, and the words that lead the parts in."""

import pytest

from tests.support.texts import imported

HEAD = "Principles\tValues\tVisits Practice Expectations and Bottom Lines\nBe there\tKind\t"


def parts(cell: str) -> list[tuple[str, str]]:
    """Give the lead-in and words of each statement of one run-together cell."""
    return [(one.lead_in, one.text) for one in imported(f"{HEAD}{cell}\n")[0]]


def test_checks_that_a_sentence_leads_in_are_parted_and_keep_it():
    """ "Managers will always, Check that …" leads in each check up to one with its own subject."""
    cell = (
        "We meet before each review. There managers will always, Check that the plan is ready for "
        "the family. Check that the worker has asked the school to come Write the outcome of the "
        "talk down at once. We thank everybody who came."
    )
    lead = "There managers will always,"
    assert parts(cell) == [
        ("", "We meet before each review."),
        (lead, "Check that the plan is ready for the family."),
        (lead, "Check that the worker has asked the school to come"),
        (lead, "Write the outcome of the talk down at once."),
        ("", "We thank everybody who came."),
    ]


@pytest.mark.parametrize("back", ["Otherwise we write to them.", "The only exception is an alarm."])
def test_a_sentence_that_points_back_stays_with_the_one_before(back):
    """What only an earlier sentence explains is not quoted without it."""
    assert parts(f"We ring the family before we come. {back} We say who we are.") == [
        ("", f"We ring the family before we come. {back}"),
        ("", "We say who we are."),
    ]


def test_example_questions_stay_with_the_words_they_are_examples_of():
    """A second example is no question of its own."""
    cell = (
        "We ask about worries, e.g. what would you change? What would others see? We listen well."
    )
    assert parts(cell) == [
        ("", "We ask about worries, e.g. what would you change? What would others see?"),
        ("", "We listen well."),
    ]
