"""Frameworks, statements, rules and search over HTTP."""

import pytest


@pytest.fixture
def get(client, fits):
    """Get an address, check the response against the OpenAPI document, give its body."""

    def _get(address, path=None, **params):
        response = client.get(address, params=params)
        return fits(response, path or address)

    return _get


def test_every_framework_is_listed_with_what_answers(get):
    """One with a digest, and one that is only described."""
    body = get("/api/v1/frameworks")

    found = {each["id"]: each["answers_from"] for each in body["frameworks"]}
    assert found == {"exampleshire": "digest", "otherton": None}
    assert body["default"] is None


def test_a_framework_has_sections_editions_and_faults(get):
    """Its known faults name statements that can be looked up."""
    body = get("/api/v1/frameworks/exampleshire", "/api/v1/frameworks/{framework_id}")

    assert body["version"] == "V2, May 2024"
    assert body["editions"] == [
        {
            "edition": "digest",
            "document": "Exampleshire Practice Standards",
            "version": "V2, May 2024",
            "statements": {"must": 8, "should": 2},
        }
    ]
    assert body["sections"][0]["section"][0] == "Standard 4: Home visits"
    assert sum(section["statements"] for section in body["sections"]) == 10
    assert body["faults"][0]["statements"] == [
        "exampleshire:digest:8.b2",
        "exampleshire:digest:8.b3",
    ]
    assert body["rules"] == 6


def test_a_statement_is_given_exactly(get):
    """With its place and strength."""
    body = get("/api/v1/statements/exampleshire:digest:4.b1", "/api/v1/statements/{statement_id}")

    assert body["text"] == "See each child alone on every home visit."
    assert (body["strength"], body["standard_number"]) == ("must", "4")


def test_search_ranks_without_composing(get):
    """Best first, numbered from 1, as many as asked for."""
    found = get("/api/v1/search", q="see the child alone", limit=2)["citations"]

    assert [each["number"] for each in found] == [1, 2]
    assert found[0]["statement_id"] == "exampleshire:digest:4.b1"
    assert found[0]["score"] >= found[1]["score"]


@pytest.mark.parametrize("pasted", ["see the child\r\nalone", "see the\u00a0child alone"])
def test_search_takes_pasted_white_space(get, pasted):
    """Line ends of Windows and spaces that do not break, as asking does."""
    assert get("/api/v1/search", q=pasted)["citations"]


def test_search_keeps_to_a_strength_and_a_framework(get):
    """Only good practice, only this framework."""
    found = get("/api/v1/search", q="conference", strength="should", framework="exampleshire")[
        "citations"
    ]

    assert {each["statement_id"].rpartition(":")[2] for each in found} <= {"4.e1", "8.e1"}
    assert found


def test_a_framework_without_text_finds_nothing(get):
    """It is known, so it is not an error; it is empty."""
    assert get("/api/v1/search", q="conference", framework="otherton") == {"citations": []}


@pytest.mark.parametrize(
    ("params", "ids"),
    [
        ({"q": "core group"}, ["core-group-days", "core-group-working-days"]),
        ({"event": "referral"}, ["first-visit"]),
        ({"q": "CORE working"}, ["core-group-working-days"]),
        ({"framework": "otherton"}, []),
        ({"q": "nothing holds this"}, []),
    ],
)
def test_rules_are_filtered(get, params, ids):
    """By words, event and framework."""
    found = get("/api/v1/rules", **params)["rules"]

    assert [each["id"].partition(":")[2] for each in found] == ids


def test_a_rule_has_its_clauses_and_its_contradiction(get):
    """The figure as written, the period as read, and what it rests on."""
    body = get("/api/v1/rules/exampleshire:core-group-days", "/api/v1/rules/{rule_id}")

    assert (body["figure"], body["period"]) == (
        "10 days",
        {"amount": 10, "unit": "day", "upper": None},
    )
    assert body["event"] == {"id": "icpc", "name": "the initial child protection conference"}
    assert body["conflicts_with"] == ["exampleshire:core-group-working-days"]
    assert body["citations"][0]["statement_id"] == "exampleshire:digest:8.b2"


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("/api/v1/frameworks/exmapleshire", "/api/v1/frameworks/{framework_id}"),
        ("/api/v1/statements/exampleshire:digest:9", "/api/v1/statements/{statement_id}"),
        ("/api/v1/rules/exampleshire:nothing", "/api/v1/rules/{rule_id}"),
        ("/api/v1/rules?framework=exampleshir", "/api/v1/rules"),
        ("/api/v1/search?q=visit&framework=exampleshir", "/api/v1/search"),
    ],
)
def test_an_unknown_name_is_not_found_and_offers_what_is(client, fits, address, path):
    """404, with names that are there."""
    response = client.get(address)

    assert response.status_code == 404
    assert "exampleshire" in fits(response, path)["detail"]


@pytest.mark.parametrize(
    "query",
    ["", "?q=", "?q=%20", "?q=a%00b", f"?q={'x' * 2001}", "?q=a&limit=0", "?q=a&limit=41",
     "?q=a&limit=many", "?q=a&strength=maybe"],
)  # fmt: skip
def test_a_search_that_cannot_be_made_is_told_by_field(client, fits, query):
    """422, with the parameter's name."""
    response = client.get(f"/api/v1/search{query}")

    problem = fits(response, "/api/v1/search")
    assert response.status_code == 422
    assert problem["errors"][0]["field"].partition(".")[0] in ("q", "limit", "strength")
