"""Each register rests on its digest: every rule, every figure, every event."""

import re
from collections.abc import Mapping

import pytest

from domain import Bound, Form, Rule, Statement, find_figures
from ingest.corpus import Corpus

WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
).split()
ONE = {
    "daily": "1 day",
    "weekly": "1 week",
    "fortnightly": "1 fortnight",
    "fortnight": "1 fortnight",
    "monthly": "1 month",
    "quarterly": "3 month",
    "yearly": "1 year",
    "annual": "1 year",
    "annually": "1 year",
}
RULES = {"halton": 192, "leicester": 111, "luton": 95, "nct": 155, "northamptonshire-2020": 243}
"""How many rules each register has: one that goes missing is a date that nobody is told."""


def _plain(text: str) -> str:
    """Numbers as digits, units in the singular, so that two ways of writing compare."""
    words = re.findall(r"[a-z]+|\d+(?:\.\d+)?", text.lower())
    words = [str(WORDS.index(word)) if word in WORDS else word for word in words]
    words = [re.sub(r"^(min)s?$", "minute", word) for word in words]
    words = [re.sub(r"^(minute|hour|day|week|month|year|yr)s$", r"\1", word) for word in words]
    plain = " ".join("year" if word == "yr" else ONE.get(word, word) for word in words)
    # "Four weekly" is four weeks, where "weekly" alone is one.
    return re.sub(r"(\d+) 1 (?=day|week|month|year)", r"\1 ", plain)


def _states(statement: Statement, rule: Rule) -> bool:
    text = f" {_plain(statement.text)} "
    return any(f" {_plain(words)} " in text for words in rule.figures_stated)


def test_no_rule_has_gone_missing(framework: str, register: Mapping[str, Rule]) -> None:
    """As many as were read beside the document."""
    assert len(register) == RULES[framework]


def test_every_figure_stands_in_each_statement_it_rests_on(
    register: Mapping[str, Rule], corpus: Corpus
) -> None:
    """The register's figures are the digest's, in amount and in unit."""
    statements = {statement.id: statement for statement in corpus.statements}

    wrong = [
        (name, rule.figure, statements[resting].text)
        for name, rule in register.items()
        if rule.form is not Form.WITHOUT_FIGURE
        for resting in rule.rests_on
        if not _states(statements[resting], rule)
    ]

    assert not wrong


MENTIONS = {
    "leicester:digest:g.1",
    "leicester:digest:g.8",
    "leicester:digest:ss.i22.7",
    "northamptonshire-2020:digest:10.10.2",
    "northamptonshire-2020:digest:24.r12",
}
"""Statements whose figure only names something: a 3 year plan, the statutory 6 weekly visit."""

EVERYDAY = {"daily", "every day"}
"""Forms that are no frequency here: daily life, daily logs, who does what every day."""


def test_every_statement_with_a_figure_of_time_is_in_the_register(
    framework: str, register: Mapping[str, Rule], corpus: Corpus
) -> None:
    """A figure without its rule is a date that nobody is told."""
    resting = {name for rule in register.values() for name in rule.rests_on}

    left_out = {
        statement.id
        for statement in corpus.statements
        if statement.source.framework == framework
        and {figure.words.lower() for figure in find_figures(statement.text)} - EVERYDAY
        and statement.id not in resting
    }

    assert left_out == {name for name in MENTIONS if name.startswith(f"{framework}:")}


def test_plain_days_are_never_made_working_days(
    register: Mapping[str, Rule], corpus: Corpus
) -> None:
    """Where the digest has no working days, no rule that rests on it has them either."""
    statements = {statement.id: statement for statement in corpus.statements}

    wrong = [
        name
        for name, rule in register.items()
        if "working day" in rule.figure
        and not all("working day" in statements[i].text for i in rule.rests_on)
    ]

    assert not wrong


def test_a_rule_is_at_least_where_its_statement_is(
    register: Mapping[str, Rule], corpus: Corpus
) -> None:
    """The words "at least" are neither lost from a figure of the digest nor added to one."""
    statements = {statement.id: statement for statement in corpus.statements}

    wrong = [
        name
        for name, rule in register.items()
        if rule.form in (Form.EVERY, Form.BEFORE)
        for told in [" ".join(_plain(statements[i].quotation) for i in rule.rests_on)]
        if (_at_least(told, rule) and rule.bound is not Bound.AT_LEAST)
        or (rule.form is Form.EVERY and _only_ours(told, rule))
    ]

    assert not wrong


def _at_least(told: str, rule: Rule) -> bool:
    figure = re.escape(_plain(rule.figure))
    return bool(
        re.search(rf"at least (?:once )?(?:every )?{figure}\b|every {figure} at least", told)
    )


def _only_ours(told: str, rule: Rule) -> bool:
    said = re.search(r"at least|minimum|or more often|no less", told)
    return rule.bound is Bound.AT_LEAST and not said


def test_contradictions_count_from_the_same_event(register: Mapping[str, Rule]) -> None:
    """Two figures for one thing are worked out from one date, so they share their event."""
    by_id = {rule.id: rule for rule in register.values()}

    apart = [
        rule.id
        for rule in register.values()
        for other in rule.conflicts_with
        if by_id[other].event != rule.event or rule.id not in by_id[other].conflicts_with
    ]

    assert not apart


def test_whichever_is_sooner_is_told_on_both_rules(register: Mapping[str, Rule]) -> None:
    """Or only one of the two dates would be asked for."""
    by_id = {rule.id: rule for rule in register.values()}

    alone = [
        rule.id
        for rule in register.values()
        if rule.sooner_than and by_id[rule.sooner_than].sooner_than != rule.id
    ]

    assert not alone


def test_rules_of_one_event_can_be_told_apart(register: Mapping[str, Rule]) -> None:
    """A reader who is asked which rule was meant sees no label twice."""
    labels = [(r.event, r.subject, r.conditions) for r in register.values()]

    assert len(labels) == len(set(labels))


@pytest.mark.parametrize("standard", range(1, 14))
def test_every_standard_of_nct_has_rules(
    standard: int, registers: Mapping[str, Mapping[str, Rule]]
) -> None:
    """Each of its thirteen standards sets at least one timescale."""
    prefix = f"nct:digest:{standard}."

    assert any(i.startswith(prefix) for rule in registers["nct"].values() for i in rule.rests_on)
