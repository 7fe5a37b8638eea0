"""One run: the same questions to every system on the same texts, and the answers judged."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import track

from api.service import Opened
from api.wiring import Wiring
from domain import Edition
from evals.asking import Answered, answer_all
from evals.gold import Question
from evals.material import read_digests, read_documents
from evals.misses import worth_a_look
from evals.product import asker, import_all, open_product, wiring
from evals.provenance import config_of
from evals.report import as_markdown, print_tables, save_cases, save_summary, settings_table
from evals.retrieving import Ranked, rank, wanted
from evals.summary import OURS, summarise
from evals.systems import Find, build_afternoon, keywords, open_afternoon, plumbline
from evals.tables import tables_of
from retrieval import load_embeddings
from retrieval.judge import STATEMENTS, TIMESCALES
from retrieval.model import sha256_of

KEYWORDS, AFTERNOON = "BM25 alone", "afternoon build"


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """Plumbline opened on one edition, and the same texts for the baselines."""

    edition: Edition
    wired: Wiring
    opened: Opened
    texts: Mapping[str, str]
    folder: Path


def prepare(folder: Path, documents: Mapping[str, Path], console: Console) -> Prepared:
    """Open Plumbline on these documents; on the shipped digests where there are none.

    Indexes are kept in the folder by their content, so that the next run opens them.
    """
    edition = Edition.SOURCE if documents else Edition.DIGEST
    wired = wiring(folder / edition)
    console.print(f"Importing and indexing the {edition} edition …")
    import_all(wired, documents)
    opened = open_product(wired)
    texts = read_documents(documents) if documents else read_digests(wired.settings.corpus)
    return Prepared(edition=edition, wired=wired, opened=opened, texts=texts, folder=folder)


def run(prepared: Prepared, questions: Sequence[Question], results: Path, console: Console) -> None:
    """Ask every system every question, print the figures and keep them in `results`."""
    asked = [each for each in questions if each.framework in prepared.texts]
    index = prepared.opened.library.index
    evidence = wanted(asked, prepared.edition, index.statements)
    systems = _systems(prepared, console)
    ranked = list(rank(track(asked, "Searching", console=console), systems, evidence))
    asking = track(asked, "Asking", console=console)
    answered = list(answer_all(asking, asker(prepared.opened), evidence))
    config = config_of(
        asked,
        prepared.texts,
        edition=prepared.edition,
        index=index.key,
        model=prepared.wired.embeddings.key,
        judges=", ".join(sha256_of(each)[:12] for each in (STATEMENTS, TIMESCALES)),
        **{"left out": _left_out(questions, prepared.texts, evidence)},
    )
    _report(results, config, ranked, answered, console)


def _systems(prepared: Prepared, console: Console) -> dict[str, Find]:
    console.print("Building the baselines …")
    embeddings = load_embeddings(adapted=False)
    folder = prepared.folder / "afternoon" / _key(embeddings.key, prepared.texts)
    build_afternoon(prepared.texts, embeddings, folder)
    return {
        OURS: plumbline(prepared.opened.library.index),
        KEYWORDS: keywords(prepared.texts),
        AFTERNOON: open_afternoon(prepared.texts, embeddings, folder),
    }


def _report(
    results: Path,
    config: Mapping[str, Any],
    ranked: Sequence[Ranked],
    answered: Sequence[Answered],
    console: Console,
) -> None:
    summary = summarise(ranked, answered)
    tables, cases = tables_of(summary), worth_a_look(ranked, answered)
    print_tables(console, tables)
    results.mkdir(parents=True)
    save_cases(results, ranked, answered)
    page = as_markdown("Evaluation", (*tables, *cases, settings_table(config)))
    save_summary(results, "summary", {"config": config, **asdict(summary)}, page)
    if config["left out"]:
        console.print(f"Left out: {', '.join(config['left out'])}.")
    console.print(f"The cases and settings are in {results}.")


def _left_out(
    questions: Sequence[Question], texts: Mapping[str, str], evidence: Mapping[str, object]
) -> list[str]:
    """Name the frameworks that are not here, then the questions without evidence here."""
    absent = sorted({each.framework for each in questions} - set(texts))
    unjudged = [
        each.id
        for each in questions
        if each.framework in texts and each.answerable and each.id not in evidence
    ]
    return [f"{name} (no text of it here)" for name in absent] + [
        f"{id_} (no evidence in this edition)" for id_ in unjudged
    ]


def _key(model: str, texts: Mapping[str, str]) -> str:
    parts = [model, *(part for each in sorted(texts.items()) for part in each)]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]
