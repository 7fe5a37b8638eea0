"""Supervision prompts and reflective questions: every door, every form, and what is refused."""

import io
import json
import re
import zipfile

import pytest
from bs4 import BeautifulSoup
from docx import Document
from markdown_it import MarkdownIt
from typer.testing import CliRunner

from api.cli import app
from api.meanings import Meanings
from api.readings import FILE, Readings
from tests.api.conftest import CORPUS

SUPERVISION = "/api/v1/supervision-prompts"
REFLECTION = "/api/v1/reflective-questions"
ASKED = {"framework": "exampleshire", "topic": "visits"}
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@pytest.fixture
def agenda(client, fits):
    """Ask for an agenda, check the response against the OpenAPI document, give its body."""

    def _ask(facts=None, **more):
        asked = ASKED | more | ({"facts": facts} if facts else {})
        return fits(client.post(SUPERVISION, json=asked), SUPERVISION)

    return _ask


@pytest.fixture
def questions(client, fits):
    """The same for reflective questions."""

    def _ask(**more):
        return fits(client.post(REFLECTION, json=ASKED | more), REFLECTION)

    return _ask


def prompts_of(body):
    """Every prompt of a body."""
    return [prompt for group in body["groups"] for prompt in group["prompts"]]


def test_every_prompt_is_an_open_question_with_its_statement(agenda):
    """And what is cited is a statement of the framework."""
    body = agenda()
    numbers = {c["number"] for c in body["citations"]}

    assert prompts_of(body)
    for prompt in prompts_of(body):
        assert prompt["text"].endswith("?")
        assert set(prompt["citations"]) <= numbers
        assert prompt["citations"]
    assert {c["framework"] for c in body["citations"]} == {"exampleshire"}


def test_what_is_late_is_told_with_its_rule(agenda):
    """By the calculator; today is Monday 5 January 2026."""
    body = agenda({"last_visit": "2026-01-02", "age": 14})
    [line] = body["due"]

    assert (line["rule_id"], line["date"], line["late"]) == (
        "exampleshire:missed-visit",
        "2026-01-03",
        True,
    )
    assert body["given"] == [{"label": "Last visit", "date": "2026-01-02"}]
    assert "this young person" in " ".join(p["text"] for p in prompts_of(body))


def test_all_musts_are_touched_or_said_to_be_left(agenda):
    """Nothing is lost in silence."""
    body = agenda(minutes=10)

    assert body["musts_touched"] + len(body["left_for_next_time"]) == body["musts"]


@pytest.mark.parametrize(
    ("asked", "field", "told"),
    [
        ({"topic": "adoption"}, "topic", "Its sections: Standard 4: Home visits"),
        ({"topic": "visits for Ella"}, "topic", "Leave out every name"),
        ({"topic": "Mr Brown's visits"}, "topic", "Leave out every name"),
        ({"facts": {"plan": "CP plan of Ella Smith"}}, "plan", "Leave out every name"),
        ({"facts": {"plan": "CP plan 943 476 5919"}}, "plan", "NHS number"),
        ({"facts": {"name": "Ella"}}, "facts", "leave it out"),
        ({"facts": {"last_visit": "2026-01-06"}}, "last_visit", "still to come"),
        ({"facts": {"last_visit": "1926-01-06"}}, "last_visit", "more than two years"),
        ({"facts": {"last_visit": "Ella, 943 476 5919"}}, "last_visit", "NHS number"),
        ({"facts": {"next_conference": "2025-12-01"}}, "next_conference", "has gone by"),
        ({"count": 0}, "count", "1 to 20"),
        ({"facts": {"last_visit": "yesterday"}}, "last_visit", "2026-03-03"),
        ({"facts": {"age": 240}}, "age", "0 to 25"),
        ({"minutes": 20}, "minutes", "10, 30 or 60"),
        ({"model": "gibbs"}, "model", "four-stage"),
    ],
)
def test_what_cannot_be_used_is_refused_with_what_to_do(client, asked, field, told):
    """Which field, and what to give or to leave out; the name itself is not repeated."""
    response = client.post(SUPERVISION, json=ASKED | asked)

    assert response.status_code == 422
    [error] = response.json()["errors"]
    assert error["field"] == field
    assert told in error["problem"]
    assert "Ella" not in response.text


@pytest.mark.parametrize(
    ("asked", "field", "told"),
    [
        ({"count": 0}, "count", "1 to 20"),
        ({"count": 10_000}, "count", "1 to 20"),
        ({"level": "hard"}, "level", "challenge"),
        ({"audience": "everyone"}, "audience", "asye"),
        ({"model": "group"}, "model", "gibbs"),
        ({"session_minutes": 5}, "session_minutes", "30 to 240"),
        ({"topic": "the price of fish"}, "topic", "no section on"),
    ],
)
def test_reflective_questions_refuse_likewise(client, asked, field, told):
    """Each in its field."""
    response = client.post(REFLECTION, json=ASKED | asked)

    assert response.status_code == 422
    [error] = response.json()["errors"]
    assert (error["field"], told in error["problem"]) == (field, True)


def test_an_unknown_framework_is_not_found(client):
    """As at every door."""
    assert client.post(SUPERVISION, json=ASKED | {"framework": "nowhere"}).status_code == 404


def test_reflective_questions_have_notes(questions):
    """For whoever asks them."""
    body = questions(count=3, model="kolb", level="challenge", audience="team")

    assert len(prompts_of(body)) == 3
    assert all(p["note"]["listen"] and p["note"]["probe"] for p in prompts_of(body))


def test_fewer_than_were_asked_for_are_said_to_be(client):
    """A set is never filled up with what says the same again."""
    body = client.post(REFLECTION, json=ASKED | {"count": 20}).json()

    assert sum(len(group["prompts"]) for group in body["groups"]) < 20
    assert "fewer" in {notice["kind"] for notice in body["notices"]}


def test_quiz_and_answers_have_the_same_numbers(client):
    """Numbered on from the questions before them, in every form."""
    asked = ASKED | {"session_minutes": 60}
    sheet = client.post(REFLECTION, json=asked, headers={"accept": "text/markdown"}).text
    quiz, answers = sheet.split("## Quiz")[1].split("## Answers to the quiz")

    asks = re.findall(r"^(\d+)\. ", quiz, re.MULTILINE)
    assert asks
    assert re.findall(r"^(\d+): ", answers.split("## ")[0], re.MULTILINE) == asks


def test_a_session_is_planned_to_the_minute(questions):
    """With a situation, and a quiz whose answers are cited."""
    body = questions(count=4, session_minutes=60)
    session = body["session"]

    assert sum(part["minutes"] for part in session["parts"]) == 60
    assert session["vignette"]
    assert all(each["citations"] for each in session["quiz"])


def in_form(client, accept, path=SUPERVISION, **more):
    """A sheet as another type."""
    response = client.post(path, json=ASKED | more, headers={"accept": accept})
    assert response.status_code == 200
    assert response.headers["content-type"].startswith(accept)
    return response


@pytest.mark.parametrize(
    ("path", "more"),
    [(SUPERVISION, {"facts": {"last_visit": "2026-01-02"}}), (REFLECTION, {"session_minutes": 60})],
)
def test_every_form_says_the_same(client, path, more):
    """Each question stands in Markdown, in HTML and in Word, with its sources at the end."""
    body = client.post(path, json=ASKED | more).json()
    html = BeautifulSoup(in_form(client, "text/html", path, **more).text, "lxml")
    markdown = in_form(client, "text/markdown", path, **more).text
    word = Document(io.BytesIO(in_form(client, DOCX, path, **more).content))
    texts = {
        "html": html.get_text(" "),
        "markdown": BeautifulSoup(MarkdownIt().render(markdown), "lxml").get_text(" "),
        "word": "\n".join(p.text for p in word.paragraphs),
    }

    for prompt in prompts_of(body):
        for name, text in texts.items():
            assert prompt["text"] in " ".join(text.split()), name
    for citation in body["citations"]:
        assert html.find(id=f"source-{citation['number']}")
        assert citation["text"] in texts["word"]


def test_a_word_document_has_real_styles_and_a_running_header(client):
    """Headings as headings, the framework and version on every page, links to the sources."""
    data = in_form(client, DOCX).content
    word = Document(io.BytesIO(data))
    xml = zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()

    styles = {p.style.name for p in word.paragraphs if p.style}
    assert {"Title", "Heading 1", "List Paragraph"} <= styles
    header = word.sections[0].header.paragraphs[0].text
    assert "Practice Standards" in header
    assert "Monday 5 January 2026" in header
    assert 'w:anchor="source_1"' in xml
    assert 'w:name="source_1"' in xml


def test_nothing_of_a_document_is_markup(opened):
    """A statement's words go into HTML and Markdown as text."""
    from api.material_bodies import SupervisionIn
    from api.materials import supervision_prompts
    from api.sheet_html import as_html
    from api.sheet_markdown import as_markdown
    from api.sheets import sheet_of
    from tests.api.serving import TODAY

    body = supervision_prompts(opened.library, SupervisionIn.model_validate(ASKED), today=TODAY)
    wicked = body.citations[0].model_copy(update={"text": "<script>x</script> | *y*"})
    sheet = sheet_of(body.model_copy(update={"citations": [wicked, *body.citations[1:]]}))

    assert "<script>" not in as_html(sheet)
    assert "\\<script\\>" in as_markdown(sheet)
    assert "\\*y\\*" in as_markdown(sheet)


@pytest.fixture
def run(tmp_path_factory, embeddings, monkeypatch):  # noqa: ARG001 the model is loaded before
    """Run a command on the made-up corpus."""
    monkeypatch.setenv("PLUMBLINE_DATA", str(tmp_path_factory.mktemp("data")))
    monkeypatch.setenv("PLUMBLINE_CORPUS", str(CORPUS))
    return lambda *words: CliRunner().invoke(app, [*words])


def test_the_commands_give_every_form(run, tmp_path):
    """Text and JSON on the terminal, a Word document in a file."""
    asked = ["supervision", "exampleshire", "visits"]
    text, body = run(*asked), run(*asked, "--format", "json")
    file = tmp_path / "agenda.docx"

    written = run(*asked, "--format", "docx", "--output", str(file))
    session = run("reflect", "exampleshire", "visits", "--session", "60", "--count", "3")

    assert text.stdout.startswith("# Supervision: Visits")
    assert json.loads(body.stdout)["musts"] == 5
    assert (written.exit_code, len(Document(str(file)).paragraphs) > 10) == (0, True)
    assert session.stdout.startswith("# Session plan: Visits")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["supervision", "exampleshire", "visits", "--format", "docx"], "--output"),
        (["supervision", "exampleshire", "adoption"], "no section on"),
        (["supervision", "exampleshire", "x" * 300], "topic"),
        (["reflect", "exampleshire", "visits", "--count", "0"], "1 to 20"),
        (
            ["reflect", "exampleshire", "visits", "--format", "md", "--output", "/no/such/f.md"],
            "cannot be written",
        ),
    ],
)
def test_the_commands_say_what_is_wrong(run, words, told):
    """In a line, with exit code 1."""
    done = run(*words)

    assert done.exit_code == 1
    assert told in done.stderr


def test_what_was_read_is_kept(tmp_path):
    """And read again without the parser; a damaged file is made anew."""
    first = Readings(tmp_path)
    found = first.read("See the child alone.")
    first.keep()
    again = Readings(tmp_path)

    assert again.read("See the child alone.") == found
    assert again._english is None
    (tmp_path / FILE).write_text("{not json")
    assert Readings(tmp_path).read("See the child alone.") == found


def test_what_was_meant_is_kept(tmp_path, embeddings, opened):
    """By model: another model's meanings are no use."""
    statements = list(opened.library.index.statements.values())[:3]
    first = Meanings(tmp_path, embeddings, "one")
    found = first.of(statements)
    first.keep()

    kept, other = Meanings(tmp_path, embeddings, "one"), Meanings(tmp_path, embeddings, "two")

    assert len(kept._kept) == 3
    assert other._kept == {}
    for name, vector in kept.of(statements).items():
        assert float(vector @ found[name]) == pytest.approx(1, abs=1e-3)


def test_a_folder_that_cannot_be_written_costs_only_time(tmp_path, caplog):
    """The reading is given all the same."""
    (tmp_path / "data").write_text("a file, not a folder")
    readings = Readings(tmp_path / "data")

    assert readings.read("See the child alone.") is not None
    readings.keep()
    assert "could not be kept" in caplog.text


@pytest.mark.parametrize(
    "facts",
    [
        {"last_visit": "with Kayleigh Smith"},
        {"plan": "the plan for Kayleigh Smith"},
        {"last_visit": "2027-01-01"},
        {"age": 40},
    ],
)
def test_reflective_questions_take_facts_and_refuse_what_agendas_refuse(questions, client, facts):
    """A name in any field, a visit to come, a child of 40."""
    assert questions(facts={"age": 6, "last_visit": "2025-12-01"})["groups"]
    for door in (REFLECTION, SUPERVISION):
        assert client.post(door, json=ASKED | {"facts": facts}).status_code == 422
