"""What follows an event: chained, in date order, worked again from what really happened."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain import Rule
from tests.timescales.making import CALENDAR, a_rule
from timescales import Schedule, lay_out

MARCH_3 = dt.date(2026, 3, 3)
RULES = (
    a_rule("within", "15 working days", name="icpc", event="strategy", starts="icpc"),
    a_rule("before", "two working days", name="report", event="icpc"),
    a_rule("within", "10 working days", name="core", event="icpc", starts="core"),
    a_rule("within", "10 days", name="core-soon", event="icpc", starts="core"),
    a_rule("every", "six weeks", name="core-again", event="core"),
    a_rule("without_figure", "immediately", name="act", event="strategy"),
    a_rule("lasts", "45 minutes", name="long", event="core"),
)


def laid(
    *rules: Rule,
    event: str = "strategy",
    date: dt.date = MARCH_3,
    happened: dict[str, dt.date] | None = None,
) -> Schedule:
    """A schedule by the calendar of England."""
    return lay_out(rules or RULES, event, date, CALENDAR, happened=happened)


def dates(schedule: Schedule) -> dict[str, dt.date]:
    """By rule: the date."""
    return {d.rule.id.partition(":")[2]: d.due.date for d in schedule.duties if d.due}


def test_each_outcome_is_the_event_of_what_follows() -> None:
    """Counted by hand: the conference by 24 March, the first core group by 3 April."""
    assert dates(laid()) == {
        "report": dt.date(2026, 3, 20),
        "icpc": dt.date(2026, 3, 24),
        "core-soon": dt.date(2026, 4, 3),
        "core": dt.date(2026, 4, 9),
        "core-again": dt.date(2026, 5, 15),
    }


def test_the_duties_stand_in_date_order() -> None:
    """Also one that counts back from an event."""
    found = [duty.due.date for duty in laid().duties if duty.due]

    assert found == sorted(found)


def test_of_two_rules_the_sooner_outcome_is_expected() -> None:
    """The later core groups count from the tenth day, not from the tenth working day."""
    [core] = [placed for placed in laid().events if placed.event == "core"]

    assert (core.date, core.given) == (dt.date(2026, 4, 3), False)
    assert [name.partition(":")[2] for name in core.through] == ["icpc", "core-soon"]


def test_what_really_happened_moves_the_rest() -> None:
    """A conference on 20 March: its report and the core groups move; its own due date does not."""
    moved = dates(laid(happened={"icpc": dt.date(2026, 3, 20)}))

    assert moved["icpc"] == dt.date(2026, 3, 24)
    assert moved["report"] == dt.date(2026, 3, 18)
    assert moved["core-soon"] == dt.date(2026, 3, 30)
    assert moved["core-again"] == dt.date(2026, 5, 11)


def test_a_real_date_rests_on_nothing_before_it() -> None:
    """It is marked as given; what comes after it is expected again."""
    events = {
        placed.event: placed for placed in laid(happened={"icpc": dt.date(2026, 3, 20)}).events
    }

    assert (events["icpc"].given, events["icpc"].through) == (True, ())
    assert [name.partition(":")[2] for name in events["core"].through] == ["core-soon"]


def test_a_real_date_later_than_expected_is_taken_as_it_is() -> None:
    """The conference was late: what follows counts from the day it was held."""
    assert dates(laid(happened={"icpc": dt.date(2026, 3, 31)}))["core"] == dt.date(2026, 4, 16)


def test_what_binds_without_a_date_stands_apart() -> None:
    """A duration is no duty, and stands nowhere."""
    assert [duty.rule.id.partition(":")[2] for duty in laid().undated] == ["act"]


def test_what_is_due_by_anothers_outcome_is_due_when_that_is() -> None:
    """The first core group by 3 April; a plan "by the first core group" with it."""
    by = replace(
        a_rule("without_figure", "by the first core group", name="plan", event="strategy"),
        by="made-up:core-soon",
    )
    schedule = laid(*RULES, by)
    [plan] = [duty for duty in schedule.duties if duty.rule == by]

    assert plan.due is not None
    assert plan.due.date == dt.date(2026, 4, 3)
    assert plan.placed.through == ("made-up:icpc", "made-up:core-soon")
    assert "by the first core group, which is due by Friday 3 April 2026" in plan.due.summary


def test_an_event_that_nothing_counts_from_has_an_empty_schedule() -> None:
    """Silence of the register."""
    schedule = laid(event="birthday")

    assert (schedule.duties, schedule.undated) == ((), ())
    assert [placed.event for placed in schedule.events] == ["birthday"]


def test_a_register_that_goes_in_a_circle_is_laid_out_once() -> None:
    """One that somebody wrote themselves may: each event is laid out once."""
    schedule = laid(
        a_rule("within", "1 week", name="there", event="strategy", starts="b"),
        a_rule("within", "1 week", name="back", event="b", starts="strategy"),
    )

    assert dates(schedule) == {"there": dt.date(2026, 3, 10), "back": dt.date(2026, 3, 17)}


def test_a_date_past_the_calendar_is_told_and_not_lost() -> None:
    """The duty stays, with the reason in place of its date."""
    [duty] = laid(a_rule("within", "60 years", name="far", event="strategy")).undated

    assert duty.due is None
    assert "calendar" in duty.why_no_date


def test_an_authority_may_count_the_event_day() -> None:
    """As it does for a single date."""
    schedule = lay_out(RULES, "strategy", MARCH_3, CALENDAR, counts_event_day=True)

    assert dates(schedule)["icpc"] == dt.date(2026, 3, 23)


@given(
    date=st.dates(dt.date(2013, 1, 1), dt.date(2027, 1, 1)),
    amounts=st.lists(st.integers(1, 60), min_size=1, max_size=6),
)
def test_no_event_is_expected_before_the_one_that_leads_to_it(
    date: dt.date, amounts: list[int]
) -> None:
    """Whatever the chain, and whatever the day it starts on."""
    rules = [
        a_rule("within", f"{amount} working days", name=f"r{n}", event=f"e{n}", starts=f"e{n + 1}")
        for n, amount in enumerate(amounts)
    ]

    schedule = laid(*rules, event="e0", date=date)

    found = [placed.date for placed in schedule.events]
    assert len(found) == len(amounts) + 1
    assert found == sorted(found)


@pytest.mark.parametrize("name", ["icpc", "core"])
def test_a_real_date_of_an_event_takes_the_place_of_the_expected_one(name: str) -> None:
    """Each event of the chain can have been held."""
    real = dt.date(2026, 4, 1)
    events = {placed.event: placed for placed in laid(happened={name: real}).events}

    assert (events[name].date, events[name].given) == (real, True)
