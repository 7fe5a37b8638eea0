"""A whole run, small: a made framework, the real model, every system, and what is kept."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from domain import Edition
from evals.gold import Question, read_gold
from evals.running import prepare, run

DIGEST = """
# Standard 1: Home visits                     {section=1}
## Bottom lines                               {strength=must}
- {1.b1} See each child alone on every home visit.
- {1.b2} Write the home visit up within 3 working days of the visit.
## Expectations                               {strength=should}
- {1.e1} Plan what each home visit is for.
"""
REGISTER = """
[[rule]]
id = "visit-recorded"
subject = "Home visit written up"
event = "home-visit"
within = "3 working days"
rests_on = ["1.b2"]
about = ["write up", "recorded"]
"""
EVENTS = """
[[event]]
id = "home-visit"
name = "the home visit"
phrases = ["home visit", "visited"]
"""
DOCUMENT = """# Standard 1: Home visits

## Bottom lines

- We see every child alone each time we visit at home.
- Home visits are on the child's record no later than 3 working days after the visit.
"""
GOLD = """
[[question]]
id = "example-01"
question = "how soon do I write up a home visit?"
kind = "timescale"
split = "dev"
evidence = ["no later than 3 working days after the visit"]
digest = ["1.b2"]
[[question]]
id = "example-02"
question = "what colour lanyard do visitors wear?"
kind = "not_found"
split = "dev"
[[question]]
id = "example-03"
question = "home visit was on Monday 5 January 2026, written up by when?"
kind = "date"
split = "dev"
today = "2026-01-06"
due = "2026-01-08"
[[question]]
id = "example-04"
question = "which plan says how the room is lit?"
kind = "standard"
split = "dev"
evidence = ["the room is lit"]
"""


@pytest.fixture
def questions(tmp_path, monkeypatch) -> tuple[Question, ...]:
    """Gold questions of the one framework in the corpus, and of one that is not there."""
    corpus = tmp_path / "corpus"
    files = {
        "example/framework.toml": 'authority = "A"\ndocument = "D"\nversion = "1"\n',
        "example/digest/01.md": DIGEST,
        "example/timescales.toml": REGISTER,
        "vocabulary/events.toml": EVENTS,
        "vocabulary/terms.toml": "",
    }
    for name, text in files.items():
        (corpus / name).parent.mkdir(parents=True, exist_ok=True)
        (corpus / name).write_text(text)
    monkeypatch.setenv("PLUMBLINE_CORPUS", str(corpus))
    absent = GOLD.replace("example-", "absent-")
    return read_gold(GOLD, framework="example", file="x") + read_gold(
        absent, framework="absent", file="y"
    )


def _run(folder: Path, documents: dict[str, Path], questions: tuple[Question, ...]) -> Any:
    console = Console(file=io.StringIO(), width=200)
    prepared = prepare(folder / "kept", documents, console)
    run(prepared, questions, folder / "results", console)
    lines = (folder / "results" / "cases.jsonl").read_text().splitlines()
    summary = json.loads((folder / "results" / "summary.json").read_text())
    return [json.loads(line) for line in lines], summary


def _answers(cases: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {row["id"]: row for row in cases if row["of"] == "answer"}


def test_the_shipped_digest_is_asked_where_there_are_no_documents(tmp_path, questions):
    """Every system is asked; what cannot be judged on the digest is left out by name."""
    cases, summary = _run(tmp_path, {}, questions)
    found = {row["system"]: row["found"] for row in cases if row["of"] == "retrieval"}
    assert set(found) == {"plumbline", "BM25 alone", "afternoon build"}
    assert found["plumbline"] == {"rank": 1, "needed": 1}
    assert summary["config"]["edition"] == Edition.DIGEST
    assert summary["config"]["left out"] == [
        "absent (no text of it here)",
        "example-04 (no evidence in this edition)",
    ]
    answers = _answers(cases)
    assert answers["example-02"]["outcome"] == "refused"
    assert (answers["example-03"]["date"], answers["example-03"]["due"]) == ("right", "2026-01-08")


def test_the_documents_are_asked_where_they_are(tmp_path, questions):
    """Evidence is looked for in the document's own words, and its absence is no hit."""
    (tmp_path / "example.txt").write_text(DOCUMENT)
    cases, summary = _run(tmp_path, {"example": tmp_path / "example.txt"}, questions)
    ours = {row["id"]: row["found"] for row in cases if row.get("system") == "plumbline"}
    assert ours == {"example-01": {"rank": 1, "needed": 1}, "example-04": None}
    assert summary["config"]["edition"] == Edition.SOURCE
    assert summary["config"]["left out"] == ["absent (no text of it here)"]
    assert _answers(cases)["example-01"]["found"] == {"rank": 1, "needed": 1}
