"""Rows become figures and tables: small runs made by hand."""

import dataclasses
import datetime as dt
import io
import json
from collections.abc import Sequence
from typing import Any

import pytest
from rich.console import Console

from evals.asking import Answered, DateOutcome, Outcome
from evals.gold import Kind
from evals.matching import Found
from evals.metrics import share
from evals.misses import worth_a_look
from evals.report import as_markdown, print_tables, save_cases, save_summary, settings_table
from evals.retrieving import Ranked
from evals.summary import summarise
from evals.tables import Table, percent, tables_of


def _ranked(
    id_: str, system: str, rank: int | None, split: str = "dev", framework: str = "x"
) -> Ranked:
    return Ranked(
        system=system,
        id=id_,
        framework=framework,
        split=split,
        kind=Kind.STANDARD,
        question=f"question {id_}?",
        found=Found(rank=rank, needed=1) if rank else None,
        characters=100.0 if system == "plumbline" else 800.0,
        passages=("one | two",),
    )


def _answered(
    id_: str,
    kind: Kind,
    outcome: Outcome,
    rank: int | None = None,
    date: DateOutcome | None = None,
    due: dt.date | None = None,
    expected: dt.date | None = None,
) -> Answered:
    return Answered(
        id=id_,
        framework="x",
        split="dev",
        kind=kind,
        question=f"question {id_}?",
        outcome=outcome,
        answer_kind=outcome.replace(" ", "_"),
        found=Found(rank=rank, needed=1) if rank else None,
        due=due,
        expected=expected,
        date=date,
        said="as said",
    )


RANKED = [
    _ranked("a", "plumbline", 1),
    _ranked("b", "plumbline", 3),
    _ranked("c", "plumbline", 1, split="test", framework="y"),
    _ranked("a", "chunks", 2),
    _ranked("b", "chunks", 1),
    _ranked("c", "chunks", None, split="test", framework="y"),
]
ANSWERED = [
    _answered("a", Kind.STANDARD, Outcome.ANSWERED, rank=1),
    _answered("b", Kind.TIMESCALE, Outcome.ANSWERED, rank=2),
    _answered("c", Kind.STANDARD, Outcome.ANSWERED),
    _answered("d", Kind.STANDARD, Outcome.REFUSED),
    _answered("e", Kind.STANDARD, Outcome.ASKED_BACK),
    _answered("f", Kind.NOT_FOUND, Outcome.REFUSED),
    _answered("g", Kind.NOT_FOUND, Outcome.ANSWERED),
    _answered("h", Kind.STANDARD, Outcome.FAILED),
]
JAN = dt.date(2026, 1, 13)
DATED = [
    _answered("p", Kind.DATE, Outcome.ANSWERED, date=DateOutcome.RIGHT, due=JAN, expected=JAN),
    _answered("q", Kind.DATE, Outcome.ANSWERED, date=DateOutcome.WRONG, due=JAN),
    _answered("r", Kind.DATE, Outcome.REFUSED, date=DateOutcome.NONE, expected=JAN),
]


def _line(lines: Sequence[Any], **wanted: str) -> Any:
    (found,) = [x for x in lines if all(getattr(x, k) == v for k, v in wanted.items())]
    return found


def test_every_system_split_and_framework_has_its_line():
    """Both splits together first, each alone after; frameworks that a split lacks have none."""
    lines = summarise(RANKED, []).retrieval
    places = [(line.split, line.framework) for line in lines if line.system == "plumbline"]
    assert places == [
        ("all", "all"),
        ("all", "x"),
        ("all", "y"),
        ("dev", "all"),
        ("dev", "x"),
        ("test", "all"),
        ("test", "y"),
    ]


def test_retrieval_figures_by_hand():
    """Ranks 1, 3, 1: two of three first, all in five, and a mean reciprocal rank of 7/9."""
    line = _line(summarise(RANKED, []).retrieval, system="plumbline", split="all", framework="all")
    assert line.hit_1 == share([True, True, False])
    assert line.hit_5 == share([True] * 3)
    assert line.mrr == pytest.approx(7 / 9)
    assert line.characters == 100


def test_one_split_alone_is_not_told_twice():
    """With only dev questions there is no line for both together."""
    lines = summarise([row for row in RANKED if row.split == "dev"], []).retrieval
    assert {line.split for line in lines} == {"dev"}


def test_pairs_count_the_questions_only_one_of_them_hits():
    """Plumbline alone hits a and c, the baseline alone hits b."""
    pair = _line(summarise(RANKED, []).paired, split="all")
    assert (pair.baseline, pair.better, pair.worse, pair.chance) == ("chunks", 2, 1, 1.0)


def test_without_plumbline_there_are_no_pairs():
    """Baselines alone are compared with nothing."""
    assert summarise([row for row in RANKED if row.system == "chunks"], []).paired == ()


def test_answers_by_hand():
    """Six answerable questions: one right first, two shown, one refused, one asked back."""
    line = _line(summarise([], ANSWERED).answers, framework="all")
    assert (line.first.count, line.first.of) == (1, 6)
    assert (line.shown.count, line.shown.of) == (2, 6)
    assert (line.first_of_answered.count, line.first_of_answered.of) == (1, 3)
    assert (line.shown_of_answered.count, line.shown_of_answered.of) == (2, 3)
    assert (line.wrong_refusals.count, line.wrong_refusals.of) == (1, 6)
    assert (line.asked_back.count, line.asked_back.of) == (1, 6)
    assert (line.missed_refusals.count, line.missed_refusals.of) == (1, 2)
    assert line.failed == 1


def test_dates_are_told_apart_from_answers():
    """One right, one wrong, one not given; none of them among the answers."""
    summary = summarise([], DATED)
    line = _line(summary.dates, framework="all")
    assert [(part.count, part.of) for part in (line.right, line.wrong, line.none)] == [(1, 3)] * 3
    assert summary.answers == ()


def test_one_framework_alone_is_not_told_twice():
    """With one framework, the line over all of them is its line."""
    lines = summarise([row for row in RANKED if row.framework == "x"], []).retrieval
    assert {line.framework for line in lines} == {"all"}


def test_the_tables_show_frameworks_over_both_splits_only():
    """Systems stand together, and a framework's half of a split is left to the JSON."""
    (table, _) = tables_of(summarise(RANKED, []))
    assert [row[:3] for row in table.rows] == [
        ("all", "all", "plumbline"),
        ("all", "all", "chunks"),
        ("all", "x", "plumbline"),
        ("all", "x", "chunks"),
        ("all", "y", "plumbline"),
        ("all", "y", "chunks"),
        ("dev", "all", "plumbline"),
        ("dev", "all", "chunks"),
        ("test", "all", "plumbline"),
        ("test", "all", "chunks"),
    ]


def test_a_run_of_nothing_has_no_tables():
    """No rows, no lines, no tables."""
    assert tables_of(summarise([], [])) == ()
    assert worth_a_look([], []) == ()


def test_a_share_is_written_with_its_interval():
    """The share and the interval in percent; a dash for nothing."""
    assert percent(share([True] * 4 + [False])) == "80% (38-96)"
    assert percent(share([])) == "-"


def test_cases_that_went_wrong_are_named():
    """Each table names its cases, and what went right is in none."""
    tables = {t.title: [row[0] for row in t.rows] for t in worth_a_look(RANKED, ANSWERED + DATED)}
    assert tables == {
        "Wrong dates": ["q"],
        "Dates not given": ["r"],
        "Wrong refusals": ["d"],
        "Missed refusals": ["g"],
        "Answered without the evidence": ["c"],
        "Errors": ["h"],
        "Evidence not found first by Plumbline": ["b"],
    }


def test_of_the_test_split_only_wrong_dates_and_errors_are_named():
    """Whoever reads the other cases would tune on them."""
    ranked = [dataclasses.replace(row, split="test") for row in RANKED]
    answered = [dataclasses.replace(row, split="test") for row in ANSWERED + DATED]
    titles = [table.title for table in worth_a_look(ranked, answered)]
    assert titles == ["Wrong dates", "Errors"]


def test_a_wrong_date_stands_beside_the_right_one():
    """What was expected and what was got; asking back counts as what was expected."""
    wrong = dataclasses.replace(DATED[1], expected=dt.date(2026, 1, 12))
    tables = [worth_a_look([], [row])[0].rows[0][-2:] for row in (wrong, DATED[1])]
    assert tables == [("2026-01-12", "answered 2026-01-13"), ("asks back", "answered 2026-01-13")]


def test_markdown_keeps_a_cell_in_its_cell():
    """A bar or a line break inside a cell does not break the table."""
    table = Table(title="T", headings=("a", "b"), rows=(("x | y", "one\ntwo"),))
    assert as_markdown("Run", [table]) == (
        "# Run\n\n## T\n\n| a | b |\n|---|---|\n| x \\| y | one two |\n"
    )


def test_settings_are_laid_out_as_text():
    """Lists and mappings become one cell each."""
    made = settings_table({"k": {"a": 1, "b": 2}, "left out": [], "n": [1, 2], "split": "dev"})
    assert made.rows == (("k", "a 1, b 2"), ("left out", "-"), ("n", "1, 2"), ("split", "dev"))


def test_the_terminal_shows_what_the_page_says():
    """Every cell of every table is printed."""
    console = Console(width=200, record=True, file=io.StringIO())
    tables = tables_of(summarise(RANKED, ANSWERED + DATED))
    print_tables(console, tables)
    shown = console.export_text()
    assert all(cell in shown for table in tables for row in table.rows for cell in row)


def test_a_run_is_kept_as_lines_figures_and_a_page(tmp_path):
    """One JSON line a case, dates as ISO text, and the figures beside them."""
    save_cases(tmp_path, RANKED, DATED)
    save_summary(tmp_path, "summary", {"made": JAN}, "# page\n")
    lines = [json.loads(x) for x in (tmp_path / "cases.jsonl").read_text().splitlines()]
    assert len(lines) == len(RANKED) + len(DATED)
    assert lines[0] | {"of": "retrieval", "id": "a", "found": {"rank": 1, "needed": 1}} == lines[0]
    assert lines[-3]["due"] == "2026-01-13"
    assert json.loads((tmp_path / "summary.json").read_text()) == {"made": "2026-01-13"}
    assert (tmp_path / "summary.md").read_text() == "# page\n"
