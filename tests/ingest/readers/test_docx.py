"""Word documents become blocks; all that stands outside the text is reported."""

from collections.abc import Callable

from docx.document import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import RGBColor

from ingest.blocks import Block, BlockKind, ReadDocument
from ingest.readers.docx import read_docx
from tests.support.files import docx_of


def read(fill: Callable[[Document], None]) -> ReadDocument:
    return read_docx(docx_of(fill), "a.docx")


def shapes(document: ReadDocument) -> list[tuple[str, int, str]]:
    return [(block.kind.value, block.level, block.text) for block in document.blocks]


def left_out(document: ReadDocument) -> list[tuple[str, str]]:
    return [(finding.what, finding.text) for finding in document.findings]


def test_headings_lists_and_paragraphs_keep_their_kind_and_level():
    """Styles say what is a heading and what is an item, and how deep."""

    def fill(document):
        document.add_heading("Standard 1", 1)
        document.add_heading("Bottom lines", 2)
        document.add_paragraph("Minimum frequencies are:")
        document.add_paragraph("Children in need", style="List Bullet")
        document.add_paragraph("Every four weeks", style="List Bullet 2")
        document.add_paragraph("Then this", style="List Number")

    assert shapes(read(fill)) == [
        ("heading", 1, "Standard 1"),
        ("heading", 2, "Bottom lines"),
        ("paragraph", 0, "Minimum frequencies are:"),
        ("item", 0, "Children in need"),
        ("item", 1, "Every four weeks"),
        ("item", 0, "Then this"),
    ]


def test_a_short_bold_paragraph_heads_what_follows():
    """A heading made by hand stands below the last heading that has a style."""

    def fill(document):
        document.add_heading("Standard 1", 1)
        document.add_paragraph().add_run("Our bottom lines").bold = True
        mixed = document.add_paragraph("We visit ")
        mixed.add_run("every week").bold = True

    assert shapes(read(fill)) == [
        ("heading", 1, "Standard 1"),
        ("heading", 2, "Our bottom lines"),
        ("paragraph", 0, "We visit every week"),
    ]


def test_typed_bullets_and_numbers_are_found():
    """Bullets and numbers that were typed, also after line breaks, part their paragraphs."""

    def fill(document):
        document.add_paragraph("• See the child\n• Write it up")
        document.add_paragraph("1.2\tThe visit is <written> up.")

    assert [(block.kind, block.text, block.number) for block in read(fill).blocks] == [
        (BlockKind.ITEM, "See the child", None),
        (BlockKind.ITEM, "Write it up", None),
        (BlockKind.PARAGRAPH, "The visit is <written> up.", "1.2"),
    ]


NUMBERING = """<w:abstractNum {ns} w:abstractNumId="77">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl>
</w:abstractNum>"""


def test_automatic_numbers_are_counted_as_word_counts_them():
    """A numbered standard has the number that Word prints, begun anew under each heading."""

    def fill(document):
        numbering = document.part.numbering_part.element
        numbering.insert(0, parse_xml(NUMBERING.format(ns=nsdecls("w"))))
        numbering.append(
            parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>')
        )
        for level, text in ((0, "Visits"), (1, "One"), (1, "Two"), (0, "Plans"), (1, "Three")):
            paragraph = document.add_paragraph(text)
            numbered = paragraph._p.get_or_add_pPr().get_or_add_numPr()
            numbered.get_or_add_numId().val = 77
            numbered.get_or_add_ilvl().val = level

    assert [(block.text, block.number) for block in read(fill).blocks] == [
        ("Visits", None),
        ("One", "1.1"),
        ("Two", "1.2"),
        ("Plans", None),
        ("Three", "2.1"),
    ]


def test_table_cells_are_blocks_and_merged_cells_come_once():
    """A row keeps its cells' own blocks; the places that a merged cell covers are empty."""

    def fill(document):
        table = document.add_table(rows=3, cols=3)
        for row in range(3):
            for column in range(3):
                table.cell(row, column).text = f"r{row}c{column}"
        table.cell(0, 1).merge(table.cell(0, 2)).text = "wide"
        table.cell(1, 0).merge(table.cell(2, 0)).text = "tall"
        table.cell(2, 2).text = ""
        table.cell(2, 2).add_paragraph("a duty", style="List Bullet")

    rows = read(fill).blocks

    assert [[[block.text for block in cell] for cell in row.cells] for row in rows] == [
        [["r0c0"], ["wide"], []],
        [["tall"], ["r1c1"], ["r1c2"]],
        [[], ["r2c1"], ["a duty"]],
    ]
    assert rows[2].cells[2][0].kind is BlockKind.ITEM


def test_a_table_of_one_column_is_a_frame():
    """A box around text is no table."""

    def fill(document):
        document.add_table(rows=1, cols=1).cell(0, 0).text = "Boxed words."

    assert read(fill).blocks == (Block(kind=BlockKind.PARAGRAPH, text="Boxed words."),)


def test_hidden_white_and_deleted_words_are_reported_not_read():
    """Words that the page does not show are in the report, each with its reason."""

    def fill(document):
        paragraph = document.add_paragraph("Seen. ")
        paragraph.add_run("Hidden words. ").font.hidden = True
        paragraph.add_run("White words. ").font.color.rgb = RGBColor(255, 255, 255)
        deleted = OxmlElement("w:del")
        run = OxmlElement("w:r")
        text = OxmlElement("w:delText")
        text.text = "Struck words."
        run.append(text)
        deleted.append(run)
        paragraph._p.append(deleted)

    document = read(fill)

    assert shapes(document) == [("paragraph", 0, "Seen.")]
    assert left_out(document) == [
        ("hidden text", "Hidden words. White words."),
        ("text deleted with changes tracked", "Struck words."),
    ]


def test_white_words_on_a_coloured_ground_are_read():
    """A table heading in white on blue is seen, and so it is read."""

    def fill(document):
        table = document.add_table(rows=1, cols=2)
        for at, text in enumerate(("Principle", "Duty")):
            cell = table.cell(0, at)
            cell.paragraphs[0].add_run(text).font.color.rgb = RGBColor(255, 255, 255)
            shade = parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:fill="1F3864"/>')
            cell._tc.get_or_add_tcPr().append(shade)

    document = read(fill)

    assert [[block.text for block in cell] for cell in document.blocks[0].cells] == [
        ["Principle"],
        ["Duty"],
    ]
    assert document.findings == ()


def test_inserted_words_and_content_controls_are_read():
    """Words in tracked insertions and in content controls are on the page, so they are read."""

    def fill(document):
        inserted = OxmlElement("w:ins")
        inserted.append(document.add_paragraph("x").add_run("Inserted words.")._r)
        document.paragraphs[0]._p.append(inserted)
        control = parse_xml(
            f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p><w:r><w:t>Controlled words.</w:t></w:r>"
            "</w:p></w:sdtContent></w:sdt>"
        )
        document.element.body.insert(1, control)

    assert shapes(read(fill)) == [
        ("paragraph", 0, "xInserted words."),
        ("paragraph", 0, "Controlled words."),
    ]


def test_headers_contents_and_text_boxes_are_told():
    """Running headers and contents lines are left out with a finding; text boxes are read."""

    def fill(document):
        document.sections[0].header.paragraphs[0].text = "Practice Standards 2026"
        style = document.styles.add_style("toc 1", 1)
        document.add_paragraph("Visits\t4", style=style)
        paragraph = document.add_paragraph("Body.")
        box = parse_xml(
            f"<w:pict {nsdecls('w')}><w:txbxContent><w:p><w:r><w:t>Boxed duty.</w:t></w:r></w:p>"
            "</w:txbxContent></w:pict>"
        )
        paragraph.add_run()._r.append(box)
        assert paragraph._p.find(qn("w:r")) is not None

    document = read(fill)

    assert [block.text for block in document.blocks] == ["Body.", "Boxed duty."]
    assert left_out(document) == [
        ("text box, read after the paragraph that it hangs on", "Boxed duty."),
        ("table of contents", "Visits 4"),
        ("running header", "Practice Standards 2026"),
    ]
