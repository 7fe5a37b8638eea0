"""What a statement asks for, as the real parser reads it, and what it leaves alone."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from materials import Reading, read
from materials.verbs import third_person


@pytest.mark.parametrize(
    ("text", "do"),
    [
        (
            "Record every visit within three working days.",
            "record every visit within three working days",
        ),
        ("Always see the child alone.", "see the child alone"),
        (
            "We always ask for consent to speak with other professionals.",
            "ask for consent to speak with other professionals",
        ),
        ("Practitioners must explain the plan to the child.", "explain the plan to the child"),
        ("The social worker visits the child at home.", "visit the child at home"),
        (
            "Discuss risks identified for a child immediately with your manager.",
            "discuss risks identified for a child immediately with your manager",
        ),
        ("Social workers are expected to prepare for each meeting.", "prepare for each meeting"),
        ("Use genograms (family trees) with the family.", "use genograms with the family"),
        (
            "Ask the family about their culture; write down what they say.",
            "ask the family about their culture",
        ),
        (
            "Where possible, hold the meeting at the family's home.",
            "hold the meeting at the family's home",
        ),
        (
            "Within two days, tell the school about the plan.",
            "tell the school about the plan within two days",
        ),
    ],
)
def test_what_practitioners_do_is_read_as_it_stands_after_to(reader, text, do):
    """From imperatives, from "we", and from duties of practitioners."""
    assert reader(text).do == do


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("All plans should be clear and free of jargon.", "all plans are clear and free of jargon"),
        (
            "The reviewing officer must send the record to the family.",
            "the reviewing officer sends the record to the family",
        ),
        ("Make sure that the child knows about the plan.", "the child knows about the plan"),
        ("Group supervision takes place monthly.", "group supervision takes place monthly"),
        (
            "Every decision is recorded with its reasons.",
            "every decision is recorded with its reasons",
        ),
        (
            "The meeting is to happen within five working days.",
            "the meeting happens within five working days",
        ),
    ],
)
def test_what_is_to_be_so_is_read_as_a_fact(reader, text, fact):
    """Of what others do, of states, and of what somebody makes sure of; without its modal."""
    assert reader(text).fact == fact


def test_a_condition_and_a_purpose_are_kept_apart(reader):
    """The question opens with the one; the facilitator hears the other."""
    found = reader("Where a child is missing, call the police, so that the search can begin.")

    assert found == Reading(
        do="call the police",
        act="call the police",
        when="where a child is missing",
        why="the search can begin",
    )


def test_be_has_its_own_form_after_you(reader):
    """ "You are", and never "you be"."""
    found = reader("Be clear about what the visit is for.")

    assert (found.do, found.act) == (
        "be clear about what the visit is for",
        "are clear about what the visit is for",
    )


@pytest.mark.parametrize(
    "text",
    [
        "A genogram of at least three generations.",
        "Looked after child: visits are at least every six weeks.",
        "Never leave a record unlocked.",
        "The family may bring a supporter.",
        "It is reviewed by the manager.",
        "Which plan is it?",
        "Permission from parents",
        "",
        ";",
        "Support, guidance and direction.",
        "The council is committed to hearing children.",
        "Talk with young people who are between 15 and 18 years old, in order to understand what "
        "they hope for in education, in work and in housing.",
        "Visit the child on all visits.",
        "Children should not change schools without a reason.",
        "Practitioners are expected to have read the guidance.",
    ],
)
def test_what_is_not_certain_is_not_read(reader, text):
    """Fragments, labels, denials, allowances, and what leans on words before it."""
    assert reader(text) is None


@pytest.mark.parametrize(
    ("verb", "form"),
    [("see", "sees"), ("carry", "carries"), ("stay", "stays"), ("watch", "watches"), ("be", "is")],
)
def test_the_third_person(verb, form):
    """The few rules there are."""
    assert third_person(verb) == form


@given(st.lists(st.sampled_from(
    "you they the plan must can should will be may which if and to , not never visit child".split()
), min_size=1, max_size=8))  # fmt: skip
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_words_are_read_or_left_alone(english, words):
    """A sentence of an imported document may lack its verb: that is no error."""
    read(" ".join(words), english)
