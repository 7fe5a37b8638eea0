"""What follows an event: over HTTP and on the command line, in every form it is given in."""

import csv
import datetime as dt
import io
import json
from xml.etree import ElementTree as ET

import pytest
from icalendar import Calendar
from typer.testing import CliRunner

from api.accepting import preferred
from api.cli import app
from api.schedule_files import as_csv
from api.schedule_routes import OFFERED
from api.schedules import schedule
from tests.api.conftest import CORPUS

SCHEDULE = "/api/v1/schedule"
ASKED = {"framework": "exampleshire", "event": "strategy-discussion", "date": "2025-12-18"}
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def ask(client, fits):
    """Ask for a schedule, check the response against the OpenAPI document, give its body."""

    def _ask(**more):
        return fits(client.post(SCHEDULE, json=ASKED | more), SCHEDULE)

    return _ask


def in_form(client, accept):
    """The schedule as another type."""
    response = client.post(SCHEDULE, json=ASKED, headers={"accept": accept})
    assert response.status_code == 200
    assert response.headers["content-type"].startswith(accept)
    return response.text


def test_the_duties_are_chained_in_date_order(ask):
    """The conference, and then the core group in both of its figures."""
    body = ask()

    assert [(d["rule_id"].partition(":")[2], d["date"]) for d in body["duties"]] == [
        ("icpc", "2026-01-13"),
        ("core-group-days", "2026-01-23"),
        ("core-group-working-days", "2026-01-27"),
    ]
    assert [d["placed"]["expected"] for d in body["duties"]] == [False, True, True]


def test_each_duty_carries_its_clause_and_how_it_counts(ask):
    """In words, with the statement that it rests on."""
    first = ask()["duties"][0]

    assert first["relation"] == "within 15 working days of the strategy discussion"
    assert first["citations"][0]["statement_id"] == "exampleshire:digest:8.b1"


def test_a_real_date_is_taken_in_place_of_the_expected_one(ask):
    """And the reader is told what an expected date rests on."""
    body = ask(happened={"ICPC": "2026-01-08"})

    assert body["duties"][0]["date"] == "2026-01-13"
    assert body["duties"][1]["date"] == "2026-01-18"
    assert not body["duties"][1]["placed"]["expected"]
    assert [n["kind"] for n in ask()["notices"]] == ["expected_dates"]
    assert body["notices"] == []


@pytest.mark.parametrize("name", ["strategy-discussion", "the strategy discussion", "Strat"])
def test_an_event_is_named_as_people_name_it(ask, name):
    """By its id, its name or a phrase."""
    assert ask(event=name)["event"]["id"] == "strategy-discussion"


@pytest.mark.parametrize(
    ("wrong", "field", "told"),
    [
        ({"event": "a party"}, "event", "Something follows from: "),
        ({"event": "strat and ICPC"}, "event", "more than one event"),
        ({"date": "31/02/2026"}, "date", "2026-03-03"),
        ({"happened": {"icpc": "soon"}}, "happened", "2026-03-03"),
        ({"happened": {"referral": "2026-01-08"}}, "happened", "does not follow"),
        ({"happened": {"strategy-discussion": "2026-01-08"}}, "happened", "does not follow"),
    ],
)
def test_what_cannot_be_laid_out_is_refused_with_what_to_do(client, wrong, field, told):
    """Which field, and what to give instead."""
    response = client.post(SCHEDULE, json=ASKED | wrong)

    assert response.status_code == 422
    [error] = response.json()["errors"]
    assert error["field"] == field
    assert told in error["problem"]


def test_an_unknown_framework_is_not_found(client):
    """With the nearest that is known."""
    assert client.post(SCHEDULE, json=ASKED | {"framework": "nowhere"}).status_code == 404


def test_an_event_that_nothing_follows_is_answered(wire, writable_corpus, tmp_path):
    """With the events from which something does."""
    events = writable_corpus / "vocabulary" / "events.toml"
    more = '[[event]]\nid = "birth"\nname = "the birth"\nphrases = ["born"]\n'
    events.write_text(f"{events.read_text()}\n{more}")
    library = wire(tmp_path / "data", writable_corpus).open().library

    body = schedule(library, framework="exampleshire", event="born", date="2026-03-03")

    [notice] = body.notices
    assert (body.duties, notice.kind) == ([], "nothing_follows")
    assert "counts from the birth" in notice.text
    assert "strategy-discussion" in notice.text


@pytest.mark.parametrize("date", ["1200-01-01", "9999-12-31"])
def test_a_date_that_no_calendar_reaches_is_told_with_each_duty(ask, date):
    """Nothing is lost, and nothing hangs."""
    body = ask(date=date)

    assert body["duties"] == []
    assert "calendar" in body["undated"][0]["why_no_date"]


def test_the_calendar_file_is_read_by_a_strict_reader(client):
    """RFC 5545: one all-day entry a duty, each with its citation, and nothing of a child."""
    text = in_form(client, "text/calendar")
    calendar = Calendar.from_ical(text)
    entries = calendar.walk("VEVENT")

    assert calendar["version"] == "2.0"
    assert [e.decoded("dtstart") for e in entries] == [
        dt.date(2026, 1, 13),
        dt.date(2026, 1, 23),
        dt.date(2026, 1, 27),
    ]
    assert all(e.decoded("dtend") - e.decoded("dtstart") == dt.timedelta(days=1) for e in entries)
    assert all("exampleshire:digest:8." in str(e["description"]) for e in entries)
    assert not [e.errors for e in entries if e.errors]
    assert len({e["uid"] for e in entries}) == len(entries)
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))


def test_an_entry_keeps_its_uid_when_real_dates_come_in(client):
    """So that a calendar moves it, and does not show it twice."""

    def uids(**more):
        headers = {"accept": "text/calendar"}
        text = client.post(SCHEDULE, json=ASKED | more, headers=headers).text
        return [entry["uid"] for entry in Calendar.from_ical(text).walk("VEVENT")]

    assert uids() == uids() == uids(happened={"icpc": "2026-01-08"})
    assert uids() != uids(date="2025-12-19")


def test_the_table_is_read_back_by_a_spreadsheet(client):
    """A row a duty, those without a date last."""
    rows = list(csv.DictReader(io.StringIO(in_form(client, "text/csv"))))

    assert [row["date"] for row in rows] == ["2026-01-13", "2026-01-23", "2026-01-27"]
    assert rows[1]["expected"] == "yes"
    assert "Standard 8" in rows[0]["citation"]


def test_no_cell_is_a_formula(opened):
    """A register is data that anybody may have written."""
    body = schedule(opened.library, framework="exampleshire", event="strat", date="2025-12-18")
    wicked = body.duties[0].model_copy(update={"subject": '=HYPERLINK("http://x")'})

    text = as_csv(body.model_copy(update={"duties": [wicked]}))

    assert "'=HYPERLINK" in text


def test_the_drawing_has_a_bar_for_each_duty(client):
    """Dashed where its event is expected, with the whole relation to be read out."""
    root = ET.fromstring(in_form(client, "image/svg+xml"))  # noqa: S314 our own drawing
    bars = [bar.get("class") for bar in root.iter(f"{SVG}rect")]
    words = " ".join(text.text or "" for text in root.iter(f"{SVG}text"))

    assert bars == ["given", "expected", "expected"]
    assert "Initial child protection conference held (15 working days)" in words
    assert "Tue 13 Jan 2026" in words


@pytest.mark.parametrize(
    ("accept", "chosen"),
    [
        ("*/*", "application/json"),
        ("text/csv", "text/csv"),
        ("text/csv;q=0.2, text/calendar", "text/calendar"),
        ("text/html, image/svg+xml;q=0.9, */*;q=0.8", "image/svg+xml"),
        ("text/html, */*;q=0.8, text/csv;q=0.1", "application/json"),
        ("text/csv;q=0", "application/json"),
        ("text/csv;q=nonsense, , ;;", "application/json"),
        ("", "application/json"),
    ],
)
def test_the_form_is_the_one_the_client_would_rather_have(accept, chosen):
    """JSON where none of ours is named."""
    assert preferred(accept, OFFERED) == chosen


@pytest.fixture
def run(tmp_path_factory, embeddings, monkeypatch):  # noqa: ARG001 the model is loaded before
    """Run a command on the made-up corpus."""
    monkeypatch.setenv("PLUMBLINE_DATA", str(tmp_path_factory.mktemp("data")))
    monkeypatch.setenv("PLUMBLINE_CORPUS", str(CORPUS))
    return lambda *words: CliRunner().invoke(app, ["schedule", "exampleshire", *words])


def test_the_command_gives_every_form(run, tmp_path):
    """The table on the terminal, the others there or in a file."""
    asked = ["--event", "strategy discussion", "--date", "2025-12-18"]
    table, body = run(*asked), run(*asked, "--format", "json", "--happened", "ICPC=2026-01-08")
    file = tmp_path / "schedule.ics"

    written = run(*asked, "--format", "ics", "--output", str(file))

    assert "Tuesday 13 January 2026" in table.stdout
    assert "Friday 23 January 2026  expected" in table.stdout
    assert json.loads(body.stdout)["duties"][1]["date"] == "2026-01-18"
    assert (written.exit_code, str(file) in written.stdout) == (0, True)
    assert len(Calendar.from_ical(file.read_bytes()).walk("VEVENT")) == 3


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (["--happened", "2026-01-08"], "icpc=2026-03-20"),
        (["--format", "csv", "--output", "/no/such/folder/s.csv"], "cannot be written"),
    ],
)
def test_the_command_says_what_is_wrong(run, more, told):
    """In a line, with exit code 1."""
    done = run("--event", "strat", "--date", "2025-12-18", *more)

    assert done.exit_code == 1
    assert told in done.stderr
