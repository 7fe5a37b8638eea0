"""Plumbline as its user has it, on a data folder of its own."""

import datetime as dt
import shutil
from collections.abc import Mapping
from pathlib import Path

from api.service import Opened, Progress
from api.settings import read_settings
from api.wiring import Wiring
from assistant import Request
from domain import Answer, Framework
from evals.asking import Ask
from evals.gold import Question
from ingest import import_document, load_corpus


def wiring(data: Path) -> Wiring:
    """Wire a Plumbline whose imports and index are in a folder.

    Corpus and model are those of the settings. A cross-encoder, a default framework and closures
    are not: they would change answers and dates from one machine to the next.
    """
    return Wiring(
        settings=read_settings(data=data, cross_encoder=None, framework=None, closures=())
    )


def known_frameworks(wired: Wiring) -> Mapping[str, Framework]:
    """Name the frameworks of the corpus."""
    return load_corpus(wired.settings.corpus).frameworks


def import_all(wired: Wiring, documents: Mapping[str, Path]) -> None:
    """Import exactly these documents, forgetting any before them; indexes nothing."""
    shutil.rmtree(wired.store, ignore_errors=True)
    wired.store.mkdir(parents=True)
    frameworks = known_frameworks(wired)
    for name, path in documents.items():
        import_document(path, frameworks[name], wired.store)


def open_product(wired: Wiring, on_progress: Progress | None = None) -> Opened:
    """Open corpus, imports and index, building the index if need be."""
    return wired.open(on_progress)


def asker(opened: Opened) -> Ask:
    """Ask each question by itself, in its framework, as on its own day."""

    def ask(question: Question, today: dt.date) -> Answer:
        request = Request(question=question.question, framework=question.framework)
        return opened.assistant.ask(request, today=today).answer

    return ask
