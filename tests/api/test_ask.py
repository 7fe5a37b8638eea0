"""Asking over HTTP: the contract's shape, citations that exist, dates with their working."""

import pytest

ASK = "/api/v1/ask"
ICPC = "how soon after the strategy meeting does the ICPC have to be?"
DATED = "Strategy meeting was held on Thursday 18 December 2025. ICPC by when?"
SHAPE = {
    "conversation_id", "turn", "kind", "answer", "statements", "citations", "due", "clarify",
    "compared", "conflicts", "notices", "suggestions", "doubtful", "written_by",
}  # fmt: skip
CITATION = {
    "number", "statement_id", "framework", "document", "version", "edition", "section",
    "standard_number", "page", "text", "score",
}  # fmt: skip


@pytest.fixture
def ask(client, fits):
    """Ask, check the response against the OpenAPI document, and give its body."""

    def _ask(question, framework="exampleshire", **more):
        response = client.post(ASK, json={"question": question, "framework": framework, **more})
        return fits(response, ASK)

    return _ask


def test_a_timescale_is_answered_with_its_citation(ask):
    """The first statement answers, and its citation names document, version and place."""
    body = ask(ICPC)

    assert set(body) == SHAPE
    assert body["kind"] == "timescale"
    first = body["statements"][0]
    citation = next(c for c in body["citations"] if c["number"] == first["citation"])
    assert set(citation) == CITATION
    assert first["text"] == citation["text"]
    assert first["strength"] == "must"
    assert citation["statement_id"] == "exampleshire:digest:8.b1"
    assert (citation["document"], citation["version"], citation["edition"]) == (
        "Exampleshire Practice Standards",
        "V2, May 2024",
        "digest",
    )
    assert citation["section"][0] == "Standard 8: Child protection conferences"
    assert (citation["standard_number"], citation["page"]) == ("8", None)


def test_citations_are_given_best_first(ask):
    """Their scores never rise."""
    scores = [citation["score"] for citation in ask(ICPC)["citations"]]

    assert scores == sorted(scores, reverse=True)


def test_a_date_is_worked_out_day_by_day(ask):
    """15 working days over Christmas: the readings, the working and the rule."""
    body = ask(DATED)

    due = body["due"]
    assert set(due) == {"date", "time", "rule_id", "readings", "working", "summary"}
    assert (body["kind"], due["date"], due["time"]) == ("date", "2026-01-13", None)
    assert due["rule_id"] == "exampleshire:icpc"
    assert due["readings"][0]["working"] == due["working"]
    assert sum(day["counted"] for day in due["working"]) == 15
    assert {"date": "2025-12-25", "counted": False, "why": "Christmas Day"} in due["working"]


def test_what_the_framework_does_not_say_is_not_answered(ask):
    """No statement is put forward."""
    body = ask("what colour lanyard do visitors wear?")

    assert (body["kind"], body["statements"]) == ("not_found", [])


def test_a_missing_framework_is_asked_for_and_the_answer_taken(ask):
    """The option's value, sent back in the conversation, completes the question."""
    first = ask(DATED, framework=None)
    option = first["clarify"]["options"][0]

    second = ask(option["value"], framework=None, conversation_id=first["conversation_id"])

    assert first["kind"] == "clarify"
    assert option["value"] == "exampleshire"
    assert second["due"]["date"] == "2026-01-13"
    assert (first["turn"], second["turn"]) == (1, 2)


def test_the_default_framework_fills_in_where_none_is_named(serve, opened):
    """With a default configured nobody is asked, and the conversation begins at turn 1."""
    client = serve(lambda _: opened, framework="exampleshire")

    body = client.post(ASK, json={"question": ICPC}).json()

    assert (body["kind"], body["turn"]) == ("timescale", 1)


def test_the_default_gives_way_to_a_framework_named_in_the_question(serve, opened):
    """A question that names another authority is not answered from the default's document."""
    client = serve(lambda _: opened, framework="exampleshire")

    body = client.post(ASK, json={"question": "How often are home visits in Otherton Borough?"})

    assert body.json()["kind"] == "not_found"
    assert "Otherton" in body.json()["answer"]


def test_an_impossible_date_is_asked_about(ask):
    """31 February is never guessed past."""
    body = ask("The strategy meeting was on 31/02/2026, when is the ICPC due?")

    assert (body["kind"], body["due"]) == ("clarify", None)


def test_a_weekday_that_does_not_fit_is_asked_about(ask):
    """24 December 2025 was a Wednesday."""
    body = ask("Strategy meeting on Tuesday 24 December 2025. When is the ICPC due?")

    assert (body["kind"], body["due"]) == ("clarify", None)
    assert body["clarify"]["options"]


def test_a_question_in_another_language_is_out_of_scope(ask):
    """It is said, not guessed at."""
    body = ask("Wann muss die erste Konferenz zum Schutz des Kindes stattfinden?")

    assert (body["kind"], body["citations"]) == ("out_of_scope", [])


@pytest.mark.parametrize("role", ["practitioner", "manager", "trainer", None])
def test_every_role_may_ask(ask, role):
    """The contract's three roles, or none."""
    assert ask(ICPC, role=role)["kind"] == "timescale"


def test_what_binds_without_a_figure_is_told_and_gets_no_date(ask):
    """The clause first, its own words for when, and why there is no date."""
    body = ask("Home visit on 3 March 2026: when must the manager read the record?")

    assert body["due"] is None
    assert body["statements"][0]["text"].startswith("The team manager reads every record")
    assert "without delay" in body["answer"]
    told = {notice["kind"]: notice["text"] for notice in body["notices"]}
    assert "without delay" in told["no_figure"]
    assert "no_rule" not in told
