"""Markdown becomes blocks with line numbers."""

from ingest.blocks import BlockKind, ReadDocument
from ingest.readers.markdown import read_markdown

SAMPLE = """---
title: Practice standards
---
# Standard 1

Some *plain*
words.

**Bottom lines**

- Minimum frequencies are:
  - children in need

    a second paragraph
- Reviews <!-- ask Ann --> ~~monthly~~ in time

| Who | How often |
|-----|-----------|
| Foster carers | <ul><li>visit</li><li>call</li></ul> |

• typed one
• typed two

1.2 The visit is written up.

<div><p>Raw <b>words</b></p></div>

![A chart](a.png)

[ref]: http://example.org "Guide"
"""


def read() -> ReadDocument:
    return read_markdown(SAMPLE.encode(), "a.md")


def test_marks_give_kinds_levels_and_lines():
    """Headings, nested items, typed bullets and numbers each keep their line."""
    blocks = [
        (block.place.line, block.kind.value, block.level, block.number, block.text)
        for block in read().blocks
        if block.kind is not BlockKind.ROW
    ]

    assert blocks == [
        (4, "heading", 1, None, "Standard 1"),
        (6, "paragraph", 0, None, "Some plain words."),
        (9, "heading", 2, None, "Bottom lines"),
        (11, "item", 0, None, "Minimum frequencies are:"),
        (12, "item", 1, None, "children in need"),
        (14, "paragraph", 0, None, "a second paragraph"),
        (15, "item", 0, None, "Reviews in time"),
        (21, "item", 0, None, "typed one"),
        (21, "item", 0, None, "typed two"),
        (24, "paragraph", 0, "1.2", "The visit is written up."),
        (26, "paragraph", 0, None, "Raw words"),
    ]


def test_tables_keep_lists_inside_their_cells():
    """A cell's HTML list is items."""
    rows = [block for block in read().blocks if block.kind is BlockKind.ROW]

    assert [[[inner.text for inner in cell] for cell in row.cells] for row in rows] == [
        [["Who"], ["How often"]],
        [["Foster carers"], ["visit", "call"]],
    ]
    assert rows[1].place.line == 19


def test_what_is_not_text_is_told():
    """Front matter, comments, struck words, pictures and link targets are in the report."""
    assert [(finding.what, finding.text) for finding in read().findings] == [
        ("front matter", "title: Practice standards"),
        ("comment", "ask Ann"),
        ("text struck through", "monthly"),
        ("picture", "A chart"),
        ("link definition", "REF http://example.org Guide"),
    ]
