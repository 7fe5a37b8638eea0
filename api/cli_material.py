"""`plumbline supervision` and `plumbline reflect`: material for managers and trainers.

What they need is imported when they run, so that `plumbline --help` is quick.
"""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer
from pydantic import BaseModel, ValidationError

from api.cli_answers import wired

if TYPE_CHECKING:
    from api.material_bodies import ReflectionOut, SupervisionOut


InT = TypeVar("InT", bound=BaseModel)


class Shape(StrEnum):
    """How a sheet is given."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "md"
    WORD = "docx"
    PAGE = "html"


Framework = Annotated[str, typer.Argument(help="Id of the framework.")]
Format = Annotated[Shape, typer.Option("--format", help="How to give it.")]
Output = Annotated[Path | None, typer.Option(help="A file to write it to; docx needs one.")]
Date = typer.Option(help="As 2026-03-03.")


def add_to(app: typer.Typer) -> None:
    """Add these commands."""
    app.command()(supervision)
    app.command()(reflect)


def supervision(
    framework: Framework,
    topic: Annotated[str, typer.Argument(help='The kind of work, as "child protection".')],
    minutes: Annotated[int, typer.Option(help="10, 30 or 60.")] = 30,
    count: Annotated[
        int | None, typer.Option(help="How many prompts; else as many as fit the time.")
    ] = None,
    model: Annotated[
        str | None,
        typer.Option(help="four-stage, signs-of-safety, systemic, appreciative or group."),
    ] = None,
    age: Annotated[int | None, typer.Option(help="The child's age in whole years.")] = None,
    plan: Annotated[str, typer.Option(help="The plan, where the kind of work does not tell.")] = "",
    last_visit: Annotated[str | None, Date] = None,
    last_core_group: Annotated[str | None, Date] = None,
    last_review: Annotated[str | None, Date] = None,
    last_supervision: Annotated[str | None, Date] = None,
    next_conference: Annotated[str | None, Date] = None,
    shape: Format = Shape.TEXT,
    output: Output = None,
) -> None:
    """Make an agenda for supervision: what is due, prompts held to the framework, actions."""
    from api.material_bodies import FactsIn, SupervisionIn
    from api.materials import supervision_prompts
    from api.wiring import today

    facts = _checked(
        FactsIn,
        age=age,
        plan=plan,
        last_visit=last_visit,
        last_core_group=last_core_group,
        last_review=last_review,
        last_supervision=last_supervision,
        next_conference=next_conference,
    )
    asked = _checked(
        SupervisionIn,
        framework=framework,
        topic=topic,
        facts=facts,
        minutes=minutes,
        count=count,
        model=model,
    )
    wiring, opened = wired()
    body = supervision_prompts(opened.library, asked, today=today())
    wiring.keep()
    _give(body, shape, output)


def reflect(
    framework: Framework,
    topic: Annotated[str, typer.Argument(help="A topic, principle, kind of work or section.")],
    audience: Annotated[
        str, typer.Option(help="student, asye, practitioner, manager or team.")
    ] = "practitioner",
    level: Annotated[str, typer.Option(help="describe, analyse or challenge.")] = "analyse",
    count: Annotated[int, typer.Option(help="How many questions.")] = 6,
    model: Annotated[
        str | None,
        typer.Option(help="gibbs, kolb, rolfe, signs-of-safety, systemic or appreciative."),
    ] = None,
    session: Annotated[
        int | None, typer.Option(help="Plan a session of so many minutes round the questions.")
    ] = None,
    shape: Format = Shape.TEXT,
    output: Output = None,
) -> None:
    """Make reflective questions with notes for the facilitator, or a whole session plan."""
    from api.material_bodies import ReflectionIn
    from api.materials import reflective_questions
    from api.wiring import today

    asked = _checked(
        ReflectionIn,
        framework=framework,
        topic=topic,
        audience=audience,
        level=level,
        count=count,
        model=model,
        session_minutes=session,
    )
    wiring, opened = wired()
    body = reflective_questions(opened.library, asked, today=today())
    wiring.keep()
    _give(body, shape, output)


def _checked(shape: type[InT], **given: object) -> InT:
    """A request as the HTTP API would take it; raises BadInput."""
    from domain import BadInput

    try:
        return shape.model_validate(given)
    except ValidationError as error:
        fault = error.errors()[0]
        field = ".".join(map(str, fault["loc"]))
        why = fault["msg"].removeprefix("Value error, ").rstrip(".")
        raise BadInput(field, f"{field}: {why}.") from None


def _give(body: "SupervisionOut | ReflectionOut", shape: Shape, output: Path | None) -> None:
    from api.console import plain
    from api.sheet_files import rendered, write_bytes
    from api.sheets import sheet_of
    from domain import BadInput

    if shape is Shape.JSON:
        data = (body.model_dump_json(indent=2) + "\n").encode()
    else:
        data = rendered(sheet_of(body), "md" if shape is Shape.TEXT else shape)
    if output is not None:
        write_bytes(data, output)
        typer.echo(f"Written: {output}")
    elif shape is Shape.WORD:
        raise BadInput("output", "a Word document needs a file: give --output agenda.docx.")
    else:
        typer.echo(plain(data.decode("utf-8")), nl=False)
