"""The register rests on the digest: each rule, each figure, each event."""

import re

import pytest

from domain import Bound, Form, Rule, Statement
from ingest.corpus import Corpus

WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
).split()
SAME = {"weekly": "1 week", "annual": "1 year", "fortnight": "1 fortnight"}
WORKED_OUT = {
    "pathway-plan-from-birth": "within 3 month of them reaching 16",
    "pathway-assessment-complete-from-birth": "within 3 month of them reaching 16",
}
"""Rules whose figure is two of the document's added up, and the words that are added."""


def _plain(text: str) -> str:
    """Numbers as digits, units in the singular, so that two ways of writing compare."""
    words = re.findall(r"[a-z]+|\d+(?:\.\d+)?", text.lower())
    words = [str(WORDS.index(word)) if word in WORDS else word for word in words]
    words = [re.sub(r"^(hour|day|week|month|year)s$", r"\1", word) for word in words]
    return " ".join(SAME.get(word, word) for word in words)


def _figure(rule: Rule) -> str:
    if rule.form is Form.AT_AGE:
        return _plain(rule.figure).removesuffix(" year")
    if rule.form is Form.COUNT:
        return str(rule.times)
    return _plain(rule.figure).removeprefix("1 fortnight") or "fortnight"


def test_every_rule_rests_on_statements_of_the_digest(
    register: dict[str, Rule], corpus: Corpus
) -> None:
    """A rule's statements are there to be cited."""
    known = {statement.id for statement in corpus.statements}

    missing = {(name, i) for name, r in register.items() for i in r.rests_on if i not in known}

    assert not missing


def test_every_event_of_a_rule_is_in_the_vocabulary(
    register: dict[str, Rule], corpus: Corpus
) -> None:
    """What a rule counts from, and what it starts, can be named in a question."""
    known = {event.id for event in corpus.vocabulary.events if event.phrases}
    used = {rule.event for rule in register.values()}
    started = {rule.starts for rule in register.values() if rule.starts}

    assert not (used | started) - known


def test_every_figure_stands_in_each_statement_it_rests_on(
    register: dict[str, Rule], corpus: Corpus
) -> None:
    """The register's figures are the digest's, in amount and in unit."""
    statements = {statement.id: statement for statement in corpus.statements}

    wrong = [
        (name, rule.figure, statement.text)
        for name, rule in register.items()
        if rule.form is not Form.WITHOUT_FIGURE
        for statement in (statements[i] for i in rule.rests_on)
        if not _states(statement, WORKED_OUT.get(name) or _figure(rule))
    ]

    assert not wrong


def _states(statement: Statement, figure: str) -> bool:
    text = f" {_plain(statement.text)} ".replace(" 1 fortnight ", " fortnight ")
    return f" {figure} " in text


def test_plain_days_are_never_made_working_days(register: dict[str, Rule], corpus: Corpus) -> None:
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
    register: dict[str, Rule], corpus: Corpus
) -> None:
    """The words "at least" are neither lost from a figure of the digest nor added to one."""
    statements = {statement.id: statement for statement in corpus.statements}

    wrong = [
        name
        for name, rule in register.items()
        if rule.form in (Form.EVERY, Form.BEFORE)
        for told in [" ".join(_plain(statements[i].quotation) for i in rule.rests_on)]
        if (_at_least(told, rule) and rule.bound is not Bound.AT_LEAST)
        or (rule.bound is Bound.AT_LEAST and not re.search(r"at least|minimum", told))
    ]

    assert not wrong


def _at_least(told: str, rule: Rule) -> bool:
    figure = _figure(rule)
    return bool(re.search(rf"at least (?:once )?(?:every )?{figure}|every {figure} at least", told))


def test_contradictions_count_from_the_same_event(register: dict[str, Rule]) -> None:
    """Two figures for one thing are worked out from one date, so they share their event."""
    by_id = {rule.id: rule for rule in register.values()}

    apart = [
        rule.id
        for rule in register.values()
        for other in rule.conflicts_with
        if by_id[other].event != rule.event or rule.id not in by_id[other].conflicts_with
    ]

    assert not apart


def test_rules_of_one_event_can_be_told_apart(register: dict[str, Rule]) -> None:
    """A reader who is asked which rule was meant sees no label twice."""
    labels = [(r.event, r.subject, r.conditions) for r in register.values()]

    assert len(labels) == len(set(labels))


@pytest.mark.parametrize("standard", range(1, 14))
def test_every_standard_has_rules(standard: int, register: dict[str, Rule]) -> None:
    """Each of the thirteen standards sets at least one timescale."""
    prefix = f"nct:digest:{standard}."

    assert any(i.startswith(prefix) for rule in register.values() for i in rule.rests_on)


def test_no_chain_of_rules_comes_back_to_its_start(register: dict[str, Rule]) -> None:
    """What one event starts ends somewhere, so that a schedule can be laid out."""
    after: dict[str, set[str]] = {}
    for rule in register.values():
        after.setdefault(rule.event, set()).update({rule.starts} if rule.starts else set())

    def reached(event: str, seen: frozenset[str]) -> bool:
        return event in seen or any(
            reached(later, seen | {event}) for later in after.get(event, ())
        )

    assert not [event for event in after if reached(event, frozenset())]
