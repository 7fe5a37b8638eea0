"""The command line itself: its errors in plain words, its output as text or JSON."""

import errno
import logging
import os
import sys
from typing import Annotated, Any, NoReturn

import typer
from pydantic import BaseModel
from typer.core import TyperGroup

from api.console import plain
from domain import PlumblineError

REFUSED = 1
"""Exit code for whatever was refused, is not known or failed; 2 is wrong usage."""

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON, as the HTTP API gives it.")]
FrameworkId = Annotated[str | None, typer.Option(help="Id of the framework.")]


class PlainErrors(TyperGroup):
    """Commands whose errors are told in a sentence on standard error."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command; ends with code 1 for an error of ours or of the disk."""
        try:
            return super().invoke(ctx)
        except PlumblineError as error:
            tell(error)
        except OSError as error:
            if error.errno == errno.EPIPE:  # the reader of a pipe has had enough
                raise
            tell(error)
        raise typer.Exit(REFUSED)


app = typer.Typer(
    name="plumbline",
    cls=PlainErrors,
    help="Answers from your authority's practice framework, with citations and due dates.\n\n"
    "Exit codes: 0 answered (also when the answer is that the framework does not say); "
    "1 refused, not known or failed; 2 wrong usage.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def show(body: BaseModel, text: str, *, as_json: bool) -> None:
    """Print a body as JSON, or its text."""
    typer.echo(body.model_dump_json(indent=2) if as_json else plain(text))


def tell(error: BaseException) -> None:
    """Say on standard error what went wrong and what to do."""
    notes = getattr(error, "__notes__", [])
    typer.echo(plain("\n".join([f"plumbline: {error}", *notes])), err=True)


def run() -> NoReturn:
    """Run the command line and end the process; what nobody foresaw is told in a line too."""
    code = REFUSED
    try:
        app()
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else REFUSED if end.code else 0
    except Exception as error:  # noqa: BLE001 a user can do nothing with a traceback
        kind = type(error).__name__
        typer.echo(f"plumbline: something failed that should not: {kind}: {error}", err=True)
    _end(code)


def _end(code: int) -> NoReturn:
    """End at once: taking model and index apart first would take two seconds."""
    logging.shutdown()
    for stream in (sys.stdout, sys.stderr):
        if stream is None:  # whoever started us closed it
            continue
        try:
            stream.flush()
        except (OSError, ValueError):  # a full disk, or a reader who has had enough
            code = code or REFUSED
    os._exit(code)
