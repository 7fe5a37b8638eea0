"""The console script `plumbline` and its commands.

Exit codes: 0 answered, also when the answer is that the framework does not say; 1 refused,
not known or failed; 2 wrong usage. Answers go to standard output; errors, notes and
progress to standard error.
"""

from api import cli_answers, cli_library, cli_material, cli_mcp, cli_schedule, cli_service
from api.cli_app import app, run
from api.cli_rules import rules

__all__ = ["app", "main"]

cli_service.add_to(app)
cli_answers.add_to(app)
cli_library.add_to(app)
cli_schedule.add_to(app)
cli_material.add_to(app)
cli_mcp.add_to(app)
app.add_typer(rules)


def main() -> None:
    """Run `plumbline`."""
    run()


if __name__ == "__main__":
    main()
