"""The OpenAPI document describes what is really answered."""

import pytest

PATHS = {
    "/api/v1/ask": "post",
    "/api/v1/ask/stream": "post",
    "/api/v1/conversations/{conversation_id}": "delete",
    "/api/v1/due": "post",
    "/api/v1/schedule": "post",
    "/api/v1/supervision-prompts": "post",
    "/api/v1/reflective-questions": "post",
    "/api/v1/search": "get",
    "/api/v1/frameworks": "get",
    "/api/v1/frameworks/{framework_id}": "get",
    "/api/v1/statements/{statement_id}": "get",
    "/api/v1/rules": "get",
    "/api/v1/rules/{rule_id}": "get",
    "/health": "get",
    "/ready": "get",
}


@pytest.fixture(scope="module")
def document(client):
    """The document as served."""
    return client.get("/openapi.json").json()


def test_it_lists_every_address_of_the_contract_and_no_other(document):
    """With its one method."""
    assert {path: next(iter(found)) for path, found in document["paths"].items()} == PATHS


@pytest.mark.parametrize("path", PATHS)
def test_every_error_is_described_as_a_problem_document(document, path):
    """With the problem media type and shape, and no other."""
    responses = document["paths"][path][PATHS[path]]["responses"]
    errors = {status: r["content"] for status, r in responses.items() if status >= "400"}

    assert "500" in errors
    problem = {"$ref": "#/components/schemas/Problem"}
    assert all(e == {"application/problem+json": {"schema": problem}} for e in errors.values())


def test_nothing_of_the_frameworks_own_errors_is_left(document):
    """The default validation error is nowhere described, as it is nowhere sent."""
    assert "HTTPValidationError" not in document["components"]["schemas"]


def test_the_longest_question_is_told(document):
    """A client can check before it sends."""
    question = document["components"]["schemas"]["AskIn"]["properties"]["question"]

    assert question["maxLength"] == 2000


@pytest.mark.parametrize("address", ["/docs", "/redoc"])
def test_no_page_that_loads_scripts_from_elsewhere_is_served(client, address):
    """The usual documentation pages fetch from other hosts."""
    assert client.get(address).status_code == 404
