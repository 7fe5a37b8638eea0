"""A sheet as a Word document: real styles, a header on every page, sources that marks lead to.

Word's own endnotes are not used: python-docx cannot write them, and an endnote is one note for one
place, where a sheet leads to one source from many. The sources stand numbered at the end, each
under a bookmark, and every [n] in the text is a link to it.
"""

import io
from typing import Any

from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from api.console import place
from api.sheets import Block, Grid, Line, Sheet
from prompts import reply

DOCX_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

_STYLES = {
    "plain": "Normal",
    "item": "List Bullet",
    "warning": "List Bullet",
    "under": "List Continue",
}
_FONT = "Calibri"
_WIDTHS = (8.6, 3.2, 3.2, 2.4)
"""Of the columns of the actions table, in centimetres: what is to be done needs the room."""


def as_docx(sheet: Sheet) -> bytes:
    """The sheet as the bytes of a .docx file; the same sheet gives the same document."""
    document = Document()
    _set_up(document, sheet)
    document.add_paragraph(sheet.title, style="Title")
    for fact in sheet.facts:
        document.add_paragraph(fact, style="Subtitle")
    number = 0
    for block in sheet.blocks:
        number = _add_block(document, block, number)
    _begin_page(document.add_heading(reply("sheet.sources"), level=1))
    _add_sources(document, sheet)
    for block in sheet.asides:
        _add_block(document, block, number)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _set_up(document: Any, sheet: Sheet) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(1.8)
    section.top_margin = section.bottom_margin = Cm(1.3)
    section.header_distance = section.footer_distance = Cm(0.7)
    section.header.paragraphs[0].text = sheet.running
    document.core_properties.title = sheet.title
    document.core_properties.author = ""
    document.core_properties.language = "en-GB"
    sizes = {"Normal": 9.5, "Title": 16, "Subtitle": 9.5, "Heading 1": 11, "Header": 8}
    for name, size in sizes.items():
        style = document.styles[name]
        style.font.name, style.font.size = _FONT, Pt(size)
        style.font.color.rgb = RGBColor(0x14, 0x18, 0x1D)
        style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), _FONT)
        style.paragraph_format.space_after = Pt(1.5)
        style.paragraph_format.line_spacing = 1.0
    subtitle = document.styles["Subtitle"]
    subtitle.font.italic = False
    for spaced in subtitle.element.get_or_add_rPr().findall(qn("w:spacing")):
        spaced.getparent().remove(spaced)
    for name in ("List Bullet", "List Continue", "List Paragraph"):
        document.styles[name].paragraph_format.space_after = Pt(1.5)
    document.styles["Heading 1"].paragraph_format.space_before = Pt(5)


def _add_block(document: Any, block: Block, number: int) -> int:
    """Add a block; returns how many questions have been numbered by then."""
    document.add_heading(block.heading, level=1)
    for line in block.lines:
        number += line.style == "question"
        _add_line(document, line, number)
    if block.grid:
        _add_grid(document, block.grid)
    return number


def _add_line(document: Any, line: Line, number: int) -> None:
    if line.style == "question":
        # A number of our own: Word would begin again, or go on, as its lists see fit.
        paragraph = document.add_paragraph(style="List Paragraph")
        paragraph.paragraph_format.left_indent = Cm(0.9)
        paragraph.paragraph_format.first_line_indent = Cm(-0.9)
        paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(0.9))
        paragraph.add_run(f"{number}.\t{line.text}")
    else:
        paragraph = document.add_paragraph(style=_STYLES[line.style])
        paragraph.add_run(line.text).bold = line.style == "warning"
    for mark in line.marks:
        _add_mark(paragraph, mark)


def _add_mark(paragraph: Paragraph, number: int) -> None:
    """A link [n] to the source of that number."""
    paragraph.add_run(" ")
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), f"source_{number}")
    link.set(qn("w:history"), "1")
    run = paragraph.add_run(f"[{number}]")
    run.font.size = Pt(8.5)
    link.append(run._r)
    paragraph._p.append(link)


def _add_grid(document: Any, grid: Grid) -> None:
    table = document.add_table(rows=1, cols=len(grid.heads), style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    for column, width in zip(table.columns, _WIDTHS, strict=True):
        column.width = Cm(width)
    for cell, head in zip(table.rows[0].cells, grid.heads, strict=True):
        cell.paragraphs[0].add_run(head).bold = True
    repeated = OxmlElement("w:tblHeader")
    repeated.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(repeated)
    for row in grid.rows:
        added = table.add_row()
        for cell, width in zip(added.cells, _WIDTHS, strict=True):
            cell.width = Cm(width)
        if not any(row):
            added.height = Cm(0.7)
        for cell, text in zip(added.cells, row, strict=True):
            cell.text = text


def _begin_page(heading: Paragraph) -> None:
    """Have a heading begin a page, so that what is handed out is one by itself."""
    heading.paragraph_format.page_break_before = True


def _add_sources(document: Any, sheet: Sheet) -> None:
    for source in sheet.sources:
        paragraph = document.add_paragraph()
        _bookmark(paragraph, source.number)
        run = paragraph.add_run(f"{place(source)}: “{source.text}”")
        run.font.size = Pt(8.5)
        paragraph.paragraph_format.space_after = Pt(2)


def _bookmark(paragraph: Paragraph, number: int) -> None:
    for name in ("w:bookmarkStart", "w:bookmarkEnd"):
        mark = OxmlElement(name)
        mark.set(qn("w:id"), str(number))
        if name == "w:bookmarkStart":
            mark.set(qn("w:name"), f"source_{number}")
        paragraph._p.append(mark)
