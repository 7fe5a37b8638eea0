"""Two dates of which the sooner counts."""

from tests.timescales.making import day, due
from timescales import sooner_of


def test_the_sooner_date_is_the_answer_and_both_are_shown():
    """The order in which they are given does not matter."""
    month, weeks = due("within", "3 months", "2026-03-03"), due("within", "6 weeks", "2026-03-10")

    for found in (sooner_of(month, weeks), sooner_of(weeks, month)):
        assert found.date == weeks.date == day("2026-04-21")
        assert found.event_date == day("2026-03-10")
        assert [r.label for r in found.readings] == [
            "the sooner of the two: calendar weeks, as the document has it",
            "the later of the two: calendar months, as the document has it",
        ]
        assert found.working == weeks.working
        assert found.summary == (f"Whichever is sooner: {weeks.summary} The other: {month.summary}")


def test_two_dates_together_are_said_to_fall_together():
    """The first of the two is the answer then."""
    first, second = due("within", "1 week", "2026-03-03"), due("within", "7 days", "2026-03-03")
    found = sooner_of(first, second)

    assert found.date == day("2026-03-10")
    assert found.summary.startswith("Both fall at the same time: ")
    assert found.working == first.working


def test_a_time_is_sooner_than_a_whole_day():
    """A date without a time lasts to its end."""
    timed, whole = (
        due("within", "24 hours", "2026-03-03", at="10:00"),
        due("within", "1 day", "2026-03-03"),
    )

    assert sooner_of(whole, timed).time == timed.time


def test_the_notices_of_both_are_kept_once():
    """What must be known beside either date is told, and not twice."""
    days, more = due("within", "5 days", "2026-03-03"), due("within", "6 days", "2026-03-03")

    assert sooner_of(days, days).notices == days.notices
    assert sooner_of(days, more).notices == (*days.notices, *more.notices)
