"""The comparison that every figure rests on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.matching import Found, find, holds, words

ICPC = "We hold the conference within 15 working days."
VISIT = "Visits are every 20 working days."


@pytest.mark.parametrize(
    ("passage", "wanted"),
    [
        ("See the  child\n alone", "see the child alone"),
        ("the child’s “own” words", 'the child\'s "own" words'),
        ("every 6–8 weeks", "every 6-8 weeks"),
        ("<li>at home</li><li>at school</li>", "home at school"),
        ("see **each** child", "see each child"),
        ("see _each_ child", "see each child"),
        ("- see each\n- child", "See each child"),
        ("15.5 years", "15.5 years"),
        ("ﬁrst visit", "first visit"),
    ],
)
def test_marks_and_breaks_do_not_decide(passage, wanted):
    """Case, white space, quotes, dashes, tags, emphasis and ligatures are folded away."""
    assert holds(passage, wanted)


@pytest.mark.parametrize(
    ("passage", "wanted"),
    [
        ("within 15 working days", "within 5 working days"),
        ("within 15 working days", "5 working days"),
        ("within 5 working days", "15 working days"),
        ("within 5 working daysheets", "5 working days"),
        ("5 days, working", "5 working days"),
        ("anything", ""),
        ("anything", "..."),
        ("", "anything"),
    ],
)
def test_another_figure_is_not_found(passage, wanted):
    """Only whole words, in order, count; nothing is in anything, and nothing matches nothing."""
    assert not holds(passage, wanted)


def test_less_than_signs_are_not_tags():
    """A comparison sign over several lines does not swallow the words after it."""
    assert holds("aged < 5 and\nvisits > 3 a week", "5 and visits")


@given(st.text(), st.text(), st.text())
def test_a_part_between_spaces_is_always_held(before, part, after):
    """What was put in as words of its own is found again."""
    tagless = [text.replace("<", " ").replace(">", " ") for text in (before, part, after)]
    assert holds("\n".join(tagless), tagless[1]) == bool(words(tagless[1]))


@given(st.text(alphabet="ab <>'-\n5Éß"))
def test_folding_twice_is_folding_once(text):
    """Folded words are a fixed point."""
    assert words(words(text)) == words(text)


@pytest.mark.parametrize(
    ("passages", "wanted", "all_of", "found"),
    [
        ((ICPC, VISIT), ("15 working days",), False, Found(rank=1, needed=1)),
        ((VISIT, ICPC), ("15 working days",), False, Found(rank=2, needed=1)),
        ((VISIT, ICPC), ("15 working days", "20 working days"), False, Found(rank=1, needed=1)),
        ((VISIT, ICPC), ("15 working days", "20 working days"), True, Found(rank=2, needed=2)),
        ((VISIT + ICPC,), ("15 working days", "20 working days"), True, Found(rank=1, needed=1)),
        ((VISIT, VISIT), ("15 working days", "20 working days"), True, None),
        ((VISIT,), ("15 working days",), False, None),
        ((), ("15 working days",), False, None),
        ((VISIT,), (), True, None),
    ],
)
def test_the_first_place_that_holds_what_is_wanted(passages, wanted, all_of, found):
    """Any one text is enough, unless all of them are wanted."""
    assert find(passages, wanted, all_of=all_of) == found
