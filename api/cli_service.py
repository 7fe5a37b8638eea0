"""`plumbline serve` and `evals`."""

import socket
import subprocess
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli_app import REFUSED
from domain import BadInput

if TYPE_CHECKING:
    from fastapi import FastAPI
    from starlette.applications import Starlette

    from api.service import Opened, Progress
    from api.wiring import Wiring

_PASSED_ON = {"allow_extra_args": True, "ignore_unknown_options": True}


def add_to(app: typer.Typer) -> None:
    """Add these commands."""
    app.command()(serve)
    app.command(context_settings=_PASSED_ON, add_help_option=False)(evals)


def serve(
    host: Annotated[str | None, typer.Option(help="Address to listen on.")] = None,
    port: Annotated[int | None, typer.Option(min=0, max=65535)] = None,
) -> None:
    """Run the service and its page; they answer on this machine only, unless told otherwise."""
    from api.settings import read_settings
    from api.start_checks import check_settings
    from api.wiring import Wiring

    given = {"host": host, "port": port}
    settings = read_settings(**{k: v for k, v in given.items() if v is not None})
    wiring = Wiring(settings=settings)
    check_settings(wiring)
    with listening(settings.host, settings.port) as listener:
        port = listener.getsockname()[1]
        name = f"[{settings.host}]" if ":" in settings.host else settings.host
        typer.echo(f"Plumbline is at http://{name}:{port}/ (Ctrl+C stops it)")
        run_on(_application(wiring), listener)


def evals(ctx: typer.Context) -> None:
    """Run the evaluations (from a checkout); its own options follow."""
    done = subprocess.run([sys.executable, "-m", "evals", *ctx.args], check=False)  # noqa: S603 our own program
    raise typer.Exit(done.returncode)


def listening(host: str, port: int) -> socket.socket:
    """Listen on an address; raises BadInput where that cannot be done."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        raise BadInput(
            "port",
            f"cannot listen on {host} port {port}: {error.strerror or error}. "
            "Choose another with --port or --host.",
        ) from None


def _application(wiring: "Wiring") -> "FastAPI":
    from api.app import build_app
    from api.progress import progress_bar
    from api.wiring import hosts_of

    def opener(tell: "Progress") -> "Opened":
        with progress_bar("Building the index") as bar:

            def both(done: int, total: int) -> None:
                tell(done, total)
                bar(done, total)

            return wiring.open(both)

    return build_app(wiring.service(opener, _tell_ready), hosts_of(wiring.settings))


def _tell_ready(opened: "Opened") -> None:
    answering = ", ".join(sorted(opened.library.index.answering))
    typer.echo(f"Ready. It answers for: {answering}")


def run_on(application: "Starlette", listener: socket.socket) -> None:
    """Answer on what is listened on until stopped; exits where the application cannot start."""
    import uvicorn

    # No access log: the address of a search holds its words.
    config = uvicorn.Config(application, access_log=False, log_level="warning", server_header=False)
    server = uvicorn.Server(config)
    server.run(sockets=[listener])
    if not server.started:
        raise typer.Exit(REFUSED)
