"""The digest is complete: what the document has, standard by standard, it has."""

import re
from collections import Counter
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest

from domain import Strength, time_figures
from ingest.corpus import Corpus

STANDARDS = range(1, 14)
BOTTOM_LINES = {1: 6, 2: 6, 3: 3, 4: 13, 5: 8, 6: 11, 7: 7, 8: 7, 9: 6, 10: 11, 11: 9, 12: 9, 13: 6}
EXPECTATIONS = {
    1: 6, 2: 14, 3: 14, 4: 14, 5: 16, 6: 14, 7: 14, 8: 15, 9: 13, 10: 10, 11: 17, 12: 12, 13: 16,
}  # fmt: skip
OUTSIDE_BULLETS = {"10.e1", "11.e0"}
"""Expectations that the document has as a sentence above its bullets."""

FIGURE = re.compile(
    r"\b(\d+(?:\.\d+)?|one|two|three|four|five|six|seven|eight|nine|ten)[ -]"
    r"(working days?|calendar months?|days?|hours?|weeks?|weekly|months?|monthly|years?)\b"
)


def _names(corpus: Corpus, strength: Strength) -> list[str]:
    prefix = "nct:digest:"
    return [
        s.id.removeprefix(prefix)
        for s in corpus.statements
        if s.id.startswith(prefix) and s.strength is strength
    ]


def _bullets(names: list[str], standard: int, letter: str) -> set[str]:
    """The document's bullets that stand behind ids such as 8.b3.1 and 8.b3.2."""
    pattern = re.compile(rf"{standard}\.{letter}(\d+)")
    return {m[0] for name in names if (m := pattern.match(name))} - OUTSIDE_BULLETS


@pytest.mark.parametrize("standard", STANDARDS)
def test_every_bottom_line_is_there(standard: int, corpus: Corpus) -> None:
    """As many bottom lines as the document has, each a must."""
    found = _bullets(_names(corpus, Strength.MUST), standard, "b")

    assert found == {f"{standard}.b{n}" for n in range(1, BOTTOM_LINES[standard] + 1)}


@pytest.mark.parametrize("standard", STANDARDS)
def test_every_expectation_is_there(standard: int, corpus: Corpus) -> None:
    """As many expectations as the document has, each a should."""
    found = _bullets(_names(corpus, Strength.SHOULD), standard, "e")

    assert len(found) == EXPECTATIONS[standard]


def test_the_counts_are_the_documents_own(documents: Path) -> None:
    """The two tables above are counted in the real document."""
    bottom, expected = _counted((documents / "nct.txt").read_text(encoding="utf-8"))

    assert bottom == BOTTOM_LINES
    expected[4] -= 5  # printed level with the sentence they belong to; here they are nested
    assert expected == EXPECTATIONS


def _counted(text: str) -> tuple[dict[int, int], dict[int, int]]:
    bottom, expected = dict.fromkeys(STANDARDS, 0), dict.fromkeys(STANDARDS, 0)
    standard, counts = 0, expected
    for line in text.splitlines():
        if heading := re.match(r"Practice standard (\d+):", line, re.IGNORECASE):
            standard, counts = int(heading[1]), expected
        elif line.startswith("Our bottom lines"):
            counts = bottom
        elif standard and line.startswith("- "):
            counts[standard] += 1
    return bottom, expected


def test_every_figure_of_the_document_is_in_its_standard(corpus: Corpus, documents: Path) -> None:
    """No amount of time in a standard of the document is missing from its digest."""
    missing = []
    texts = _by_standard((documents / "nct.txt").read_text(encoding="utf-8"))
    for standard, text in texts.items():
        own = [s for s in corpus.statements if s.id.startswith(f"nct:digest:{standard}.")]
        stated = _figures(" ".join(s.quotation for s in own))
        missing += [(standard, figure) for figure in _figures(text) - stated]

    assert not missing


def _by_standard(text: str) -> dict[int, str]:
    parts = re.split(r"Practice standard (\d+):", text, flags=re.IGNORECASE)
    return {int(number): body for number, body in zip(parts[1::2], parts[2::2], strict=True)}


def _figures(text: str) -> set[tuple[str, str]]:
    return {(amount, unit.removesuffix("s")) for amount, unit in FIGURE.findall(text.lower())}


def test_principles_are_tagged(corpus: Corpus) -> None:
    """The introduction's five principles are named on their statements."""
    found = {s.principle for s in corpus.statements if s.id.startswith("nct:digest:i")}

    assert found == {None, "Safety", "Trust", "Relationships", "Collaboration", "Impact"}


def test_a_statement_names_its_standard(corpus: Corpus) -> None:
    """The id, the number and the heading of a statement agree."""
    wrong = [
        s.id
        for s in corpus.statements
        if (m := re.match(r"nct:digest:(\d+)\.", s.id))
        and (s.standard_number != m[1] or not s.section[0].startswith(f"Standard {m[1]}:"))
    ]

    assert not wrong


def test_statements_are_whole_sentences(corpus: Corpus) -> None:
    """Each statement can be quoted: it begins and ends as a sentence does."""
    wrong = [
        s.id for s in corpus.statements if not re.fullmatch(r"[A-Z0-9“\"‘'(].*[.?!:)]", s.text)
    ]

    assert not wrong


STATEMENTS: dict[str, dict[str, int]] = {
    "halton": {"must": 398, "should": 209, "information": 142, "question": 2},
    "leicester": {"must": 109, "should": 442, "information": 254, "question": 12},
    "luton": {"must": 121, "should": 378, "information": 84, "question": 180},
    "nct": {"must": 121, "should": 181, "information": 37},
    "northamptonshire-2020": {"must": 835, "should": 20, "information": 127, "question": 4},
}
"""Statements of each strength: one that goes missing is a duty that nobody is told."""


def test_no_statement_has_gone_missing(framework: str, corpus: Corpus) -> None:
    """As many of each strength as were read beside the document."""
    own = (s for s in corpus.statements if s.source.framework == framework)

    assert Counter(str(s.strength) for s in own) == STATEMENTS[framework]


def test_every_figure_of_each_document_is_in_its_digest(
    framework: str, corpus: Corpus, documents: Path
) -> None:
    """No amount of time that the document gives is missing, but for slips told as faults."""
    text = (documents / f"{framework}.txt").read_text(encoding="utf-8")
    own = " ".join(s.quotation for s in corpus.statements if s.source.framework == framework)

    missing = set(time_figures(text)) - set(time_figures(own))

    assert missing == SLIPS.get(framework, set())


SLIPS = {"halton": {"10 day"}}
"""Figures of a document that are slips of the pen, told in its faults."""


def test_each_numbered_standard_of_northamptonshire_is_there(
    corpus: Corpus, documents: Path
) -> None:
    """Every number that the document prints, from 1.1 to 24.24."""
    text = (documents / "northamptonshire-2020.txt").read_text(encoding="utf-8")
    printed = set(re.findall(r"^\s*(\d{1,2}\.\d{1,2})\s*$", text, re.MULTILINE))

    held = {
        s.standard_number
        for s in corpus.statements
        if s.source.framework == "northamptonshire-2020"
    }

    assert len(printed) > 300
    assert printed - held == set()


WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)?")
RUN = 12


def test_no_sentence_of_a_document_is_copied(corpus_folder: Path, documents: Path) -> None:
    """No run of twelve words of anything in the corpus stands in a document."""
    runs = {
        run
        for path in documents.glob("*.txt")
        for run in _runs(re.sub(r"<[^>]+>", " ", unescape(path.read_text(encoding="utf-8"))))
    }

    copied = [
        (path.name, " ".join(run))
        for path in sorted(corpus_folder.rglob("*.*"))
        for run in _runs(path.read_text(encoding="utf-8"))
        if run in runs
    ]

    assert not copied


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    words = WORD.findall(text.lower().replace("’", "'"))
    return (tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1))
