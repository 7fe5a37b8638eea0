"""The command line: the same answers as HTTP, plain errors, and exit codes."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from api.cli import app
from api.console import plain

CORPUS = Path(__file__).parent / "corpus"


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    """One data folder for the module, so that its index is built once."""
    return tmp_path_factory.mktemp("data")


@pytest.fixture
def run(data, embeddings, monkeypatch):  # noqa: ARG001 the model is loaded before a command needs it
    """Run a command on the made-up corpus."""
    monkeypatch.setenv("PLUMBLINE_DATA", str(data))
    monkeypatch.setenv("PLUMBLINE_CORPUS", str(CORPUS))
    return lambda *words: CliRunner().invoke(app, [*words])


def test_ask_answers_with_its_sources(run):
    """The answer, then where each statement stands."""
    done = run(
        "ask",
        "how soon after the strat does the ICPC have to be?",
        "-" * 2 + "framework",
        "exampleshire",
    )

    assert done.exit_code == 0
    assert "within 15 working days of the strategy discussion" in done.stdout
    assert "[1] Exampleshire Practice Standards; V2, May 2024; digest; Standard 8" in done.stdout


def test_ask_gives_the_json_of_the_api(run):
    """One JSON object on standard output and nothing else."""
    done = run(
        "ask", "strat on 18 December 2025, ICPC by when?", "--framework", "exampleshire", "--json"
    )

    body = json.loads(done.stdout)
    assert body["due"]["date"] == "2026-01-13"
    assert body["due"]["rule_id"] == "exampleshire:icpc"


def test_a_clarifying_question_shows_its_options(run):
    """They are the answers that would do."""
    done = run("ask", "when is the ICPC due?")

    assert done.exit_code == 0
    assert "  - Exampleshire Council" in done.stdout


def test_a_contradiction_is_explained(run):
    """Once, with the advice to ask, as the page shows it."""
    done = run(
        "ask", "ICPC on 3 March 2026, when is the core group due?", "--framework", "exampleshire"
    )

    assert done.stdout.count("Note: The document contradicts itself here") == 1


def test_a_note_that_is_a_contradiction_too_is_shown_once(run):
    """Figures that differ are told as a notice and as a conflict."""
    done = run("ask", "when is the first core group held?", "--framework", "exampleshire")

    assert done.stdout.count("More than one figure is given here") == 1


def test_an_answer_that_the_framework_does_not_say_is_an_answer(run):
    """Exit code 0: the question was answered."""
    done = run("ask", "what colour lanyard do visitors wear?", "--framework", "exampleshire")

    assert done.exit_code == 0
    assert "does not say" in done.stdout


def test_due_shows_the_working(run):
    """Each day counted or not, and why."""
    done = run("due", "exampleshire:icpc", "2025-12-18")

    assert done.exit_code == 0
    assert "Tuesday 13 January 2026" in done.stdout
    assert "    Thu 2025-12-25  Christmas Day" in done.stdout
    assert "  + Tue 2026-01-13  day 15" in done.stdout


def test_due_shows_the_figure_that_contradicts(run):
    """With its own date."""
    done = run("due", "exampleshire:core-group-days", "2026-03-03")

    assert "also says 10 working days: Tuesday 17 March 2026" in done.stdout
    assert "Note: " in done.stdout


def test_search_rules_and_frameworks_list_what_there_is(run):
    """As text."""
    found = run("search", "see the child alone", "--limit", "1")
    rules = run("rules", "core group")
    frameworks = run("frameworks")

    assert "“See each child alone on every home visit.”" in found.stdout
    assert rules.stdout.count("exampleshire:core-group") == 2
    assert "otherton: Otherton Borough" in frameworks.stdout
    assert "import its document" in frameworks.stdout


@pytest.mark.parametrize("words", [["search", "visit"], ["rules"], ["frameworks"], ["index"]])
def test_every_listing_has_its_json(run, words):
    """As the API gives it."""
    done = run(*words, "--json")

    assert done.exit_code == 0
    assert json.loads(done.stdout)


def test_nothing_found_is_said(run):
    """And is no error."""
    assert run("rules", "no rule holds this").stdout == "No rule of the register fits.\n"
    assert run("search", "visit", "--framework", "otherton").stdout == "Nothing was found.\n"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["ask", ""], "the question is empty"),
        (["ask", "x" * 2001], "keep it under 2000"),
        (["ask", "ICPC \udce9?"], "broken character"),
        (["ask", "ICPC?", "--framework", "exampelshire"], "Known: exampleshire"),
        (["due", "exampleshire:icp", "2026-03-03"], "exampleshire:icpc"),
        (["due", "exampleshire:icpc", "2026-02-31"], "February 2026 has 28 days"),
        (["due", "exampleshire:icpc", "24/12"], "Write it as 2026-03-03"),
        (["due", "exampleshire:icpc", "2026-03-03", "--time", "9am"], "as 14:30"),
        (["due", "exampleshire:icpc", "1999-01-01"], "outside the calendar"),
        (["due", "exampleshire:record-read", "2026-03-03"], "gives no date"),
        (["search", " "], "give some words"),
        (["import", "exampleshire", "nowhere.pdf"], "nowhere.pdf"),
        (["import", "exampelshire", "nowhere.pdf"], "--authority, --title and --version"),
        (["serve", "--host", "192.0.2.1"], "Choose another with --port or --host"),
    ],
)
def test_what_is_refused_is_told_on_standard_error(run, words, told):
    """In a sentence, with exit code 1 and nothing on standard output."""
    done = run(*words)

    assert done.exit_code == 1
    assert told in done.stderr
    assert "Traceback" not in done.output
    assert done.stdout == ""


@pytest.mark.parametrize(
    "words",
    [["ask"], ["due", "exampleshire:icpc"], ["nothing"], ["search", "a", "--limit", "0"],
     ["ask", "a", "--role", "queen"], ["serve", "--port", "x"]],
)  # fmt: skip
def test_wrong_usage_has_its_own_exit_code(run, words):
    """2, as everywhere."""
    assert run(*words).exit_code == 2


def test_settings_that_cannot_be_used_are_told(run, monkeypatch):
    """Before anything is opened."""
    monkeypatch.setenv("PLUMBLINE_CLOSURE", "2026-12-29 Christmas")

    done = run("frameworks")

    assert done.exit_code == 1
    assert "Did you mean PLUMBLINE_CLOSURES?" in done.stderr


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("FRAMEWORK", "exampelshire"),
        ("CORPUS", "nowhere"),
        ("DATA", str(Path(__file__))),
        ("MODEL", "nowhere"),
    ],
)
def test_a_service_that_cannot_work_does_not_start(run, monkeypatch, name, value):
    """It says which setting is wrong and ends."""
    monkeypatch.setenv(f"PLUMBLINE_{name}", value)

    done = run("serve", "--port", "0")

    assert (done.exit_code, done.stdout) == (1, "")
    assert value in done.stderr


def test_an_import_that_says_little_needs_force(run, monkeypatch, tmp_path):
    """The message names the option, and the option works."""
    monkeypatch.setenv("PLUMBLINE_DATA", str(tmp_path / "data"))
    file = tmp_path / "leaflet.md"
    file.write_text("# Parking\n\nThe car park behind the office is open to all visitors.\n")

    refused = run("import", "exampleshire", str(file))
    forced = run("import", "exampleshire", str(file), "--force")

    assert (refused.exit_code, forced.exit_code) == (1, 0)
    assert "--force" in refused.stderr


def test_import_prints_its_report_and_answers_from_the_document(run, monkeypatch, tmp_path):
    """As text, or as JSON."""
    monkeypatch.setenv("PLUMBLINE_DATA", str(tmp_path / "data"))
    file = tmp_path / "ours.md"
    file.write_text("# Pets\n\n## Bottom lines\n\n- Every dog of a foster carer is assessed.\n")
    own = ["--authority", "My Council", "--title", "Ours", "--version", "V1"]

    told = run("import", "my-council", str(file), *own)
    as_json = run("import", "my-council", str(file), "--json")
    found = run("search", "assess the dog", "--framework", "my-council", "--limit", "1")

    assert told.exit_code == 0
    assert "must" in told.stdout
    assert json.loads(as_json.stdout)
    assert "Every dog of a foster carer is assessed." in found.stdout


def test_a_data_folder_that_cannot_be_written_is_told(run, monkeypatch, tmp_path):
    """Without a traceback."""
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("PLUMBLINE_DATA", str(tmp_path / "file" / "data"))

    done = run("frameworks")

    assert done.exit_code == 1
    assert "plumbline: " in done.stderr


def test_no_document_can_steer_the_terminal():
    """Control characters are shown, not sent."""
    assert plain("a\x1b[2Jb\x9bc\nd\te") == "a\ufffd[2Jb\ufffdc\nd\te"


def test_a_draft_of_what_the_register_lacks_is_written(run, tmp_path):
    """Once: a second draft does not write over what may have been worked on."""
    draft = tmp_path / "draft.toml"
    words = ["rules", "propose", "exampleshire", "--output", str(draft)]

    done, again, forced = run(*words), run(*words), run(*words, "--force", "--json")

    assert (done.exit_code, again.exit_code, forced.exit_code) == (0, 1, 0)
    assert str(draft) in done.stdout
    assert "may have been worked on" in again.stderr
    assert 'rests_on = ["4.b2"]' in draft.read_text()
    assert [rule["figure"] for rule in json.loads(forced.stdout)["rules"]] == ["3 working days"]


def test_the_rules_are_listed_with_or_without_the_word(run):
    """What `rules` lists, `rules list` lists."""
    assert run("rules", "list", "core group").stdout == run("rules", "core group").stdout != ""


def test_no_draft_is_written_for_an_unknown_framework(run):
    """It writes nothing and says so."""
    done = run("rules", "propose", "nowhere")

    assert done.exit_code == 1
    assert "no framework 'nowhere'" in done.stderr
