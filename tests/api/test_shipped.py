"""The corpus as shipped answers over HTTP, with nothing imported."""

import pytest


@pytest.fixture(scope="module")
def shipped(wire, serve, corpus_folder, tmp_path_factory):
    """A client of the shipped corpus."""
    opened = wire(tmp_path_factory.mktemp("data"), corpus_folder).open()
    return serve(lambda _: opened, framework="nct")


def test_a_timescale_is_answered_from_the_digest(shipped):
    """The bottom line, its strength and its standard."""
    question = "how soon after the strategy meeting does the ICPC have to be?"

    body = shipped.post("/api/v1/ask", json={"question": question}).json()

    first = body["statements"][0]
    citation = next(c for c in body["citations"] if c["number"] == first["citation"])
    assert (body["kind"], first["strength"]) == ("timescale", "must")
    assert "15 working days" in first["text"]
    assert (citation["standard_number"], citation["edition"]) == ("8", "digest")


def test_a_date_is_worked_out_from_the_register(shipped):
    """Thursday 18 December 2025 and 15 working days: Tuesday 13 January 2026."""
    body = {"rule_id": "nct:icpc", "date": "2025-12-18"}

    asked = shipped.post(
        "/api/v1/ask",
        json={"question": "Strategy meeting was held on Thursday 18 December 2025. ICPC by when?"},
    ).json()
    worked = shipped.post("/api/v1/due", json=body).json()

    assert asked["due"]["date"] == worked["date"] == "2026-01-13"
    assert asked["due"]["working"] == worked["working"]


def test_every_rule_of_the_register_has_its_clauses(shipped):
    """And each either gives a date or says why it gives none."""
    rules = shipped.get("/api/v1/rules", params={"framework": "nct"}).json()["rules"]

    assert len(rules) > 20
    for rule in rules:
        assert rule["citations"]
        due = shipped.post("/api/v1/due", json={"rule_id": rule["id"], "date": "2026-03-03"})
        assert due.status_code in (200, 422), (rule["id"], due.text)


def test_its_faults_name_statements_that_exist(shipped):
    """Each id of a known fault can be looked up."""
    faults = shipped.get("/api/v1/frameworks/nct").json()["faults"]

    assert faults
    for name in {name for fault in faults for name in fault["statements"]}:
        assert shipped.get(f"/api/v1/statements/{name}").status_code == 200


@pytest.mark.parametrize(
    ("framework", "question", "date"),
    [
        ("luton", "came into care 3 March 2026, permanence plan by when?", "30 June 2026"),
        ("halton", "first CIC review was 24 March 2026, permanence plan by?", "24 June 2026"),
    ],
)
def test_by_the_second_review_is_dated_by_the_law_where_the_framework_is_silent(
    shipped, framework, question, date
):
    """20 working days from 3 March are 31 March, and three months on 30 June."""
    body = shipped.post("/api/v1/ask", json={"question": question, "framework": framework}).json()

    [told] = [notice["text"] for notice in body["notices"] if notice["kind"] == "by_law"]
    assert body["due"] is None
    assert f"{date} if every step" in told
    assert "check it against the law in force" in told


def test_a_date_without_a_rule_names_who_has_one_and_the_laws_minimum(shipped):
    """These standards have nothing on carers' reviews; two others and the regulations do."""
    question = "carer approved on 3 March 2026, when is the first carer review?"

    body = shipped.post("/api/v1/ask", json={"question": question, "framework": "nct"}).json()

    [told] = [notice["text"] for notice in body["notices"] if notice["kind"] == "no_rule"]
    assert body["due"] is None
    assert "Halton Borough Council" in told
    assert "First review of the foster carer's approval" in told
    assert "check it against the law in force" in told


def test_which_visit_is_asked_where_the_framework_has_several_kinds(shipped):
    """Visits to carers and to care leavers: one of them, told alone, would mislead the other."""
    asked = {"question": "when am i next due out to them", "framework": "luton"}

    body = shipped.post("/api/v1/ask", json=asked).json()

    assert body["kind"] == "clarify"
    assert len(body["clarify"]["options"]) > 1


def test_a_conference_that_ends_the_plan_dates_the_first_child_in_need_meeting(shipped):
    """Ten days from Monday 7 September 2026, and not the next conference."""
    question = (
        "she came off CP at the review conference on 7 September 2026, "
        "when's her first CIN meeting got to be by"
    )

    body = shipped.post("/api/v1/ask", json={"question": question}).json()

    assert body["due"]["date"] == "2026-09-17"


def test_an_agenda_asks_nothing_that_is_past_by_the_facts_given(shipped):
    """Whoever gives the last core group's date has had the conference before it."""
    asked = {"framework": "nct", "topic": "child protection", "minutes": 60}

    def said(facts):
        made = shipped.post("/api/v1/supervision-prompts", json=asked | {"facts": facts}).json()
        used = {number for g in made["groups"] for p in g["prompts"] for number in p["citations"]}
        return {c["statement_id"] for c in made["citations"] if c["number"] in used}

    first_conference, later_core_groups = "nct:digest:8.b1", "nct:digest:9.b3.1"

    assert {first_conference, later_core_groups} <= said({})
    assert first_conference not in said({"last_core_group": "2025-12-10"})
    assert later_core_groups in said({"last_core_group": "2025-12-10"})
