"""`plumbline rules`: the register as it is, and a draft of what it lacks.

What these need is imported when they run, so that `plumbline --help` is quick.
"""

from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from api.cli_answers import opened
from api.cli_app import AsJson, FrameworkId, show


class ListsByDefault(TyperGroup):
    """`plumbline rules WORDS` is `plumbline rules list WORDS`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Put `list` first where no command of this group, nor --help, is."""
        if not args or args[0] not in (*self.commands, "--help"):
            args = ["list", *args]
        return super().parse_args(ctx, args)


rules = typer.Typer(
    name="rules",
    cls=ListsByDefault,
    help="List the timescales of the register, or propose those that it lacks.",
)


@rules.command("list")
def list_(
    words: Annotated[str, typer.Argument(help="Words that the rule must hold.")] = "",
    framework: FrameworkId = None,
    event: Annotated[str | None, typer.Option(help="Id of the event it counts from.")] = None,
    as_json: AsJson = False,
) -> None:
    """List the timescales of the register (what `plumbline rules` does)."""
    from api import doors
    from api.console import rules_text

    body = doors.rules(opened().library, framework=framework, words=words, event=event)
    show(body, rules_text(body), as_json=as_json)


@rules.command()
def propose(
    framework: Annotated[str, typer.Argument(help="Id of the framework.")],
    output: Annotated[
        Path | None, typer.Option(help="Where to write the draft; else in the data folder.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Write over a draft.")] = False,
    as_json: AsJson = False,
) -> None:
    """Write a draft register from the figures of a framework's statements, to be reviewed."""
    from api.console import proposed_text
    from api.proposals import as_toml, propose, proposed_out, write_draft
    from api.settings import read_settings

    found = propose(opened().library, framework)
    path = output or read_settings().data / "proposed" / f"{framework}.toml"
    if found:
        write_draft(as_toml(found, framework), path, force=force)
    body = proposed_out(found, framework, path)
    show(body, proposed_text(body), as_json=as_json)
