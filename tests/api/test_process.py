"""The real command in a process of its own: quick help, a service, an import it notices."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import httpx2
import pytest
from starlette.testclient import TestClient

from api.wiring import app

ROOT = Path(__file__).parents[2]
CORPUS = Path(__file__).parent / "corpus"
PLUMBLINE = [sys.executable, "-c", "from api.cli import main; main()"]
PATIENCE = 60


@pytest.fixture
def environment(tmp_path):
    """Settings of a service on data of its own."""
    return {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "PLUMBLINE_DATA": str(tmp_path / "data"),
        "PLUMBLINE_CORPUS": str(CORPUS),
    }


def run(environment: dict[str, str], *words: str) -> subprocess.CompletedProcess[str]:
    """Run a command to its end."""
    return subprocess.run(  # noqa: S603 our own program
        [*PLUMBLINE, *words], env=environment, capture_output=True, text=True, timeout=PATIENCE
    )


def test_help_needs_neither_model_nor_index(environment):
    """Nothing heavy is imported to show what the commands are."""
    code = (
        "import sys\nfrom api.cli import app\n"
        "heavy = {'torch', 'chromadb', 'fastapi', 'langchain_core'} & set(sys.modules)\n"
        "sys.exit(', '.join(heavy) or 0)"
    )

    done = subprocess.run(  # noqa: S603 our own program
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True
    )

    assert (done.returncode, done.stderr) == (0, "")


def test_a_service_answers_and_notices_an_import_of_another_process(environment, tmp_path):
    """`plumbline serve`, `plumbline import`, and the same service quotes the document."""
    file = tmp_path / "ours.md"
    file.write_text("# Pets\n\n## Bottom lines\n\n- Every dog of a foster carer is assessed.\n")
    search = {"q": "assess the dog", "framework": "my-council"}
    own = ["--authority", "My Council", "--title", "Ours", "--version", "V1"]
    service = subprocess.Popen(  # noqa: S603 our own program
        [*PLUMBLINE, "serve", "--port", "0"], env=environment, stdout=subprocess.PIPE, text=True
    )
    with service, httpx2.Client(trust_env=False) as client:
        try:
            assert service.stdout is not None
            address = service.stdout.readline().split()[3].rstrip("/")
            assert service.stdout.readline() == "Ready. It answers for: exampleshire\n"
            before = client.get(f"{address}/api/v1/search", params=search)

            done = run(environment, "import", "my-council", str(file), *own)
            client.get(f"{address}/ready")  # the old answers this one, and the new is opened
            assert service.stdout.readline() == "Ready. It answers for: exampleshire, my-council\n"
            after = client.get(f"{address}/api/v1/search", params=search).json()
        finally:
            service.terminate()

    assert before.status_code == 404
    assert (done.returncode, "Traceback" in done.stderr) == (0, False)
    assert after["citations"][0]["text"] == "Every dog of a foster carer is assessed."
    assert after["citations"][0]["edition"] == "source"


def test_a_port_in_use_is_told(environment):
    """In a sentence that says what to do."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        done = run(environment, "serve", "--port", str(taken.getsockname()[1]))

    assert done.returncode == 1
    assert "Choose another with --port" in done.stderr


def test_wrong_usage_ends_with_two(environment):
    """As every command does that was asked for something it does not have."""
    done = run(environment, "ask", "--no-such-option", "who chairs it")

    assert (done.returncode, done.stdout) == (2, "")
    assert "--no-such-option" in done.stderr


def test_whoever_stops_a_command_is_told_nothing_but_its_code(environment):
    """Ctrl-C, while it reads its model: 130, as shells have it, and no traceback."""
    interrupted = (
        "import os, signal\nimport api.cli\nfrom api import cli_app\n"
        "@cli_app.app.command()\n"
        "def slow():\n    os.kill(os.getpid(), signal.SIGINT)\n    signal.pause()\n"
        "api.cli.main()"
    )

    done = subprocess.run(  # noqa: S603 our own program
        [sys.executable, "-c", interrupted, "slow"],
        env=environment,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
    )

    assert (done.returncode, "Traceback" in done.stderr) == (130, False)


def test_the_factory_for_servers_builds_what_the_settings_describe(monkeypatch, tmp_path):
    """`uvicorn --factory api.wiring:app` answers to the configured names."""
    monkeypatch.setenv("PLUMBLINE_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("PLUMBLINE_ALLOWED_HOSTS", "plumbline.example")

    client = TestClient(app(), base_url="http://plumbline.example")

    assert client.get("/health").json() == {"status": "up"}
