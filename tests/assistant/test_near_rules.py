"""A date question in words that no rule has is found by its meaning: taken and said, or asked."""

import datetime as dt


def test_what_comes_near_is_offered_and_not_guessed(ask):
    """Nobody knows yet which timescale is meant."""
    answer = ask("sat with the family on 3 March 2026, when must that be written up by?")

    assert answer.due is None
    assert answer.clarify is not None
    assert [option.value for option in answer.clarify.options] == ["vale:visit-written-up"]


def test_what_surely_answers_is_counted_with_and_the_reader_is_told(ask):
    """No event is named in words that are known: what the date was taken for is said."""
    answer = ask(
        "3 March 2024 is when the kid came into the world, when must they have seen a dentist by"
    )

    assert answer.due is not None
    assert (answer.due.rule_id, answer.due.date) == ("vale:dental-check", dt.date(2027, 3, 3))
    assert "taken_as" in {notice.kind for notice in answer.notices}


def test_what_nothing_comes_near_to_has_no_timescale(ask):
    """No rule is offered only to offer one."""
    answer = ask("bought a lanyard on 3 March 2026, when is the next one due?")

    assert answer.due is None
    assert answer.clarify is None
