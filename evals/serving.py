"""The real service on loopback, asked one question after another or several at a time."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx2
import psutil

from evals.gold import Question
from evals.opening import MEGABYTE

PATIENCE = 120.0
"""Seconds to wait for the service to be ready."""

_PAUSE = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """A service that answers, and what it took to get there."""

    client: httpx2.Client
    process: psutil.Process
    seconds_to_ready: float

    def resident(self) -> float:
        """Give the megabytes resident now, its children's with it."""
        family = (self.process, *self.process.children(recursive=True))
        return sum(each.memory_info().rss for each in family) / MEGABYTE

    def ask(self, question: Question) -> float:
        """Ask one question in a conversation of its own; give the seconds to the whole answer.

        A refusal of the request (an impossible date) is an answer too; raises RuntimeError for
        an error of the service's own.
        """
        body = {"question": question.question, "framework": question.framework}
        began = time.perf_counter()
        response = self.client.post("/api/v1/ask", json=body)
        seconds = time.perf_counter() - began
        if response.is_server_error:
            raise RuntimeError(f"{question.id}: {response.status_code} {response.text}")
        return seconds


@contextmanager
def serving(data: Path, log: Path) -> Iterator[Running]:
    """Run `plumbline serve` on a data folder and a free port until the block ends.

    Raises RuntimeError, naming the log, where it ends or is not ready in time.
    """
    port = _free_port()
    command = [sys.executable, "-c", "from api.cli import main; main()"]
    command += ["serve", "--host", "127.0.0.1", "--port", str(port)]
    settings = {"PLUMBLINE_DATA": str(data)}
    began = time.perf_counter()
    with (
        log.open("wb") as out,
        # Our own command, without a shell.
        subprocess.Popen(  # noqa: S603 as said
            command, stdout=out, stderr=out, env=os.environ | settings, cwd=_root()
        ) as process,
        httpx2.Client(base_url=f"http://127.0.0.1:{port}", timeout=30, trust_env=False) as client,
    ):
        try:
            _wait(client, process, log)
            yield Running(
                client=client,
                process=psutil.Process(process.pid),
                seconds_to_ready=time.perf_counter() - began,
            )
        finally:
            process.terminate()


def ask_all(running: Running, questions: Sequence[Question]) -> list[float]:
    """Ask each question once, in turn; give the seconds each took."""
    return [running.ask(question) for question in questions]


def ask_together(running: Running, questions: Sequence[Question], clients: int) -> float:
    """Ask so many at a time; give the seconds until all are answered."""
    began = time.perf_counter()
    with ThreadPoolExecutor(clients) as pool:
        list(pool.map(running.ask, questions))
    return time.perf_counter() - began


def _wait(client: httpx2.Client, process: subprocess.Popen[bytes], log: Path) -> None:
    until = time.perf_counter() + PATIENCE
    while time.perf_counter() < until:
        if process.poll() is not None:
            raise RuntimeError(f"the service ended with {process.returncode}; see {log}")
        try:
            if client.get("/ready").is_success:
                return
        except httpx2.TransportError:
            pass  # not listening yet
        time.sleep(_PAUSE)
    raise RuntimeError(f"the service was not ready within {PATIENCE:.0f} seconds; see {log}")


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    return port


def _root() -> Path:
    return Path(__file__).resolve().parents[1]
