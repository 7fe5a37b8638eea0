"""Lines of plain text become blocks."""

from typing import Any

import pytest

from domain import DocumentDamaged, DocumentHasNoText
from ingest.blocks import BlockKind, FindingKind
from ingest.readers.text import read_text


def blocks(text: str) -> list[Any]:
    """Kind, level, number and words of each block; a row's cells as lists of words."""
    read = read_text(text.encode(), "a.txt").blocks
    return [
        [[inner.text for inner in cell] for cell in block.cells]
        if block.kind is BlockKind.ROW
        else (str(block.kind), block.level, block.number, block.text)
        for block in read
    ]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("- Write it up.", "Write it up."),
        ("• Write it up.", "Write it up."),
        ("·Write it up.", "Write it up."),
        ("- •Write it up.", "Write it up."),
        ("* **Write** it up.", "Write it up."),
        ("▪\tWrite it   up.", "Write it up."),
    ],
)
def test_a_bullet_is_an_item_without_its_marker(line, words):
    """Whatever glyph stands for the bullet, the item is the words after it."""
    assert blocks(line) == [("item", 0, None, words)]


def test_a_deeper_bullet_is_a_deeper_item():
    """One space before the marker is one level."""
    assert [(kind, level) for kind, level, _, _ in blocks("- Visits:\n - Weekly")] == [
        ("item", 0),
        ("item", 1),
    ]


def test_bullets_run_together_on_one_line_are_items():
    """Each inline bullet begins an item; words before the first are a paragraph."""
    assert blocks("We visit: • every week • when asked") == [
        ("paragraph", 0, None, "We visit:"),
        ("item", 0, None, "every week"),
        ("item", 0, None, "when asked"),
    ]


def test_a_bullet_inside_brackets_is_no_bullet():
    """A stray bullet in an open bracket is taken off and parts nothing."""
    assert blocks("• We use research (on harm, • neglect) in it • We cite it") == [
        ("item", 0, None, "We use research (on harm, neglect) in it"),
        ("item", 0, None, "We cite it"),
    ]


def test_a_printed_number_stands_for_the_words_under_it():
    """A number alone on its line numbers its paragraph and its list, and no heading after."""
    text = "\t1.1\n\tI visit:\n· alone;\n· often.\n\n\t1.2\n\n\tI write it up.\n\n\n\n\nNext part\n"
    assert blocks(text) == [
        ("paragraph", 0, "1.1", "I visit:"),
        ("item", 0, "1.1", "alone;"),
        ("item", 0, "1.1", "often."),
        ("paragraph", 0, "1.2", "I write it up."),
        ("paragraph", 0, None, "Next part"),
    ]


def test_a_number_may_lead_its_words():
    """A number and its words on one line are the same."""
    assert blocks("1.1 I visit.") == [("paragraph", 0, "1.1", "I visit.")]


def test_lines_of_a_page_are_joined_into_their_paragraph():
    """In a text that wraps, a full line goes on, and a short one ends its paragraph."""
    text = (
        "We write every visit up within three working days of it, and\n"
        "Managers read what was written before they next meet the worker,\n"
        "so that nothing is lost.\n"
        "- We say what we will do, by when we will do it, and to whom we\n"
        "will report it when it is done.\n"
        "- We do it.\n"
    )
    assert [words for _, _, _, words in blocks(text)] == [
        "We write every visit up within three working days of it, and Managers read what was "
        "written before they next meet the worker, so that nothing is lost.",
        "We say what we will do, by when we will do it, and to whom we will report it when it "
        "is done.",
        "We do it.",
    ]


def test_html_in_a_cell_becomes_items_and_paragraphs():
    """List items, paragraphs and line breaks in a cell each come out by themselves."""
    line = "Safety\t<ul><li>Visit.</li><li>Write &amp; sign.</li></ul><p>Also</p>\tNote<br>More"
    assert blocks(line) == [[["Safety"], ["Visit.", "Write & sign.", "Also"], ["Note", "More"]]]


def test_a_tab_before_each_cell_makes_rows():
    """Cells on lines of their own are a table, as wide as its first row."""
    text = (
        "\tTheme\n\tGood\n\tPoor\n\n"
        "\tSeeing\n\tThe child is seen alone.\n\n\tThe child is not seen.\n\n"
    )
    assert blocks(text) == [
        [["Theme"], ["Good"], ["Poor"]],
        [["Seeing"], ["The child is seen alone."], ["The child is not seen."]],
    ]


def test_a_contents_bookmark_marks_a_heading():
    """A short line that a word processor bookmarked for its contents is a heading."""
    assert blocks("[bookmark: _Toc1]Home visits\n") == [("heading", 1, None, "Home visits")]


def test_marks_are_taken_off_and_the_words_stay():
    """Bold, italic, links, footnote marks and bookmarks go; every word stays."""
    text = "[bookmark: x]We **always** see *the child*, per [policy](#).¹"
    assert blocks(text) == [("paragraph", 0, None, "We always see the child, per policy.")]


def test_a_picture_is_left_out_with_a_finding():
    """A picture's mark is no statement, and is told."""
    (finding,) = read_text(b"[image: crest]\n\nWords.", "a.txt").findings
    assert (finding.kind, finding.what, finding.text) == (
        FindingKind.LEFT_OUT,
        "picture",
        "image: crest",
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_text_is_read_without_a_word_about_it(encoding):
    """The usual encodings are told from the bytes."""
    read = read_text("The child’s plan".encode(encoding), "a.txt")
    assert (read.blocks[0].text, read.findings) == ("The child’s plan", ())


def test_a_guessed_encoding_is_reported():
    """Bytes that are not UTF-8 are read as Windows-1252, and the report says so."""
    read = read_text("The child’s plan".encode("cp1252"), "a.txt")
    assert read.blocks[0].text == "The child’s plan"
    assert "Windows-1252" in read.findings[0].what


@pytest.mark.parametrize(
    ("data", "error"), [(b" \n\t", DocumentHasNoText), (b"\xff\0\x81", DocumentDamaged)]
)
def test_what_is_no_text_is_refused(data, error):
    """An empty file and binary bytes each get their own error."""
    with pytest.raises(error):
        read_text(data, "a.txt")
