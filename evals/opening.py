"""Opens one system in a process of its own and prints, as JSON, how long each part took.

`python -m evals.opening plumbline DATA` or `... afternoon FOLDER FRAMEWORK...`: a fresh process,
because Chroma keeps what one process has opened before, and memory is a process's.
"""

import json
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import psutil

from evals.product import wiring
from evals.systems import open_afternoon
from ingest import load_corpus, load_imported
from retrieval import load_embeddings

MEGABYTE = 1024 * 1024


def in_own_process(*arguments: str) -> dict[str, float]:
    """Open a system in a new process; give seconds for model and opening, and megabytes.

    Raises RuntimeError with the process's last words where it failed.
    """
    command = [sys.executable, "-m", "evals.opening", *arguments]
    root = Path(__file__).resolve().parents[1]
    # Our own module, without a shell.
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=root)  # noqa: S603 as said
    if done.returncode != 0:
        raise RuntimeError(f"{arguments[0]} could not be opened: {done.stderr[-2000:]}")
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return figures


def open_plumbline(data: Path) -> dict[str, float]:
    """Open the index and search it once, as the service does; the model is loaded before."""
    wired = wiring(data)
    began = time.perf_counter()
    wired.embeddings.embed_query("visits to a child")
    _ = wired.judges
    loaded = time.perf_counter()
    corpus, imported = load_corpus(wired.settings.corpus), load_imported(wired.store)
    read = time.perf_counter()
    index = wired.index(corpus, imported)
    opened = time.perf_counter()
    index.search("visits to a child", framework=None)
    return {"model": loaded - began, "read": read - loaded, "open": opened - read} | _memory()


def open_baseline(folder: Path, frameworks: Sequence[str]) -> dict[str, float]:
    """Open each framework's collection and search one; the model is loaded before."""
    began = time.perf_counter()
    embeddings = load_embeddings(adapted=False)
    embeddings.embed_query("visits to a child")
    loaded = time.perf_counter()
    find = open_afternoon(frameworks, embeddings, folder)
    opened = time.perf_counter()
    find("visits to a child", frameworks[0], 8)
    return {"model": loaded - began, "open": opened - loaded} | _memory()


def _memory() -> dict[str, float]:
    return {"resident": psutil.Process().memory_info().rss / MEGABYTE}


if __name__ == "__main__":
    system, where, *names = sys.argv[1:]
    found = (
        open_plumbline(Path(where)) if system == "plumbline" else open_baseline(Path(where), names)
    )
    sys.stdout.write(f"{json.dumps(found)}\n")
