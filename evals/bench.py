"""How fast and how large: Plumbline beside the afternoon's build, timed in the same run."""

import datetime as dt
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from itertools import cycle, islice
from pathlib import Path

from langchain_core.embeddings import Embeddings

from api.material_bodies import ReflectionIn
from api.materials import reflective_questions
from api.sheet_docx import as_docx
from api.sheets import sheet_of
from evals.dates import DATE_QUESTIONS, DateQuestion, ask_date, load_date_questions
from evals.gold import Question
from evals.made import make_all
from evals.material import read_documents
from evals.metrics import percentile
from evals.opening import in_own_process
from evals.product import import_all, open_product, wiring
from evals.serving import ask_all, ask_together, serving
from evals.systems import build_afternoon, open_afternoon
from evals.tables import NOTHING, Table
from retrieval import load_embeddings
from timescales import lay_out, work_out

A_DATE = dt.date(2026, 3, 3)
CLIENTS, TOGETHER, A_SECOND = 8, 600, 60
"""How many ask at a time, how often in all, and how many answers a second there should be."""

WARM_UP = 20
"""Questions asked, and not timed, before the timing begins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One measurement, its limit if it has one, and the same of the baseline."""

    name: str
    unit: str
    value: float
    baseline: float | None = None
    limit: float | None = None

    @property
    def ratio(self) -> float | None:
        """How many times the baseline's figure ours is: a slow machine slows both."""
        return self.value / self.baseline if self.baseline else None

    @property
    def within(self) -> bool | None:
        """Whether it keeps its limit; None where it has none."""
        return None if self.limit is None else self.value < self.limit


def measure(
    documents: Mapping[str, Path], questions: Sequence[Question], folder: Path
) -> tuple[Figure, ...]:
    """Take every measurement in an empty folder, which grows to some hundred megabytes.

    Raises ValueError for too few questions to warm up with and time.
    """
    if len(questions) <= WARM_UP:
        raise ValueError(f"the benchmark needs more than {WARM_UP} questions")
    data, chroma = folder / "data", folder / "afternoon"
    indexing = _indexing(documents, data, chroma)
    opening = _opening(data, chroma, list(documents))
    asking = _asking(questions, data, chroma, list(documents), folder / "service.log")
    return (*indexing, *opening, *asking, *_dates(data), *_materials(data))


def bench_table(figures: Sequence[Figure]) -> Table:
    """Lay the measurements out."""
    return Table(
        title="Speed and size",
        headings=("measured", "plumbline", "limit", "kept", "afternoon build", "ratio"),
        rows=tuple(
            (
                each.name,
                _plain(each.value, each.unit),
                _plain(each.limit, each.unit),
                {True: "yes", False: "NO", None: NOTHING}[each.within],
                _plain(each.baseline, each.unit),
                NOTHING if each.ratio is None else f"{each.ratio:.2f}",
            )
            for each in figures
        ),
    )


def _indexing(documents: Mapping[str, Path], data: Path, chroma: Path) -> tuple[Figure, ...]:
    wired = wiring(data)
    wired.embeddings.embed_query("the model is loaded before the clock starts")
    _ = wired.judges
    plain = load_embeddings(adapted=False)
    began = time.perf_counter()
    import_all(wired, documents)
    imported = time.perf_counter()
    open_product(wired).library.index.close()
    indexed = time.perf_counter()
    build_afternoon(read_documents(documents), plain, chroma)
    built = time.perf_counter()
    return (
        Figure(name="reading the documents", unit="s", value=imported - began),
        Figure(
            name="index of all documents from nothing",
            unit="s",
            value=indexed - began,
            baseline=built - indexed,
            limit=60,
        ),
    )


def _opening(data: Path, chroma: Path, frameworks: Sequence[str]) -> tuple[Figure, ...]:
    ours = in_own_process("plumbline", str(data))
    theirs = in_own_process("afternoon", str(chroma), *frameworks)
    return (
        Figure(name="loading the model", unit="s", value=ours["model"], baseline=theirs["model"]),
        Figure(name="reading corpus and imports", unit="s", value=ours["read"]),
        Figure(
            name="opening the index",
            unit="s",
            value=ours["open"],
            baseline=theirs["open"],
            limit=1,
        ),
        Figure(
            name="memory with the index open",
            unit="MB",
            value=ours["resident"],
            baseline=theirs["resident"],
        ),
    )


def _asking(
    questions: Sequence[Question],
    data: Path,
    chroma: Path,
    frameworks: Sequence[str],
    log: Path,
) -> tuple[Figure, ...]:
    mixed = sorted(questions, key=lambda each: sha256(each.id.encode()).digest())
    warm, timed = mixed[:WARM_UP], mixed[WARM_UP:]
    with serving(data, log) as running:
        ask_all(running, warm)
        ours = ask_all(running, timed)
        many = list(islice(cycle(timed), TOGETHER))
        together = ask_together(running, many, CLIENTS)
        resident, ready = running.resident(), running.seconds_to_ready
    theirs = _baseline_times(warm, timed, chroma, frameworks, load_embeddings(adapted=False))
    half, most = (
        Figure(
            name=f"ask over HTTP, warm, p{percent}",
            unit="ms",
            value=1000 * percentile(ours, percent),
            baseline=1000 * percentile(theirs, percent),
            limit=limit,
        )
        for percent, limit in ((50, 40.0), (95, 100.0))
    )
    return (
        Figure(name="service start to ready", unit="s", value=ready),
        half,
        most,
        Figure(
            name=f"{TOGETHER} asks by {CLIENTS} clients at a time",
            unit="s",
            value=together,
            limit=TOGETHER / A_SECOND,
        ),
        Figure(name="memory of the service", unit="MB", value=resident, limit=1536),
    )


def _dates(data: Path) -> tuple[Figure, ...]:
    """The calculator and the schedules, with the rule or the event known, and plain English.

    All in this process, without HTTP.
    """
    opened = open_product(wiring(data))
    library = opened.library
    dated = [rule for rule in library.rules.values() if rule.gives_date]
    due = [_timed(partial(work_out, rule, A_DATE, library.calendar)) for rule in dated]
    starts = sorted({(rule.framework, rule.event) for rule in dated})
    laid = [
        _timed(partial(lay_out, library.rules_of(name), event, A_DATE, library.calendar))
        for name, event in starts
    ]
    asked = [_seconds_of(partial(ask_date, opened, each)) for each in _date_questions()]
    library.index.close()
    counted = (
        Figure(name=f"{name}, p95", unit="us", value=1e6 * percentile(times, 95), limit=limit)
        for name, times, limit in (
            ("a due date, the rule known", due, 1_000.0),
            ("a whole schedule, the event known", laid, 10_000.0),
        )
    )
    half = 1000 * percentile(asked[WARM_UP:], 50)
    return (
        *counted,
        Figure(name="a date asked in plain English, p50", unit="ms", value=half, limit=50),
    )


def _materials(data: Path) -> tuple[Figure, ...]:
    """Agendas, sets of questions, a session and its document, every statement read before."""
    wired = wiring(data)
    opened = open_product(wired)
    wired.prepare(opened)
    sets = list(make_all(opened.library))
    seconds = [each.seconds for each in sets]
    asked = ReflectionIn(
        framework=sets[0].framework, topic=sets[0].section, count=12, session_minutes=90
    )
    session = partial(reflective_questions, opened.library, asked, today=A_DATE)
    word = partial(as_docx, sheet_of(session()))
    figures = (
        ("a set of prompts, p95", percentile(seconds, 95), 300),
        ("a set of prompts, the slowest", max(seconds), 300),
        ("a session plan", _timed(session), 300),
        ("a session plan as Word", _timed(word), 1000),
    )
    opened.library.index.close()
    return tuple(
        Figure(name=name, unit="ms", value=1000 * value, limit=limit)
        for name, value, limit in figures
    )


def _date_questions() -> list[DateQuestion]:
    """Those of all frameworks, mixed."""
    found = load_date_questions(DATE_QUESTIONS)
    return sorted(found, key=lambda each: sha256(each.id.encode()).digest())


def _timed(work: Callable[[], object]) -> float:
    """Seconds of the second time: the first fills what is kept."""
    work()
    return _seconds_of(work)


def _seconds_of(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _baseline_times(
    warm: Sequence[Question],
    timed: Sequence[Question],
    chroma: Path,
    frameworks: Sequence[str],
    embeddings: Embeddings,
) -> list[float]:
    find = open_afternoon(frameworks, embeddings, chroma)
    for each in warm:
        find(each.question, each.framework, 8)
    return [_seconds_of(partial(find, each.question, each.framework, 8)) for each in timed]


def _plain(value: float | None, unit: str) -> str:
    if value is None:
        return NOTHING
    return f"{value:.2f} {unit}" if unit == "s" else f"{value:.0f} {unit}"
