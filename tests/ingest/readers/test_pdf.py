"""PDF pages become blocks: pages kept, furniture off, broken lines and words joined."""

import pytest

from ingest.blocks import BlockKind, Finding, FindingKind, ReadDocument
from ingest.readers.pdf import read_pdf
from tests.support.files import paper, pdf, raw_pdf

LONG = (
    "The social worker sees the child alone on every visit and writes down what the child said, "
    "in the words that the child used, so that others who read the record can hear the child. "
)


def read(data: bytes) -> ReadDocument:
    return read_pdf(data, "a.pdf")


def texts(document: ReadDocument) -> list[str]:
    return [block.text for block in document.blocks]


def found(document: ReadDocument, what: str) -> list[Finding]:
    return [finding for finding in document.findings if what in finding.what]


def test_each_block_keeps_its_page():
    """A block is on the page where it begins."""
    document = read(pdf("First page.", "\f", "Second page."))

    assert [(block.text, block.place.page) for block in document.blocks] == [
        ("First page.", 1),
        ("Second page.", 2),
    ]
    assert document.pages == 2


def test_broken_lines_of_one_paragraph_are_joined():
    """A paragraph that the page wraps over many lines is one block, word for word."""
    document = read(pdf(LONG * 4, LONG * 3))

    assert texts(document) == [(LONG * 4).strip(), (LONG * 3).strip()]


def test_a_paragraph_that_a_page_break_cuts_is_joined_and_told():
    """A sentence that runs on to the next page is one block on its first page."""
    head, tail = "The review is held before the", "next placement begins."
    document = read(pdf(head, "\f", tail))

    assert texts(document) == [f"{head} {tail}"]
    assert document.blocks[0].place.page == 1
    assert [finding.kind for finding in found(document, "end of a page")] == [FindingKind.MENDED]


def test_running_headers_and_page_numbers_are_left_out_and_told():
    """Headers, footers and page numbers are dropped, each reported once with its pages."""
    pages = [text for n in range(5) for text in (f"Duty number {n} is told here.", "\f")][:-1]
    document = read(pdf(*pages, header="Practice Standards 2026", footer="Page {page} of 5"))

    assert texts(document) == [f"Duty number {n} is told here." for n in range(5)]
    assert {finding.what for finding in document.findings} == {
        "running header, on 5 pages",
        "page number, on 5 pages",
    }
    assert found(document, "header")[0].text == "Practice Standards 2026"


def test_a_heading_that_comes_again_on_many_pages_is_not_furniture():
    """The same heading at the top of every page's text stays: it gives what follows its force."""
    made = paper(footer="{page}")
    for n in range(1, 6):
        made.say("Our bottom lines", size=14, bold=True)
        made.say(f"Duty number {n} is told here.")
        if n < 5:
            made.add_page()
    document = read(bytes(made.output()))

    assert texts(document).count("Our bottom lines") == 5


def test_numbered_headings_in_step_with_the_pages_stay():
    """One standard a page looks like a page number and is none."""
    pages = [text for n in range(1, 7) for text in (f"Practice standard {n}", LONG, "\f")][:-1]
    document = read(pdf(*pages))

    assert [text for text in texts(document) if text != LONG.strip()] == [
        f"Practice standard {n}" for n in range(1, 7)
    ]


def test_larger_and_bold_lines_are_headings():
    """A line in larger or bold type is a heading; the larger, the higher."""
    made = paper()
    made.say("Standard 1", size=18)
    made.say("Bottom lines", bold=True)
    made.say(LONG)
    document = read(bytes(made.output()))

    assert [(block.kind, block.level) for block in document.blocks] == [
        (BlockKind.HEADING, 1),
        (BlockKind.HEADING, 2),
        (BlockKind.PARAGRAPH, 0),
    ]


@pytest.mark.parametrize("bullet", ["•", "-", "–", "·", "o"])
def test_bullets_part_items(bullet):
    """Every line that begins with a bullet is an item; its wrapped lines belong to it."""
    made = paper()
    made.set_font("helvetica", size=11)
    made.core_fonts_encoding = "cp1252"
    made.say("Minimum frequencies are:", gap=0)
    for item in (LONG.strip(), "At least every four weeks."):
        made.say(f"{bullet} {item}", indent=6, gap=0)
    document = read(bytes(made.output()))

    assert [(block.kind, block.text) for block in document.blocks] == [
        (BlockKind.PARAGRAPH, "Minimum frequencies are:"),
        (BlockKind.ITEM, LONG.strip()),
        (BlockKind.ITEM, "At least every four weeks."),
    ]


def test_deeper_bullets_are_deeper_items():
    """A bullet further to the right is an item inside the one above it."""
    made = paper()
    for indent, text in (
        (0, "- Visits:"),
        (8, "- four weeks"),
        (8, "- six weeks"),
        (0, "- Reviews"),
    ):
        made.say(text, indent=indent, gap=0)
    document = read(bytes(made.output()))

    assert [block.level for block in document.blocks] == [0, 1, 1, 0]


def test_table_cells_that_wrap_stand_in_one_row():
    """Cells side by side are cells of a row, each with all of its lines."""
    made = paper()
    made.set_font("helvetica", size=11)
    with made.table() as table:
        for cells in (
            ("Visit", "How often"),
            (
                "Visits to foster carers by the worker who supervises them, at their home",
                "Once in every 20 working days, more often where the review says so",
            ),
        ):
            row = table.row()
            for cell in cells:
                row.cell(cell)
    document = read(bytes(made.output()))

    assert [
        tuple(" ".join(block.text for block in cell) for cell in row.cells)
        for row in document.blocks
    ] == [
        ("Visit", "How often"),
        (
            "Visits to foster carers by the worker who supervises them, at their home",
            "Once in every 20 working days, more often where the review says so",
        ),
    ]


def test_two_columns_are_read_one_after_the_other():
    """A page in two columns is not a table."""
    made = paper()
    made.set_font("helvetica", size=11)
    for x, first in ((25, "Left"), (110, "Right")):
        made.set_y(40)
        for n in range(12):
            made.set_x(x)
            made.multi_cell(75, 6, f"{first} {n} is done in time.", new_y="NEXT")
            made.ln(6)
    document = read(bytes(made.output()))

    assert texts(document) == [
        f"{side} {n} is done in time." for side in ("Left", "Right") for n in range(12)
    ]


def drawn(*lines: bytes, before: bytes = b"", after: bytes = b"") -> bytes:
    """Draw lines of 11 points at the left margin."""
    shows = b"".join(
        b"1 0 0 1 72 %d Tm (%s) Tj " % (760 - 14 * at, x) for at, x in enumerate(lines)
    )
    return before + b" BT /F1 11 Tf " + shows + b" ET " + after


def test_invisible_text_is_left_out_and_told():
    """Text that the page does not paint is in the report and in no block."""
    page = drawn(b"Seen by all.", after=b" BT 3 Tr /F1 11 Tf 72 600 Td (Not seen) Tj ET")
    document = read(raw_pdf(page))

    assert texts(document) == ["Seen by all."]
    assert [finding.text for finding in found(document, "invisible")] == ["Not seen"]


def test_a_page_that_is_all_invisible_text_is_ocr():
    """A scan with a text layer is read, and the reader is told to compare."""
    document = read(raw_pdf(drawn(b"Read by machine.", before=b"3 Tr")))

    assert texts(document) == ["Read by machine."]
    assert found(document, "OCR laid over")


def test_white_text_is_kept_and_told():
    """White text may be a banner's heading or hidden: it is kept and reported."""
    document = read(raw_pdf(drawn(b"A white line.", before=b"1 1 1 rg")))

    assert texts(document) == ["A white line."]
    assert [finding.text for finding in found(document, "white")] == ["A white line."]


def test_a_page_without_text_among_others_is_told():
    """A page that is only a picture is reported with its number."""
    document = read(raw_pdf(drawn(b"Words."), b"0 0 10 10 re f"))

    assert [finding.place.page for finding in found(document, "page without text")] == [2]


def test_text_that_the_file_marks_as_furniture_is_left_out():
    """A tagged file's own headers and footers need not repeat to be known."""
    mark = b"/Artifact <</Type /Pagination>> BDC BT /F1 9 Tf 72 400 Td (Draft) Tj ET EMC"
    document = read(raw_pdf(drawn(b"Words.", after=mark)))

    assert texts(document) == ["Words."]
    assert [finding.text for finding in document.findings] == ["Draft"]


def test_a_word_cut_by_the_line_is_mended_and_told():
    """A hyphen at a line's end goes where the halves are no words of their own."""
    document = read(raw_pdf(drawn(b"The worker writes the assess-", b"ment in ten days.")))

    assert texts(document) == ["The worker writes the assessment in ten days."]
    assert [finding.text for finding in found(document, "word cut")] == ["assessment"]
