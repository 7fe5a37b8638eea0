"""`plumbline ask`, `due` and `search`.

What these need is imported when they run, so that `plumbline --help` is quick.
"""

import gc
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from api.cli_app import AsJson, FrameworkId, show
from domain import Strength

if TYPE_CHECKING:
    from api.service import Opened
    from api.wiring import Wiring

Role = Literal["practitioner", "manager", "trainer"]


def add_to(app: typer.Typer) -> None:
    """Add these commands."""
    app.command()(ask)
    app.command()(due)
    app.command()(search)


def ask(
    question: Annotated[str, typer.Argument(help="In your own words, in quotes.")],
    framework: FrameworkId = None,
    role: Annotated[Role | None, typer.Option(help="Who asks.")] = None,
    as_json: AsJson = False,
) -> None:
    """Answer a question from a framework, with its citations."""
    from api import doors
    from api.console import answer_text
    from api.settings import read_settings
    from api.wiring import today
    from assistant import Request

    request = Request(question=question, framework=framework, role=role)
    default = read_settings().framework
    body = doors.ask(opened(), request, today=today(), default=default)
    show(body, answer_text(body), as_json=as_json)


def due(
    rule_id: Annotated[str, typer.Argument(help="See `plumbline rules`.")],
    date: Annotated[str, typer.Argument(help="Of the event, as 2026-03-03.")],
    time: Annotated[str | None, typer.Option(help="Of the event, as 14:30.")] = None,
    as_json: AsJson = False,
) -> None:
    """Work out a due date from a rule and the date of its event."""
    from api import doors
    from api.console import due_text

    body = doors.due(opened().library, rule_id=rule_id, date=date, time=time)
    show(body, due_text(body), as_json=as_json)


def search(
    words: Annotated[str, typer.Argument(help="In quotes.")],
    framework: FrameworkId = None,
    strength: Annotated[
        list[Strength] | None, typer.Option(help="Only these; may be repeated.")
    ] = None,
    limit: Annotated[int, typer.Option(min=1, max=40)] = 8,
    as_json: AsJson = False,
) -> None:
    """Rank the statements that bear on some words; composes nothing."""
    from api import doors
    from api.console import search_text

    body = doors.search(
        opened().library,
        words,
        framework=framework,
        strengths=strength or (),
        limit=limit,
    )
    show(body, search_text(body), as_json=as_json)


def opened() -> "Opened":
    """Open what the settings describe, with a progress bar if the index must be built."""
    return wired()[1]


def wired() -> "tuple[Wiring, Opened]":
    """The same, with what built it."""
    # What is made here stays until the process ends: to look for what could be let go of took two
    # seconds of nine.
    gc.disable()
    try:
        from api.progress import progress_bar
        from api.settings import read_settings
        from api.wiring import Wiring

        with progress_bar("Building the index") as bar:

            def tell(done: int, total: int) -> None:
                gc.enable()  # an index is built, and that takes long
                bar(done, total)

            wiring = Wiring(settings=read_settings())
            found = wiring, wiring.open(tell)
        if not gc.isenabled():
            gc.freeze()
        return found
    finally:
        gc.enable()
