"""Lead-ins: which items stand under one, and which words it takes with it."""

import pytest

from tests.support.texts import told


def leads(text: str) -> list[tuple[str, str]]:
    """Each statement's lead-in and words."""
    return [(lead, words) for _, lead, words in told(text)]


def test_exceptions_are_never_quoted_apart_from_their_duty():
    """What stands under "unless" is one statement with the duty that it limits."""
    text = (
        "I have seen the child alone unless:\n- the child said no; or\n"
        "- I thought it wrong to do so; or\n- I was unable to do so.\n\nI have written why.\n"
    )
    assert leads(text) == [
        (
            "",
            "I have seen the child alone unless: the child said no; or "
            "I thought it wrong to do so; or I was unable to do so.",
        ),
        ("", "I have written why."),
    ]


def test_a_lead_in_over_verbs_takes_every_item_line_under_line():
    """A full stop inside the list does not end what a worker "will ensure"."""
    text = (
        "The worker will ensure:\n- The new worker has 10 days' notice\n"
        "- Notes are up to date.\n- To tell the family.\n- There is a record.\n"
    )
    assert {lead for lead, _ in leads(text)} == {"The worker will ensure:"}


def test_a_lead_in_that_says_a_time_is_a_statement_too():
    """A duty with its figure is told by itself, whatever list it opens."""
    text = "An enquiry should be completed within 15 working days with:\n\n- A report;\n- A plan.\n"
    lead = "An enquiry should be completed within 15 working days with:"
    assert leads(text) == [("", lead), (lead, "A report;"), (lead, "A plan.")]


def test_a_lead_in_over_conditions_is_no_statement():
    """A duty that holds only in the cases below is not told without them."""
    text = "We must see the child at home within two days if:\n- there is harm;\n- there is risk.\n"
    assert [words for _, words in leads(text)] == ["there is harm;", "there is risk."]


def test_a_lead_in_that_only_says_for_whom_is_no_statement():
    """What is to be ensured stands in the list: without it the words say no duty."""
    lead = "We will ensure that all children and young people:"
    text = f"{lead}\n- know about the plan;\n- have a say in it.\n"
    assert leads(text) == [(lead, "know about the plan;"), (lead, "have a say in it.")]


def test_a_lead_in_that_points_back_takes_the_sentence_it_points_to():
    """ "However" and "This includes" stand with the sentence before."""
    text = (
        "- Visits follow need. However, the fewest are:\n - one a week\n\n"
        "Talk\n\nWe hear the child.\n\nThis includes:\n\n- Asking first.\n"
    )
    assert leads(text) == [
        ("", "Visits follow need."),
        ("Visits follow need. However, the fewest are:", "one a week"),
        ("", "We hear the child."),
        ("We hear the child. This includes:", "Asking first."),
    ]


def test_a_lead_in_without_a_subject_takes_the_item_above():
    """ "Minimum expectations are:" does not say of what."""
    text = "- We review plans.\n- Minimum expectations are:\n - every three months\n"
    assert leads(text)[-1] == (
        "We review plans. Minimum expectations are:",
        "every three months",
    )


@pytest.mark.parametrize(
    "opening", ["Otherwise,", "The only exception is that", "They also say", "If not,"]
)
def test_a_sentence_that_adds_to_the_one_above_stands_with_it(opening):
    """What says too much alone has the sentence that it adds to as its lead-in."""
    text = f"- We write first. If we can, we meet before the move.\n- {opening} we meet after it.\n"
    assert leads(text)[-1] == (
        "If we can, we meet before the move.",
        f"{opening} we meet after it.",
    )


def test_the_last_item_of_a_list_may_lead_in_the_next():
    """Its last sentence is the next list's lead-in; what it says first stays in its own list."""
    text = (
        "A note is used:\n- in reviews;\n- in court. Each note should be used:\n"
        "- To share;\n- To check.\n- To plan.\n"
    )
    assert leads(text) == [
        ("A note is used:", "in reviews;"),
        ("A note is used:", "in court."),
        ("Each note should be used:", "To share;"),
        ("Each note should be used:", "To check."),
        ("Each note should be used:", "To plan."),
    ]


def test_an_item_that_opens_a_list_of_other_cases_ends_the_list_above():
    """What triggers a review otherwise is no item of the timescales above."""
    text = (
        "Timeframes are:\n- For plans, every year.\n- For carers, every year.\n"
        "- Other events include:\n- A move.\n- A birth.\n"
    )
    assert leads(text)[2:] == [
        ("Other events include:", "A move."),
        ("Other events include:", "A birth."),
    ]


def test_an_item_that_names_the_duty_again_stands_by_itself():
    """ "We must" is not said twice."""
    text = "We must visit:\n- At least every week;\n- We must also visit when asked.\n"
    assert leads(text) == [
        ("We must visit:", "At least every week;"),
        ("", "We must also visit when asked."),
    ]


def test_a_short_sentence_that_ends_in_by_leads_in_participles():
    """ "We do this by." is a lead-in though it ends in a full stop."""
    text = "- We do this by.\n- Asking the family.\n- Using a map.\n- We write it down.\n"
    assert leads(text) == [
        ("We do this by.", "Asking the family."),
        ("We do this by.", "Using a map."),
        ("", "We write it down."),
    ]
