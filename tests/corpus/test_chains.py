"""What one event starts: the chains that a schedule is laid out from."""

from collections.abc import Iterable, Mapping

import pytest

from domain import Rule

Registers = Mapping[str, Mapping[str, Rule]]


def _after(rules: Iterable[Rule]) -> dict[str, set[str]]:
    after: dict[str, set[str]] = {}
    for rule in rules:
        after.setdefault(rule.event, set()).update({rule.starts} if rule.starts else set())
    return after


def _reached(event: str, after: Mapping[str, set[str]]) -> set[str]:
    reached: set[str] = set()
    waiting = [event]
    while waiting:
        for later in after.get(waiting.pop(), ()):
            if later not in reached:
                reached.add(later)
                waiting.append(later)
    return reached


def test_no_chain_comes_back_to_its_start(register: Mapping[str, Rule]) -> None:
    """What one event starts ends somewhere, so that a schedule can be laid out."""
    after = _after(register.values())

    assert not [event for event in after if event in _reached(event, after)]


CHAINS = [
    ("nct", "strategy-discussion", ("icpc", "core-group", "rcpc")),
    ("nct", "came-into-care", ("first-cic-review", "cic-review", "health-assessment")),
    ("nct", "cin-plan-start", ("cin-review",)),
    ("halton", "icpc", ("core-group", "rcpc")),
    ("northamptonshire-2020", "strategy-discussion", ("icpc", "core-group")),
]


@pytest.mark.parametrize(("framework_id", "event", "later"), CHAINS)
def test_an_event_leads_to_what_follows(
    framework_id: str, event: str, later: tuple[str, ...], registers: Registers
) -> None:
    """From the first event to the last of the chain, through the rules between."""
    reached = _reached(event, _after(registers[framework_id].values()))

    assert set(later) <= reached
