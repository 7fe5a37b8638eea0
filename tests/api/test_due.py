"""Due dates over HTTP: readings, working, notices, contradictions and every bad date."""

import pytest

DUE = "/api/v1/due"


@pytest.fixture
def due(client, fits):
    """Ask for a due date, check the response against the OpenAPI document, give its body."""

    def _due(rule, date, **more):
        body = {"rule_id": f"exampleshire:{rule}", "date": date, **more}
        return fits(client.post(DUE, json=body), DUE)

    return _due


def test_working_days_are_counted(due):
    """The strategy discussion of 18 December 2025 gives 13 January 2026."""
    body = due("icpc", "2025-12-18")

    assert body["date"] == "2026-01-13"
    assert sum(day["counted"] for day in body["working"]) == 15
    assert "15 working days" in body["summary"]
    assert body["rule"]["citations"][0]["statement_id"] == "exampleshire:digest:8.b1"


def test_plain_days_are_read_both_ways(due):
    """Calendar days first, the working-day reading beside them, and a notice."""
    body = due("first-visit", "2026-03-06")

    assert [reading["date"] for reading in body["readings"]] == ["2026-03-11", "2026-03-13"]
    kinds = [notice["kind"] for notice in body["notices"]]
    assert "days_not_working_days" in kinds
    assert "conditions" in kinds
    assert "rule_note" in kinds


def test_hours_are_counted_from_the_time(due):
    """24 hours from a missed visit at 15:30."""
    body = due("missed-visit", "2026-03-06", time="15:30")

    assert (body["date"], body["time"]) == ("2026-03-07", "15:30")


def test_a_contradicting_figure_stands_beside_it(due):
    """10 days and 10 working days for one core group: both dates, both clauses."""
    body = due("core-group-days", "2026-03-03")

    other = body["other_figures"][0]
    assert body["date"] == "2026-03-13"
    assert (other["rule_id"], other["date"]) == (
        "exampleshire:core-group-working-days",
        "2026-03-17",
    )
    assert other["citations"][0]["statement_id"] == "exampleshire:digest:8.b3"


@pytest.mark.parametrize(
    ("body", "status", "field", "advice"),
    [
        ({"rule_id": "exampleshire:icpc", "date": "2026-02-31"}, 422, "date", "has 28 days"),
        ({"rule_id": "exampleshire:icpc", "date": "24/12"}, 422, "date", "Write it as"),
        ({"rule_id": "exampleshire:icpc", "date": "tomorrow"}, 422, "date", "Write it as"),
        ({"rule_id": "exampleshire:icpc", "date": ""}, 422, "date", "Write it as"),
        ({"rule_id": "exampleshire:icpc", "date": "9" * 50}, 422, "date", "40 characters"),
        ({"rule_id": "exampleshire:icpc", "date": 20260303}, 422, "date", "valid string"),
        ({"rule_id": "exampleshire:icpc"}, 422, "date", "required"),
        ({"date": "2026-03-03"}, 422, "rule_id", "required"),
        ({"rule_id": "exampleshire:icp", "date": "2026-03-03"}, 404, "rule_id", "shire:icpc"),
        (
            {"rule_id": "exampleshire:icpc", "date": "2026-03-03", "time": "25:00"},
            422,
            "time",
            "24-hour clock",
        ),
        (
            {"rule_id": "exampleshire:icpc", "date": "2026-03-03", "day": "3"},
            422,
            "day",
            "not permitted",
        ),
    ],
)
def test_what_cannot_be_used_is_told_by_field(client, fits, body, status, field, advice):
    """Each with its status, its field and what to do."""
    response = client.post(DUE, json=body)

    problem = fits(response, DUE)
    assert response.status_code == status
    assert problem["errors"][0]["field"] == field
    assert advice in problem["errors"][0]["problem"]


@pytest.mark.parametrize(
    ("rule", "date", "kind"),
    [
        ("icpc", "1999-01-01", "calendar-ends"),
        ("icpc", "2040-12-31", "calendar-ends"),
        ("record-read", "2026-03-03", "rule-not-calculable"),
    ],
)
def test_what_cannot_be_calculated_is_refused_with_the_reason(client, fits, rule, date, kind):
    """A date outside the calendar, and a rule without a figure."""
    response = client.post(DUE, json={"rule_id": f"exampleshire:{rule}", "date": date})

    problem = fits(response, DUE)
    assert response.status_code == 422
    assert problem["type"] == f"urn:plumbline:problem:{kind}"
