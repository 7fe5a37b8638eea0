"""The chat model of the settings, and a real small one over HTTP."""

import json
import threading
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from api.chat_model import chat_writer
from api.settings import BadSettings, Settings
from assistant import Assistant, Request
from domain import DraftFailed
from evals.small_model import small_server
from tests.api.serving import TODAY


@pytest.mark.parametrize("named", ["gpt-5", "openai:", "nobody:model", ":x"])
def test_a_model_that_is_not_named_as_provider_and_model_is_refused(tmp_path, named):
    """With how to write it."""
    with pytest.raises(BadSettings, match="provider:model"):
        chat_writer(Settings(data=tmp_path, chat_model=named))


def test_a_provider_whose_package_is_not_here_says_what_to_install(tmp_path):
    """Extras are installed when they are wanted."""
    with pytest.raises(BadSettings, match=r"plumbline-practice\[ollama\]"):
        chat_writer(Settings(data=tmp_path, chat_model="ollama:llama3"))


def test_a_missing_key_is_told_at_the_start(tmp_path, monkeypatch):
    """And not at the first question."""
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)

    with pytest.raises(BadSettings, match="openai:gpt-5"):
        chat_writer(Settings(data=tmp_path, chat_model="openai:gpt-5"))


def test_none_is_the_default(tmp_path):
    """No model is asked unless one is set."""
    assert chat_writer(Settings(data=tmp_path)) is None


def test_a_small_real_model_is_asked_and_nothing_it_makes_up_gets_through(
    opened, tmp_path, monkeypatch
):
    """Whatever it says, the composed answer is there in full."""
    monkeypatch.setenv("OPENAI_API_KEY", "none")
    questions = [
        "do I see the child alone?",
        "how soon after the strategy meeting does the ICPC have to be?",
        "how often do I visit?",
    ]
    plain = Assistant(library=opened.library)
    with small_server() as address:
        settings = Settings(
            data=tmp_path, chat_model="openai:smollm2", chat_url=f"{address}/v1", chat_seconds=60
        )
        written = Assistant(library=opened.library, writer=chat_writer(settings))
        for question in questions:
            request = Request(question=question, framework="exampleshire")
            composed = plain.ask(request, today=TODAY).answer
            answer = written.ask(request, today=TODAY).answer

            assert answer.text.endswith(composed.text)
            kinds = {notice.kind for notice in answer.notices}
            assert bool(answer.written_by) is not ("draft_discarded" in kinds)


def test_a_model_that_is_away_costs_nothing_but_its_prose(opened, tmp_path, monkeypatch):
    """Nothing listens at that address."""
    monkeypatch.setenv("OPENAI_API_KEY", "none")
    settings = Settings(
        data=tmp_path, chat_model="openai:x", chat_url="http://127.0.0.1:9/v1", chat_seconds=2
    )
    assistant = Assistant(library=opened.library, writer=chat_writer(settings))

    request = Request(question="do I see the child alone?", framework="exampleshire")
    answer = assistant.ask(request, today=TODAY).answer

    assert answer.citations
    assert "draft_discarded" in {notice.kind for notice in answer.notices}


@pytest.fixture
def provider():
    """A provider that answers every request with what it is set to say, or breaks off."""

    class Says(BaseHTTPRequestHandler):
        said = ""

        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["content-length"]))
            message = {"role": "assistant", "content": self.said}
            choice = {"index": 0, "finish_reason": "stop", "message": message}
            body = json.dumps({"id": "x", "object": "chat.completion", "created": 0,
                               "model": "x", "choices": [choice]}).encode()  # fmt: skip
            self.send_response(200)
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body[: len(body) // 2] if self.said == "cut" else body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Says)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield Says, f"http://127.0.0.1:{server.server_port}/v1"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.mark.parametrize(
    "said",
    ["no JSON at all", "{}", '{"sentences": []}', "[1, 2]", '{"sentences": [{}]}', "", "cut"],
)
def test_what_is_not_of_the_set_shape_is_a_failed_draft(provider, tmp_path, monkeypatch, said):
    """No shape, no sentence; and no word of the provider's own error is shown."""
    monkeypatch.setenv("OPENAI_API_KEY", "secret-key")
    handler, address = provider
    handler.said = said
    settings = Settings(data=tmp_path, chat_model="openai:x", chat_url=address, chat_seconds=2)
    writer = chat_writer(settings)
    assert writer is not None

    with pytest.raises(DraftFailed) as fault:
        writer.draft("do I see the child alone?", [])

    assert "secret" not in str(fault.value)


def test_sentences_of_the_set_shape_are_read(provider, tmp_path, monkeypatch):
    """With the numbers that each names."""
    monkeypatch.setenv("OPENAI_API_KEY", "none")
    handler, address = provider
    handler.said = '{"sentences": [{"text": "See  the child.", "statements": [2, 3]}]}'
    writer = chat_writer(Settings(data=tmp_path, chat_model="openai:x", chat_url=address))
    assert writer is not None

    [sentence] = writer.draft("do I see the child alone?", [])

    assert (sentence.text, sentence.rests_on) == ("See the child.", (2, 3))


def events(response):
    """The events of a stream: each name with its data."""
    blocks = response.text.strip().split("\n\n")
    pairs = [block.split("\n", 1) for block in blocks]
    return [
        (name.removeprefix("event: "), json.loads(data.removeprefix("data: ")))
        for name, data in pairs
    ]


ASKED = {"question": "do I see the child alone?", "framework": "exampleshire"}


def test_a_stream_without_a_chat_model_has_the_answer_alone(client):
    """The same body as ever."""
    response = client.post("/api/v1/ask/stream", json=ASKED)

    [(name, body)] = events(response)
    assert response.headers["content-type"].startswith("text/event-stream")
    assert (name, body["answer"]) == (
        "answer",
        client.post("/api/v1/ask", json=ASKED).json()["answer"],
    )


def test_a_stream_has_the_composed_answer_before_the_models(
    provider, serve, opened, tmp_path, monkeypatch
):
    """The reader does not wait for a model to read what binds."""
    monkeypatch.setenv("OPENAI_API_KEY", "none")
    handler, address = provider
    handler.said = '{"sentences": [{"text": "Children like visits.", "statements": [1]}]}'
    settings = Settings(data=tmp_path, chat_model="openai:x", chat_url=address)
    assistant = Assistant(library=opened.library, writer=chat_writer(settings))
    client = serve(lambda _: replace(opened, assistant=assistant))

    composed, answer = events(client.post("/api/v1/ask/stream", json=ASKED))

    assert (composed[0], answer[0]) == ("composed", "answer")
    assert composed[1]["answer"] == answer[1]["answer"]
    assert composed[1]["conversation_id"] == answer[1]["conversation_id"]
    assert composed[1]["turn"] == answer[1]["turn"] == 1
    assert "draft_discarded" in {notice["kind"] for notice in answer[1]["notices"]}


def test_what_is_refused_is_refused_before_the_stream_begins(client):
    """With its status, and as a problem."""
    response = client.post("/api/v1/ask/stream", json=ASKED | {"framework": "nowhere"})

    assert response.status_code == 404
    assert response.headers["content-type"] == "application/problem+json"
