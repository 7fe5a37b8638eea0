"""A sheet as Markdown, which is also how it reads on a terminal."""

import re
from collections.abc import Iterator

from api.console import place
from api.sheets import Block, Grid, Line, Sheet
from prompts import reply

MARKDOWN_TYPE = "text/markdown"

_SPECIAL = re.compile(r"([\\`*_{}<>#|])")


def as_markdown(sheet: Sheet) -> str:
    """The sheet as CommonMark with a table; nothing of a document is read as markup."""
    lines = [f"# {_plain(sheet.title)}", "", _plain(sheet.running), ""]
    lines += [line for fact in sheet.facts for line in (_plain(fact), "")]
    number = 0
    for block in sheet.blocks:
        lines += [f"## {_plain(block.heading)}", ""]
        for text, counted in _block(block, number):
            lines.append(text)
            number += counted
    lines += [f"## {reply('sheet.sources')}", ""]
    for source in sheet.sources:
        lines += [f"- {_plain(place(source))}: “{_plain(source.text)}”"]
    for block in sheet.asides:
        lines += ["", f"## {_plain(block.heading)}", ""]
        lines += [text for text, _ in _block(block, number)]
    return "\n".join(lines).rstrip() + "\n"


def _block(block: Block, number: int) -> Iterator[tuple[str, bool]]:
    """Its lines, each with whether it is a question that was counted."""
    for line in block.lines:
        counted = line.style == "question"
        number += counted
        yield _line(line, number), counted
        if line.style == "plain":
            yield "", False
    if block.grid:
        yield from ((text, False) for text in _grid(block.grid))
    yield "", False


def _line(line: Line, number: int) -> str:
    text = _plain(line.text) + marks(line.marks)
    return {
        "item": f"- {text}",
        "warning": f"- **{text}**",
        "question": f"{number}. {text}",
        "under": f"   - {text}",
    }.get(line.style, text)


def marks(numbers: tuple[int, ...]) -> str:
    """The marks of sources after a text."""
    return "".join(f" [{number}]" for number in numbers)


def _grid(grid: Grid) -> Iterator[str]:
    yield f"| {' | '.join(map(_plain, grid.heads))} |"
    yield f"|{'---|' * len(grid.heads)}"
    for row in grid.rows:
        yield f"| {' | '.join(map(_plain, row))} |"


def _plain(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)
