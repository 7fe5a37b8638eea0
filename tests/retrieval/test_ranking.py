"""The features and the decision on them, one by one."""

from dataclasses import astuple, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain import Strength
from retrieval.counterpart import CLEAR, SURE, side, states, surely_the_same
from retrieval.features import BY_REFERENCE, WEIGHTS, Features, answer_type, score
from retrieval.lexicon import Lexicon
from retrieval.question import read_question
from retrieval.sufficiency import LOOKED_AT, bears_on
from tests.retrieval.making import VOCABULARY, statement

LEXICON = Lexicon(VOCABULARY)
SHARE = st.floats(0, 1)
FEATURES = st.builds(
    Features,
    dense=SHARE,
    view=SHARE,
    view_cover=SHARE,
    keyword=SHARE,
    cover=SHARE,
    concepts=SHARE,
    answer_type=SHARE,
    strength=SHARE,
    subject=SHARE,
    aspect=SHARE,
)
GOOD = Features(
    dense=0.8,
    view=0.8,
    view_cover=1,
    keyword=0.5,
    cover=1,
    concepts=1,
    answer_type=1,
    strength=1,
    subject=1,
    aspect=1,
)
POOR = replace(GOOD, dense=0.2, view=0.2, view_cover=0.1, keyword=0, cover=0.1, answer_type=0)
TIMELESS = replace(GOOD, answer_type=0)
ONE_EVENT_OF_TWO = replace(GOOD, dense=0.65, view=0.6, keyword=0.4, cover=0.5, concepts=0.5)
FAR = replace(GOOD, dense=0.2, view=0.2)
ANOTHER_THING = replace(GOOD, dense=0.45, view=0.45, cover=0.3, subject=0)
SAID_OTHERWISE = replace(GOOD, dense=0.6, view=0.5, cover=0.3, subject=0)
ASKED_SO = replace(GOOD, dense=0.2, view=0.8)


def asked(question: str):
    return read_question(question, LEXICON)


def test_the_weights_add_up_to_one():
    """A score stays a share."""
    assert sum(astuple(WEIGHTS)) == pytest.approx(1)


@given(FEATURES)
def test_a_score_is_between_0_and_1(features):
    """Whatever the features."""
    assert 0 <= score(features) <= 1


@given(FEATURES, FEATURES)
def test_better_in_everything_is_never_ranked_lower(one, other):
    """Each feature counts for a candidate, never against it."""
    both = zip(astuple(one), astuple(other), strict=True)
    better = Features(**dict(zip(Features.__slots__, (max(pair) for pair in both), strict=True)))

    assert score(better) >= max(score(one), score(other))


@pytest.mark.parametrize(
    ("question", "text", "strength", "expected"),
    [
        ("how often do I visit", "Visit at least every 6 weeks.", Strength.MUST, 1.0),
        ("how often do I visit", "Visit within five working days.", Strength.MUST, 0.6),
        ("how soon do I visit", "Visit within five working days.", Strength.MUST, 1.0),
        ("how soon do I visit", "Visit with care.", Strength.MUST, 0.0),
        (
            "how often do I visit",
            "Visit in line with the Example Regulations.",
            Strength.MUST,
            BY_REFERENCE,
        ),
        (
            "how often do I visit",
            "In addition to the visit, ring every week.",
            Strength.MUST,
            0.0,
        ),
        ("by when is the plan", "By the child's second review.", Strength.MUST, 1.0),
        ("at what age do we plan", "Plan when they are 14.", Strength.MUST, 1.0),
        ("when do I see her", "Before the meeting she is seen.", Strength.MUST, 0.6),
        ("how often do I see her", "Before the meeting she is seen.", Strength.MUST, 0.0),
        ("how often is it", "Bi-monthly supervision is held.", Strength.MUST, 1.0),
        ("when is the ICPC held", "Plan within 3 days of the ICPC.", Strength.MUST, 0.0),
        ("when is the ICPC held", "The ICPC is within 3 days.", Strength.MUST, 1.0),
        ("who chairs it", "The team manager chairs it.", Strength.MUST, 1.0),
        ("who chairs it", "It is chaired well.", Strength.MUST, 0.0),
        ("what must I do for a visit", "Plan it.", Strength.MUST, 1.0),
        ("what must I do for a visit", "Plan it.", Strength.SHOULD, 0.0),
        ("what does MASP mean", "MASP: a panel.", Strength.INFORMATION, 1.0),
        ("what should I ask myself", "Did I listen?", Strength.QUESTION, 1.0),
        ("tell me about visits", "Visit every 6 weeks.", Strength.MUST, 0.0),
    ],
)
def test_a_statement_of_the_kind_that_is_asked_for_is_lifted(question, text, strength, expected):
    """A time for when, a role for who, a duty for must, a meaning for what is."""
    each = statement("x", text, strength=strength)

    assert answer_type(asked(question), each, LEXICON) == expected


@pytest.mark.parametrize(
    ("question", "best", "expected"),
    [
        ("what about visits?", [GOOD], True),
        ("what about visits?", [POOR], False),
        ("what about visits?", [POOR, GOOD], True),
        ("what about visits?", [POOR] * LOOKED_AT + [GOOD], False),
        ("how often are visits?", [GOOD], True),
        ("how often are visits?", [TIMELESS], False),
        ("how soon after the strat is the ICPC?", [ONE_EVENT_OF_TWO], False),
        ("how often are visits?", [FAR], False),
        ("how often are visits?", [ASKED_SO], True),
        ("how long are records kept?", [ANOTHER_THING], False),
        ("how often is the ICPC?", [ANOTHER_THING], True),
        ("can visitors smoke?", [ANOTHER_THING], False),
        ("can visitors smoke?", [SAID_OTHERWISE], True),
        ("who approves visits?", [GOOD], True),
        ("who approves visits?", [FAR], True),
        ("and the or?", [GOOD], False),
        ("what about visits?", [], False),
    ],
)
def test_evidence_suffices_or_does_not(question, best, expected):
    """One good statement near the top is enough; for a time it must state one, of all named."""
    assert bears_on(asked(question), best) is expected


@pytest.mark.parametrize(
    ("best", "expected"),
    [
        ([GOOD], True),
        ([replace(GOOD, aspect=0)], False),
        ([replace(GOOD, aspect=0), GOOD], True),
        ([replace(GOOD, aspect=0), replace(GOOD, dense=0.4, view=0.4)], False),
    ],
    ids=["says who", "silent on it", "the second says it", "another thing's chair"],
)
def test_a_statement_must_speak_of_what_is_asked_about_the_thing(best, expected):
    """Of the visit, near in meaning: one that only names a chair is no answer."""
    assert bears_on(replace(asked("who chairs visits?"), aspects=("who chairs",)), best) is expected


def test_where_no_idea_of_the_field_is_named_meaning_must_be_near():
    """Everyday words are shared by chance."""
    far = replace(GOOD, dense=0.3, view=0.3, cover=0.6)

    assert not bears_on(asked("can they come along with us?"), [far])
    assert bears_on(asked("can they come along with us?"), [replace(far, view=0.5)])


@pytest.mark.parametrize(
    ("text", "figure", "expected"),
    [
        ("within fifteen working days of it", "15 working days", True),
        ("within 15 working days", "15 days", False),
        ("every 12 weeks", "2 weeks", False),
        ("one week", "1 week", True),
        ("at least once every fortnight", "fortnight", True),
    ],
)
def test_a_figure_is_the_same_figure_in_words(text, figure, expected):
    """Working days are never days, and 2 is not in 12."""
    assert states(side(statement("x", text), []), [figure]) is expected


@pytest.mark.parametrize(
    ("best", "others", "rivals", "expected"),
    [
        (0.9, [0.5], [0.4], True),
        (0.9, [], [], True),
        (SURE - 0.01, [0.1], [0.1], False),
        (0.7, [0.69], [0.8], False),
        (0.7, [0.69 - CLEAR], [0.8], True),
    ],
    ids=["best both ways", "alone", "too unlike", "another fits better", "part of a long one"],
)
def test_a_pair_is_sure_or_is_none(best, others, rivals, expected):
    """Much alike, and each other's best or clearly ahead."""
    assert surely_the_same(best, others, rivals) is expected
