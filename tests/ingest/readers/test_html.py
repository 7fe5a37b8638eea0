"""HTML becomes blocks; what the page does not show is reported."""

import pytest

from domain import DocumentRefused
from ingest.blocks import BlockKind, ReadDocument
from ingest.readers.html import read_html


def read(body: str) -> ReadDocument:
    return read_html(f"<!doctype html><body>{body}</body>".encode(), "a.html")


def shapes(document: ReadDocument) -> list[tuple[str, int, str]]:
    return [(block.kind.value, block.level, block.text) for block in document.blocks]


def test_headings_nested_lists_and_loose_words():
    """Lists keep their depth; words between blocks are paragraphs; a bold line is a heading."""
    document = read(
        "<h1>Standard 1</h1><p><strong>Bottom lines</strong></p>"
        "<ul><li>Visits are:<ul><li>weekly<li><p>monthly</p></ul><li>Reviews</ul>"
        "loose <i>words</i><br>1.2 The visit is written up."
    )

    assert shapes(document) == [
        ("heading", 1, "Standard 1"),
        ("heading", 2, "Bottom lines"),
        ("item", 0, "Visits are:"),
        ("item", 1, "weekly"),
        ("item", 1, "monthly"),
        ("item", 0, "Reviews"),
        ("paragraph", 0, "loose words"),
        ("paragraph", 0, "The visit is written up."),
    ]
    assert document.blocks[-1].number == "1.2"


def test_tables_with_lists_and_merged_cells():
    """A cell that spans others comes once, and its list is items."""
    document = read(
        "<table><tr><th>Principle<th colspan=2>Duty</tr>"
        "<tr><td rowspan=2>Trust<td><ul><li>call<li>visit</ul><td>x</tr><tr><td>y<td>z</tr></table>"
    )

    assert [[[inner.text for inner in cell] for cell in row.cells] for row in document.blocks] == [
        [["Principle"], ["Duty"], []],
        [["Trust"], ["call", "visit"], ["x"]],
        [[], ["y"], ["z"]],
    ]
    assert {inner.kind for inner in document.blocks[1].cells[1]} == {BlockKind.ITEM}


def test_a_layout_table_and_a_glossary():
    """A table of one column is a frame; a definition list is rows of term and meaning."""
    document = read(
        "<table><tr><td><p>Framed.</p></tr></table>"
        "<dl><dt>ICPC<dd>initial child protection conference</dl>"
    )

    assert document.blocks[0].text == "Framed."
    assert [[inner.text for inner in cell] for cell in document.blocks[1].cells] == [
        ["ICPC"],
        ["initial child protection conference"],
    ]


@pytest.mark.parametrize(
    ("markup", "what"),
    [
        ("<nav>Gone</nav>", "navigation"),
        ("<footer>Gone</footer>", "page footer"),
        ("<p hidden>Gone</p>", "hidden text"),
        ('<span style="display: none">Gone</span>', "hidden text"),
        ('<p style="font-size:0">Gone</p>', "hidden text"),
        ('<p style="color: #fff">Gone</p>', "hidden text"),
        ("<del>Gone</del>", "text struck through"),
        ('<img alt="Gone">', "picture"),
    ],
)
def test_what_the_page_does_not_show_is_told(markup, what):
    """Words that are not shown are in no block, and in the report with their reason."""
    document = read(f"<p>Seen.</p>{markup}")

    assert [block.text for block in document.blocks] == ["Seen."]
    assert [(finding.what, finding.text) for finding in document.findings] == [(what, "Gone")]


def test_white_words_on_a_coloured_ground_are_read():
    """White on a ground of its own can be seen."""
    document = read('<div style="background: navy"><p style="color: white">Seen.</p></div>')

    assert shapes(document) == [("paragraph", 0, "Seen.")]


def test_scripts_and_comments_are_counted():
    """What holds no words is told by its number."""
    document = read("<p>Seen.</p><script>let a</script><script>let b</script><!-- c -->")

    assert {finding.what for finding in document.findings} == {"script, 2 times", "comment"}


def test_a_page_of_endless_depth_does_no_harm():
    """Elements thousands deep are read or refused, never an accident."""
    try:
        document = read("<div>" * 5_000 + "Deep." + "</div>" * 5_000)
    except DocumentRefused:
        return

    assert "Deep." in [block.text for block in document.blocks]
