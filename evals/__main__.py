"""`python -m evals`: the evaluation; `python -m evals bench`: the benchmark."""

import os
import tempfile
import time
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import track

from domain import PlumblineError
from evals.bench import bench_table, measure
from evals.comparing import (
    COMPARISONS,
    ask_comparisons,
    comparison_tables,
    load_comparisons,
)
from evals.conversations import CONVERSATIONS, conversation_tables, load_conversations, talk
from evals.dates import DATE_QUESTIONS, ask_all, date_tables, load_date_questions
from evals.gold import Split, load_gold, select
from evals.guarding import drafted, drafted_table, scripted
from evals.made import as_toml, draw, made_tables, make_all
from evals.marked import read_marked
from evals.material import ROOT, documents_folder, find_documents, read_documents
from evals.product import known_frameworks, wiring
from evals.provenance import config_of
from evals.report import as_markdown, print_tables, save_summary, settings_table
from evals.retrieving import wanted
from evals.running import prepare, run
from ingest import load_corpus
from prompts import chat_version
from retrieval.ranker import RANKER

GOLD = ROOT / "evals" / "gold"
RESULTS = ROOT / "evals" / "results"
KEPT = ROOT / "var" / "evals"
UNANSWERED = ROOT / "evals" / "unanswered"
MARKED = ROOT / "evals" / "marked"

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)


class SplitChoice(StrEnum):
    """Which gold questions to ask; only dev may be looked at while tuning."""

    DEV = "dev"
    TEST = "test"
    ALL = "all"


class JudgeChoice(StrEnum):
    """What a judge reads beside a question."""

    STATEMENTS = "statements"
    TIMESCALES = "timescales"


class EditionChoice(StrEnum):
    """Which texts to ask: the authorities' own documents where they are here, or the digests."""

    SOURCE = "source"
    DIGEST = "digest"


Documents = Annotated[
    Path | None, typer.Option(help="Folder of <framework>.txt files.", show_default=False)
]
Results = Annotated[Path, typer.Option(help="Folder for the results.")]
Frameworks = Annotated[
    list[str] | None, typer.Option("--framework", help="Only this framework; may be repeated.")
]


@app.callback(invoke_without_command=True)
def evaluate(
    context: typer.Context,
    split: Annotated[SplitChoice, typer.Option(help="Tune on dev only.")] = SplitChoice.ALL,
    framework: Frameworks = None,
    edition: Annotated[
        EditionChoice | None,
        typer.Option(help="Default: source, or digest where there are no documents."),
    ] = None,
    documents: Documents = None,
    results: Results = RESULTS,
) -> None:
    """Ask every gold question of Plumbline and of two baselines, and measure the answers."""
    if context.invoked_subcommand is not None:
        return
    console = Console()
    found = {} if edition is EditionChoice.DIGEST else _documents(documents, console)
    if edition is EditionChoice.SOURCE and not found:
        raise typer.Exit(_refuse(f"there is no document in {documents_folder(documents)}"))
    questions = select(
        load_gold(GOLD),
        split="all" if split is SplitChoice.ALL else Split(split),
        frameworks=framework or (),
    )
    run(prepare(KEPT, found, console), questions, results / _stamp(), console)


@app.command()
def dates(
    split: Annotated[SplitChoice, typer.Option(help="Tune on dev only.")] = SplitChoice.ALL,
    results: Results = RESULTS,
) -> None:
    """Ask the date questions of the shipped digests, and judge the dates that are given."""
    console = Console()
    questions = [
        question
        for question in load_date_questions(DATE_QUESTIONS)
        if split is SplitChoice.ALL or question.split.value == split.value
    ]
    opened = prepare(KEPT, {}, console).opened
    judged = ask_all(track(questions, "Asking", console=console), opened)
    tables = date_tables(judged)
    print_tables(console, tables)
    kept = results / _stamp()
    kept.mkdir(parents=True)
    save_summary(
        kept,
        "dates",
        {"judged": [asdict(each) | {"question": each.question.id} for each in judged]},
        as_markdown("Date questions", tables),
    )
    console.print(f"The answers are in {kept}.")


@app.command(name="talk")
def talk_(
    split: Annotated[SplitChoice, typer.Option(help="Tune on dev only.")] = SplitChoice.ALL,
    documents: Documents = None,
    results: Results = RESULTS,
) -> None:
    """Hold the gold conversations, and judge each turn."""
    console = Console()
    prepared = prepare(KEPT, _documents(documents, console), console)
    judged = [
        turn
        for framework, conversations in load_conversations(CONVERSATIONS).items()
        for turn in talk(
            framework,
            [c for c in conversations if split is SplitChoice.ALL or c.split.value == split.value],
            prepared.opened,
            prepared.edition,
        )
    ]
    tables = conversation_tables(judged)
    print_tables(console, tables)
    kept = results / _stamp()
    kept.mkdir(parents=True)
    turns = [asdict(each) | {"turn": each.turn.model_dump(mode="json")} for each in judged]
    save_summary(kept, "talk", {"turns": turns}, as_markdown("Conversations", tables))
    console.print(f"The turns are in {kept}.")


@app.command()
def compare(
    split: Annotated[SplitChoice, typer.Option(help="Tune on dev only.")] = SplitChoice.ALL,
    results: Results = RESULTS,
) -> None:
    """Ask the gold comparisons of the shipped digests, and judge each framework's part."""
    console = Console()
    asked = [
        each
        for each in load_comparisons(COMPARISONS)
        if split is SplitChoice.ALL or each.split.value == split.value
    ]
    opened = prepare(KEPT, {}, console).opened
    judged = ask_comparisons(track(asked, "Comparing", console=console), opened)
    tables = comparison_tables(judged)
    print_tables(console, tables)
    kept = results / _stamp()
    kept.mkdir(parents=True)
    said = [{"id": j.comparison.id, "right": dict(j.right), "text": j.text} for j in judged]
    save_summary(kept, "compare", {"judged": said}, as_markdown("Comparisons", tables))
    console.print(f"The answers are in {kept}.")


@app.command(name="train")
def train_(documents: Documents = None) -> None:
    """Learn the ranker and what decides on its best anew, and write their weights."""
    from evals.deciding import (
        DOUBTED,
        WRONG,
        errors_when_refusing,
        fit_answering,
        recentred,
        signs_of_gold,
        signs_of_marked,
    )
    from evals.training import as_toml, cross_validate, examples, fit_ranking

    console = Console()
    prepared = prepare(KEPT, _documents(documents, console), console)
    index = prepared.opened.library.index
    questions = select(load_gold(GOLD), split=Split.DEV)
    evidence = wanted(questions, prepared.edition, index.statements)
    learnt_from = examples(list(track(questions, "Measuring", console=console)), index, evidence)
    judged = cross_validate(learnt_from)
    ranking = fit_ranking(learnt_from)
    console.print(f"On frameworks left out of the training: {judged}")
    # The signs are those of the ranker that is there: where it has changed, train once more.
    told = signs_of_gold(track(questions, "Reading", console=console), index)
    digests = prepare(KEPT, {}, console)
    corpus = load_corpus(digests.wired.settings.corpus)
    marked = read_marked(MARKED / "decide", {each.id for each in corpus.statements})
    learnt_from_marks = signs_of_marked(
        track(marked, "Reading", console=console), digests.opened.library.index, corpus.views
    )
    answering = recentred(fit_answering(learnt_from_marks), told)
    missed, least = errors_when_refusing(told, answering, WRONG)
    undoubted, sure = errors_when_refusing(told, answering, DOUBTED)
    written = as_toml(ranking, judged, answering, missed)
    RANKER.write_text(written, encoding="utf-8")
    console.print(
        f"Where {WRONG:.0%} are refused wrongly, {missed:.0%} are missed; from {least:.2f}. "
        f"Where {DOUBTED:.0%} are doubted, {undoubted:.0%} are beyond doubt; from {sure:.2f}."
    )
    console.print(f"The weights are in {RANKER}.")


@app.command(name="adapt")
def adapt_(
    epochs: Annotated[int, typer.Option(help="How often each question is learnt from.")] = 2,
) -> None:
    """Train the embedding adapter anew on the corpus's views, and write it: about half an hour.

    The judges are trained with it, and must be trained again after it.
    """
    from evals.adapting import Answered, adapt, steps
    from retrieval.adapter import ADAPTER
    from retrieval.context import dense_text
    from retrieval.lexicon import Lexicon
    from retrieval.model import pinned_folder

    console = Console()
    corpus = load_corpus(wiring(KEPT).settings.corpus)
    lexicon = Lexicon(corpus.vocabulary)
    answered = [
        Answered(
            framework=each.source.framework,
            statement=dense_text(each, lexicon),
            questions=tuple(lexicon.spelled_out(question) for question in corpus.views[each.id]),
        )
        for each in corpus.statements
        if each.id in corpus.views
    ]
    losses = adapt(pinned_folder(), answered, ADAPTER, epochs=epochs)
    whole = steps(answered, epochs)
    seen = list(track(losses, "Training", total=whole, console=console))
    questions = sum(len(each.questions) for each in answered)
    console.print(f"{questions} questions; loss {seen[0]:.2f} at first, {seen[-1]:.2f} at last.")
    console.print(
        f"The adapter is in {ADAPTER}. Train both judges again: python -m evals judge statements, "
        "and timescales."
    )


@app.command(name="judge")
def judge_(
    of: Annotated[JudgeChoice, typer.Argument(help="What it reads beside a question.")],
    epochs: Annotated[int, typer.Option(help="How often each question is learnt from.")] = 2,
) -> None:
    """Train a judge of answers anew, after the adapter, and write it: most of an hour."""
    from evals.judging import steps, train_judge
    from evals.known import known_of_statements, known_of_timescales
    from retrieval.judge import STATEMENTS, TIMESCALES
    from retrieval.model import pinned_folder

    console = Console()
    wired = wiring(KEPT)
    corpus = load_corpus(wired.settings.corpus)
    if of is JudgeChoice.STATEMENTS:
        known = known_of_statements(corpus, UNANSWERED, MARKED / "learn", wired.embeddings)
        target = STATEMENTS
    else:
        known, target = known_of_timescales(corpus, UNANSWERED, wired.embeddings), TIMESCALES
    losses = train_judge(pinned_folder(), known, target, epochs=epochs)
    seen = list(track(losses, "Training", total=steps(known, epochs), console=console))
    console.print(f"{len(known)} questions; loss {seen[0]:.2f} at first, {seen[-1]:.2f} at last.")
    console.print(f"The judge is in {target}.")


@app.command(name="guard")
def guard_(results: Results = RESULTS) -> None:
    """Try the guard on true sentences, on inventions, and on what a small real model says."""
    from evals.small_model import small_model

    console = Console()
    opened = prepare(KEPT, {}, console).opened
    tables = [scripted(opened.library.index.statements.values(), opened.library.concepts)]
    questions = select(load_gold(GOLD), split="all")
    with small_model() as model:
        found = list(drafted(model, track(questions, "A small model", console=console), opened))
    tables.append(drafted_table(found))
    print_tables(console, tables)
    kept = results / _stamp()
    kept.mkdir(parents=True)
    save_summary(
        kept,
        "guard",
        {"prompt version": chat_version(), "drafted": [asdict(each) for each in found]},
        as_markdown("The guard", tables),
    )
    console.print(f"Every sentence is in {kept}.")


@app.command()
def materials(
    results: Results = RESULTS,
    drawn: Annotated[bool, typer.Option("--draw", help="Print a hundred to be read.")] = False,
) -> None:
    """Make everything of every section of the shipped digests, and measure what was made."""
    console = Console()
    opened = prepare(KEPT, {}, console).opened
    sets = list(track(make_all(opened.library), "Making", console=console))
    if drawn:
        typer.echo(as_toml(draw(sets)))
        return
    tables = made_tables(sets, wiring(KEPT).embeddings)
    print_tables(console, tables)
    kept = results / _stamp()
    kept.mkdir(parents=True)
    made = [
        {
            "framework": each.framework,
            "section": each.section,
            "kind": each.kind,
            "questions": [item.text for item in each.items],
        }
        for each in sets
    ]
    save_summary(kept, "materials", {"sets": made}, as_markdown("Materials", tables))
    console.print(f"Every question is in {kept}.")


@app.command()
def bench(documents: Documents = None, results: Results = RESULTS) -> None:
    """Measure speed and size on the authorities' documents, beside the afternoon's build."""
    console = Console()
    found = _documents(documents, console)
    if not found:
        raise typer.Exit(_refuse("the benchmark needs the authorities' documents"))
    questions = select(load_gold(GOLD), split="all", frameworks=found)
    busy = f"{os.getloadavg()[0]:.1f} on {os.cpu_count()} processors"
    with tempfile.TemporaryDirectory(prefix="plumbline-bench-") as folder:
        figures = measure(found, questions, Path(folder))
    config = config_of(questions, read_documents(found), **{"load before": busy})
    tables = (bench_table(figures), settings_table(config))
    print_tables(console, tables[:1])
    kept = results / _stamp()
    kept.mkdir(parents=True)
    measured = [asdict(each) | {"ratio": each.ratio, "within": each.within} for each in figures]
    save_summary(
        kept, "bench", {"config": config, "figures": measured}, as_markdown("Benchmark", tables)
    )
    console.print(f"The figures and settings are in {kept}.")


def _documents(given: Path | None, console: Console) -> dict[str, Path]:
    folder = documents_folder(given)
    frameworks = known_frameworks(wiring(KEPT))
    found = find_documents(folder, frameworks)
    absent = sorted(set(frameworks) - set(found))
    if absent:
        console.print(f"No document in {folder} for: {', '.join(absent)}.")
    return found


def _refuse(why: str) -> int:
    Console(stderr=True).print(f"{why}. Name its folder with --documents or PLUMBLINE_DOCUMENTS.")
    return 1


def _stamp() -> str:
    return time.strftime("%Y%m%dT%H%M%SZ", time.gmtime())


def main() -> None:
    """Run the command line; an error of Plumbline's own is one sentence and exit code 1."""
    try:
        app(prog_name="plumbline evals")
    except PlumblineError as fault:
        Console(stderr=True).print(str(fault))
        raise SystemExit(1) from None


if __name__ == "__main__":
    main()
