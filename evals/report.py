"""A run's rows, figures and settings: printed, and kept together in one folder."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from rich import box
from rich.console import Console
from rich.table import Table as RichTable

from evals.asking import Answered
from evals.retrieving import Ranked
from evals.tables import Table


def print_tables(console: Console, tables: Iterable[Table]) -> None:
    """Show tables on a terminal."""
    for table in tables:
        shown = RichTable(title=table.title, title_justify="left", box=box.SIMPLE)
        for heading in table.headings:
            shown.add_column(heading, overflow="fold")
        for row in table.rows:
            shown.add_row(*row)
        console.print(shown)


def as_markdown(title: str, tables: Iterable[Table]) -> str:
    """Write tables as one Markdown page."""
    parts = [f"# {title}"]
    for table in tables:
        rule = "|".join("---" for _ in table.headings)
        lines = [_line(table.headings), f"|{rule}|", *map(_line, table.rows)]
        parts.append(f"## {table.title}\n\n" + "\n".join(lines))
    return "\n\n".join(parts) + "\n"


def settings_table(config: Mapping[str, Any]) -> Table:
    """Lay out what a run was made with."""
    return Table(
        title="Made with",
        headings=("setting", "value"),
        rows=tuple((key, _plain(value)) for key, value in config.items()),
    )


def save_cases(folder: Path, ranked: Sequence[Ranked], answered: Sequence[Answered]) -> None:
    """Write one JSON line a case to cases.jsonl."""
    rows = [{"of": "retrieval", **asdict(row)} for row in ranked]
    rows += [{"of": "answer", **asdict(row)} for row in answered]
    lines = (json.dumps(row, ensure_ascii=False, default=str) for row in rows)
    (folder / "cases.jsonl").write_text("".join(f"{line}\n" for line in lines), "utf-8")


def save_summary(folder: Path, name: str, figures: Mapping[str, Any], page: str) -> None:
    """Write `<name>.json` for programs and `<name>.md` for people."""
    told = json.dumps(figures, ensure_ascii=False, indent=2, default=str)
    (folder / f"{name}.json").write_text(f"{told}\n", "utf-8")
    (folder / f"{name}.md").write_text(page, "utf-8")


def _line(cells: Iterable[str]) -> str:
    return "| " + " | ".join(" ".join(cell.replace("|", "\\|").split()) for cell in cells) + " |"


def _plain(value: object) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{key} {each}" for key, each in value.items())
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value)) or "-"
    return str(value)
