"""Rules drawn at random from each document stand in its register as they stand there."""

import tomllib
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from domain import Form, Rule, time_figures

DRAWN: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "drawn.toml").read_text(encoding="utf-8")
)["drawn"]
LEAST = 10


@pytest.mark.parametrize("drawn", DRAWN, ids=[f"{d['framework']}: {d['said']}" for d in DRAWN])
def test_a_rule_of_the_document_is_in_the_register(
    drawn: dict[str, Any], registers: Mapping[str, Mapping[str, Rule]]
) -> None:
    """With its figure, its event and its condition."""
    rule = registers[drawn["framework"]][drawn["rule"]]

    assert (rule.figure, rule.event) == (drawn["figure"], drawn["event"])
    assert drawn.get("condition", "") in "; ".join(rule.conditions)


def test_enough_were_drawn_from_each_document(framework: str) -> None:
    """So that a register that lacks one in five would hardly pass."""
    assert Counter(d["framework"] for d in DRAWN)[framework] >= LEAST


def test_what_was_drawn_stands_on_its_line(
    framework: str, documents: Path, registers: Mapping[str, Mapping[str, Rule]]
) -> None:
    """The document's line holds the figure that the register has."""
    lines = (documents / f"{framework}.txt").read_text(encoding="utf-8").splitlines()

    wrong = [
        drawn["said"]
        for drawn in DRAWN
        if drawn["framework"] == framework
        for rule in [registers[framework][drawn["rule"]]]
        if rule.form not in (Form.WITHOUT_FIGURE, Form.COUNT)
        and not _stands(rule, " ".join(lines[drawn["line"] - 1 : drawn["line"] + 1]))
    ]

    assert not wrong


def _stands(rule: Rule, text: str) -> bool:
    held = set(time_figures(text))
    return any(
        words in text or (time_figures(words) and set(time_figures(words)) <= held)
        for words in rule.figures_stated
    )
