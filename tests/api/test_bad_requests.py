"""Whatever is sent, a problem document comes back, says what to do, and shows no traceback."""

from typing import Any

import pytest
from httpx2 import Response
from starlette.testclient import TestClient

from api.app import build_app
from api.service import Service
from tests.api.serving import TODAY, client_of

JSON = {"content-type": "application/json"}
ASK = "/api/v1/ask"


def problem(response: Response, status: int) -> dict[str, Any]:
    """Check that a response is a problem document of this status, and give it."""
    body: dict[str, Any] = response.json()
    assert response.status_code == status
    assert response.headers["content-type"] == "application/problem+json"
    assert body["status"] == status
    assert {"type", "title", "detail"} <= set(body)
    assert "Traceback" not in response.text
    return body


@pytest.mark.parametrize(
    ("question", "advice"),
    [
        ("", "empty"),
        ("   \n\t ", "empty"),
        ("x" * 2001, "under 2000"),
        ("when is the \x00 ICPC due?", "control characters"),
        ("when is the \x1b[31m ICPC due?", "control characters"),
        ("?!?!", "no words"),
    ],
)
def test_a_question_that_is_none_is_refused_with_advice(client, question, advice):
    """Empty, huge, or not plain text."""
    body = problem(client.post(ASK, json={"question": question}), 422)

    assert body["type"] == "urn:plumbline:problem:bad-question"
    assert body["errors"][0]["field"] == "question"
    assert advice in body["errors"][0]["problem"]


def test_the_longest_question_is_not_too_long(client):
    """2,000 characters are allowed."""
    question = "When is the ICPC due? ".ljust(2000, "x")

    assert client.post(ASK, json={"question": question}).status_code == 200


INVISIBLE = ["\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad"]


@pytest.mark.parametrize("unseen", INVISIBLE)
def test_invisible_characters_of_pasted_text_are_left_out(client, unseen):
    """What a web page or a document brings along unseen is no reason to refuse."""
    plain = {"question": "when is the ICPC held?", "framework": "exampleshire"}
    pasted = plain | {"question": f"{unseen}when is the IC{unseen}PC\u00a0held?{unseen}"}

    asked = [client.post(ASK, json=body).json() for body in (plain, pasted)]
    found = [
        client.get("/api/v1/search", params={"q": body["question"]}).json()
        for body in (plain, pasted)
    ]

    assert asked[1]["answer"] == asked[0]["answer"]
    assert found[1] == found[0]


def test_invisible_characters_alone_are_an_empty_question(client):
    """Nothing is left of them."""
    body = {"question": "\u200b\ufeff"}

    assert "empty" in problem(client.post(ASK, json=body), 422)["detail"]


def test_half_a_character_is_refused(client):
    """JSON can spell half of a surrogate pair; nothing can be looked up by it."""
    response = client.post(ASK, content=rb'{"question": "ICPC \ud800?"}', headers=JSON)

    assert "broken character" in problem(response, 422)["detail"]


@pytest.mark.parametrize(
    ("content", "status"),
    [
        (b"{", 422),
        (b"", 422),
        (b"null", 422),
        (b"[]", 422),
        (b'"ICPC?"', 422),
        (b'{"question": "caf\xe9"}', 400),
        (b"\xff\xfe{\x00}\x00", 422),
        (b"[" * 60_000, 400),
        (b'{"question": NaN}', 422),
        (b'{"question": ["ICPC?"]}', 422),
        (b'{"question": 7}', 422),
        (b'{"framework": "exampleshire"}', 422),
        (b'{"question": "ICPC?", "role": "queen"}', 422),
        (b'{"question": "ICPC?", "framework": 3}', 422),
        (b'{"question": "ICPC?", "frame": "exampleshire"}', 422),
    ],
)
def test_a_body_that_is_no_request_is_refused(client, content, status):
    """Broken JSON, other encodings, other shapes, unknown fields."""
    problem(client.post(ASK, content=content, headers=JSON), status)


def test_broken_json_is_told_with_its_place(client):
    """The character where reading stopped."""
    response = client.post(ASK, content=b'{"question" "ICPC?"}', headers=JSON)

    assert problem(response, 422)["errors"] == [
        {"field": "body", "problem": "not JSON at character 12: Expecting ':' delimiter"}
    ]


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", ""])
def test_a_body_of_another_type_is_refused(client, kind):
    """What a form on another site could send is never taken for JSON."""
    response = client.post(ASK, content=b'{"question": "ICPC?"}', headers={"content-type": kind})

    assert "application/json" in problem(response, 415)["detail"]


@pytest.mark.parametrize("address", [ASK, "/api/v1/nowhere", "/health"])
def test_a_huge_body_is_refused_unread(client, address):
    """64 KB are plenty, wherever they are sent."""
    problem(client.post(address, content=b"x" * 70_000, headers=JSON), 413)


def test_a_huge_body_of_untold_length_is_refused(client):
    """A chunked body is counted as it comes."""
    chunks = (b"x" * 1024 for _ in range(70))

    problem(client.post(ASK, content=chunks, headers=JSON), 413)


def test_a_told_length_beyond_reading_is_refused(client):
    """Python reads no number of thousands of digits; a length of so many is too large."""
    headers = JSON | {"content-length": "9" * 5000}

    problem(client.post(ASK, content=b"{}", headers=headers), 413)


def test_an_unknown_conversation_says_to_begin_another(client):
    """It may have ended with the service."""
    body = {"question": "ICPC?", "conversation_id": "gone"}

    assert "without conversation_id" in problem(client.post(ASK, json=body), 404)["detail"]


def test_an_unknown_framework_offers_those_there_are(client):
    """With the near ones first."""
    body = {"question": "ICPC?", "framework": "exampelshire"}

    assert "exampleshire" in problem(client.post(ASK, json=body), 404)["detail"]


def test_an_unknown_address_is_a_problem_too(client):
    """404."""
    assert "/openapi.json" in problem(client.get("/api/v2/ask"), 404)["detail"]


def test_an_unknown_method_names_the_known(client):
    """405, with the Allow header."""
    response = client.delete(ASK)

    problem(response, 405)
    assert response.headers["allow"] == "POST"


def test_what_nobody_foresaw_shows_no_more_than_that(opened):
    """A 500 holds neither the message nor the place, and is as guarded as the rest."""

    def broken_clock():
        raise RuntimeError("secret particulars")

    service = Service(opener=lambda _: opened, stamp=lambda: None, today=broken_clock)
    service.start()
    service.wait()

    response = client_of(service).post(ASK, json={"question": "ICPC?", "framework": "exampleshire"})

    problem(response, 500)
    assert "secret" not in response.text
    assert response.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:8000", "[::1]:8000", "LOCALHOST:1"])
def test_this_machines_own_names_are_answered(client, host):
    """With any port."""
    assert client.get("/health", headers={"host": host}).status_code == 200


def test_a_configured_host_name_is_answered_in_any_case(opened):
    """However it is written in the settings and by the browser."""
    service = Service(opener=lambda _: opened, stamp=lambda: None, today=lambda: TODAY)
    client = TestClient(build_app(service, ["Plumbline.Example"]), base_url="http://localhost")

    for host in ("plumbline.example", "PLUMBLINE.example:8000"):
        assert client.get("/health", headers={"host": host}).status_code == 200


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "", "[::2]"])
def test_another_host_name_is_refused(client, host):
    """A web page cannot reach the service by pointing a name of its own at it."""
    response = client.get("/health", headers={"host": host})

    assert "PLUMBLINE_ALLOWED_HOSTS" in problem(response, 421)["detail"]


@pytest.mark.parametrize(
    "address", ["/", "/health", "/api/v1/frameworks", "/nowhere", "/page/page.js"]
)
def test_every_response_is_guarded(client, address):
    """No framing, no sniffing, no storing, nothing from elsewhere, and no CORS."""
    headers = client.get(address, headers={"origin": "http://evil.example"}).headers

    assert "default-src 'none'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["cache-control"] == "no-store"
    assert headers["referrer-policy"] == "no-referrer"
    assert "access-control-allow-origin" not in headers
