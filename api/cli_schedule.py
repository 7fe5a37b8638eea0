"""`plumbline schedule`: what follows an event, as a table, JSON, CSV, a calendar or a drawing.

What it needs is imported when it runs, so that `plumbline --help` is quick.
"""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from api.cli_answers import opened


class Shape(StrEnum):
    """How a schedule is given."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    CALENDAR = "ics"
    DRAWING = "svg"


def add_to(app: typer.Typer) -> None:
    """Add this command."""
    app.command()(schedule)


def schedule(
    framework: Annotated[str, typer.Argument(help="Id of the framework.")],
    event: Annotated[str, typer.Option(help='What happened, as "strategy discussion".')],
    date: Annotated[str, typer.Option(help="When, as 2026-03-03.")],
    happened: Annotated[
        list[str] | None,
        typer.Option(help='What really happened since, as "icpc=2026-03-20"; repeatable.'),
    ] = None,
    shape: Annotated[Shape, typer.Option("--format", help="How to give it.")] = Shape.TABLE,
    output: Annotated[Path | None, typer.Option(help="A file to write it to.")] = None,
) -> None:
    """Lay out every dated duty that follows an event, chained through the register."""
    from api.console import plain
    from api.schedule_drawing import as_svg
    from api.schedule_files import as_calendar, as_csv, write_file
    from api.schedule_text import schedule_text
    from api.schedules import schedule as lay_out
    from api.wiring import today

    body = lay_out(
        opened().library,
        framework=framework,
        event=event,
        date=date,
        happened=dict(_happened(each) for each in happened or ()),
    )
    text = {
        Shape.TABLE: lambda: plain(schedule_text(body)),
        Shape.JSON: lambda: body.model_dump_json(indent=1) + "\n",
        Shape.CSV: lambda: as_csv(body),
        Shape.CALENDAR: lambda: as_calendar(body, today()),
        Shape.DRAWING: lambda: as_svg(body),
    }[shape]()
    if output is None:
        typer.echo(text, nl=False)
        return
    write_file(text, output)
    typer.echo(f"Written: {output}")


def _happened(given: str) -> tuple[str, str]:
    """The event and the date of "icpc=2026-03-20"; raises BadInput."""
    from domain import BadInput

    event, equals, date = given.rpartition("=")
    if not equals or not event.strip():
        raise BadInput("happened", f'{given!r} is not written as "icpc=2026-03-20".')
    return event.strip(), date
