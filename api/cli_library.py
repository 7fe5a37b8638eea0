"""`plumbline frameworks`, `import` and `index`.

What these need is imported when they run, so that `plumbline --help` is quick.
"""

import json
from pathlib import Path
from typing import Annotated

import typer

from api.cli_answers import opened
from api.cli_app import AsJson, show


def add_to(app: typer.Typer) -> None:
    """Add these commands."""
    app.command()(frameworks)
    app.command("import")(import_)
    app.command()(index)


def frameworks(as_json: AsJson = False) -> None:
    """List the frameworks and which text of each answers."""
    from api.console import frameworks_text
    from api.framework_shapes import frameworks_out
    from api.settings import read_settings

    body = frameworks_out(opened().library, read_settings().framework)
    show(body, frameworks_text(body), as_json=as_json)


def import_(
    framework: Annotated[str, typer.Argument(help="Its id; lower case, digits, hyphens.")],
    file: Annotated[Path, typer.Argument(help="PDF, DOCX, Markdown, HTML or plain text.")],
    authority: Annotated[str | None, typer.Option(help="Of a framework that is new here.")] = None,
    title: Annotated[str | None, typer.Option(help="The document's title.")] = None,
    version: Annotated[str | None, typer.Option(help="The document's own version.")] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Import it though it says little.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Import your authority's own document; answers then quote it word for word."""
    from api.console import plain
    from api.importing import import_file
    from api.progress import progress_bar
    from api.settings import read_settings
    from api.wiring import Wiring

    wiring = Wiring(settings=read_settings())
    with progress_bar("Building the index") as tell:
        imported = import_file(
            wiring,
            file,
            framework,
            authority=authority,
            title=title,
            version=version,
            on_progress=tell,
            force=force,
        )
    report, register = imported.report, imported.register
    if as_json:
        told = {**json.loads(report.as_json()), "register": register.as_json()}
        typer.echo(json.dumps(told, ensure_ascii=False, indent=1))
    else:
        typer.echo(plain(f"{report.as_text()}\n{register.as_text()}"), nl=False)


def index(as_json: AsJson = False) -> None:
    """Build the index if need be, and have a running service open it."""
    from api.framework_shapes import ready_out
    from api.settings import read_settings
    from api.wiring import write_stamp

    body = ready_out(opened().library)
    write_stamp(read_settings().data, body.index)
    answering = ", ".join(f"{name} ({edition})" for name, edition in body.answering.items())
    show(body, f"Index {body.index} is ready. It answers for: {answering}.", as_json=as_json)
