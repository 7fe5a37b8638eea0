"""`plumbline mcp`: the register and the calculator for an assistant of your own.

What it needs is imported when it runs, so that `plumbline --help` is quick.
"""

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from assistant import Library

DEFAULT_PORT = 8001


def add_to(app: typer.Typer) -> None:
    """Add this command."""
    app.command()(mcp)


def mcp(
    http: Annotated[
        bool, typer.Option("--http", help="Answer over HTTP, not standard input and output.")
    ] = False,
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="For --http; 0 for a free one.")
    ] = DEFAULT_PORT,
) -> None:
    """Serve timescales, due dates and schedules over the Model Context Protocol."""
    from functools import cache

    from api.cli_answers import opened
    from api.cli_service import listening, run_on
    from api.mcp_server import build_server
    from api.settings import read_settings

    @cache
    def library() -> "Library":
        return opened().library

    server = build_server(library)
    if not http:
        server.run("stdio")
        return
    host = read_settings().host
    with listening(host, port) as listener:
        at = f"http://{host}:{listener.getsockname()[1]}/mcp"
        typer.echo(f"Plumbline's tools are at {at} (Ctrl+C stops it)", err=True)
        run_on(server.streamable_http_app(host=host), listener)
