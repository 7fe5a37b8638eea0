"""A sheet as one HTML file, whole by itself and ready to print on A4."""

from collections.abc import Iterable, Iterator
from html import escape

from api.console import place
from api.sheets import Block, Grid, Line, Sheet
from prompts import reply

HTML_TYPE = "text/html"

_STYLE = """
@page { size: A4; margin: 16mm 18mm; }
* { box-sizing: border-box; }
body { font: 11pt/1.4 system-ui, "Segoe UI", Arial, sans-serif; color: #14181d; background: #fff;
  max-width: 48rem; margin: 1.5rem auto; padding: 0 1rem; }
header { color: #4a5560; font-size: 9pt; border-bottom: 1px solid #b8c0c8; padding-bottom: .3rem; }
h1 { font-size: 17pt; line-height: 1.2; margin: .7rem 0 .2rem; }
h2 { font-size: 12pt; margin: .9rem 0 .25rem; break-after: avoid; }
p, ul, ol { margin: .15rem 0 .4rem; } ul, ol { padding-left: 1.4rem; }
li { margin-bottom: .25rem; break-inside: avoid; }
.facts { color: #333c45; } .late { font-weight: 700; }
.under { color: #333c45; font-size: 10pt; }
sup a, .back { color: inherit; text-decoration: none; } sup a:hover { text-decoration: underline; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid #98a2ac; padding: .3rem .4rem;
  text-align: left; vertical-align: top; } td:empty { height: 1.9em; } th { background: #eef1f4; }
th:first-child { width: 50%; } th:nth-child(2), th:nth-child(3) { width: 18%; }
.sources { font-size: 9pt; } .sources li { margin-bottom: .15rem; }
@media print { @page { margin: 11mm 15mm; }
  body { max-width: none; margin: 0; padding: 0; font-size: 8.8pt; line-height: 1.22; }
  h1 { font-size: 15pt; margin: .3rem 0 .1rem; } h2 { font-size: 10.5pt; margin: .4rem 0 .1rem; }
  p, ul, ol { margin: .05rem 0 .15rem; } li { margin-bottom: .08rem; }
  .under { font-size: 8.8pt; } .sources { font-size: 8pt; break-before: page; }
  th, td { padding: .1rem .4rem; } td:empty { height: 1.7em; } sup { line-height: 0; } }
"""


def as_html(sheet: Sheet) -> str:
    """The sheet as a page; every word of it goes in as text."""
    parts = (*_head(sheet), *_blocks(sheet.blocks), *_sources(sheet), *_blocks(sheet.asides))
    body = "\n".join((*parts, "</main>"))
    return (
        '<!doctype html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(sheet.title)}</title>\n<style>{_STYLE}</style>\n</head>\n"
        f"<body>\n{body}\n</body>\n</html>\n"
    )


def _head(sheet: Sheet) -> Iterator[str]:
    yield f"<header>{escape(sheet.running)}</header>"
    yield f"<main><h1>{escape(sheet.title)}</h1>"
    yield from (f'<p class="facts">{escape(fact)}</p>' for fact in sheet.facts)


def _blocks(blocks: Iterable[Block]) -> Iterator[str]:
    number = 1
    for block in blocks:
        yield f"<section><h2>{escape(block.heading)}</h2>"
        yield from _lines(block, number)
        number += sum(line.style == "question" for line in block.lines)
        if block.grid:
            yield _grid(block.grid)
        yield "</section>"


def _lines(block: Block, number: int) -> Iterator[str]:
    """Paragraphs and lists: questions are numbered on through the sheet."""
    open_list, in_item = "", False
    for line in block.lines:
        wanted = {"item": "ul", "warning": "ul", "question": "ol"}.get(line.style, "")
        if line.style == "under" and open_list == "ol":
            yield f'<p class="under">{_text(line)}</p>'
            continue
        if in_item:
            yield "</li>"
            in_item = False
        if wanted != open_list:
            yield f"</{open_list}>" if open_list else ""
            start = f' start="{number}"' if wanted == "ol" else ""
            yield f"<{wanted}{start}>" if wanted else ""
            open_list = wanted
        if wanted:
            number += wanted == "ol"
            late = ' class="late"' if line.style == "warning" else ""
            yield f"<li{late}>{_text(line)}"
            in_item = True
        else:
            yield f"<p>{_text(line)}</p>"
    yield f"{'</li>' if in_item else ''}{f'</{open_list}>' if open_list else ''}"


def _text(line: Line) -> str:
    marks = "".join(
        f'<sup><a href="#source-{number}">[{number}]</a></sup>' for number in line.marks
    )
    return f"{escape(line.text)}{marks}"


def _grid(grid: Grid) -> str:
    heads = "".join(f'<th scope="col">{escape(head)}</th>' for head in grid.heads)
    rows = "".join(
        f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in grid.rows
    )
    return f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"


def _sources(sheet: Sheet) -> Iterator[str]:
    yield f'<section class="sources"><h2>{escape(reply("sheet.sources"))}</h2><ul>'
    for source in sheet.sources:
        told = f"{place(source)}: “{source.text}”"
        yield f'<li id="source-{source.number}">{escape(told)}</li>'
    yield "</ul></section>"
