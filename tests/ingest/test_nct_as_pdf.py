"""A real framework, printed as a PDF with furniture on every page, imports whole."""

import re

import pytest

from domain import Edition, Framework, Strength
from ingest import read_document, statements_of
from tests.support.files import paper

FRAMEWORK = Framework(id="nct", authority="A", document="Practice Standards", version="undated")
CURLY = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "…": "...", "•": "-"})


def words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", text.casefold())


@pytest.fixture(scope="module")
def both(documents, tmp_path_factory):
    """The document's statements as text, and as the PDF printed from it."""
    source = FRAMEWORK.source(Edition.SOURCE)
    text = (documents / "nct.txt").read_text(encoding="utf-8")
    path = tmp_path_factory.mktemp("pdf") / "nct.pdf"
    path.write_bytes(_printed(text))
    as_text, as_pdf = read_document(documents / "nct.txt"), read_document(path)
    return statements_of(as_text, source)[0], statements_of(as_pdf, source)[0], as_pdf


def _printed(text: str) -> bytes:
    made = paper("Children's Trust Practice Standards", "Page {page}")
    for line in text.translate(CURLY).splitlines():
        plain = line.replace("*", "").strip()
        if plain.startswith("Practice"):
            made.add_page()
        if plain:
            heading = plain.startswith(("Practice", "Our bottom lines"))
            size = 14 if plain.startswith("Practice") else 11
            made.say(plain, bold=heading, size=size, indent=3 * (len(line) - len(line.lstrip())))
    return bytes(made.output())


def test_every_bottom_line_comes_through_with_its_page(both):
    """Each must of the text is a must of the PDF, word for word, on a page."""
    as_text, as_pdf, _ = both
    printed = {tuple(words(s.quotation)): s for s in as_pdf if s.strength is Strength.MUST}
    expected = [s for s in as_text if s.strength is Strength.MUST]

    missing = [s.text for s in expected if tuple(words(s.quotation)) not in printed]

    assert len(expected) > 100
    assert missing == []
    assert all(statement.page for statement in printed.values())


def test_the_furniture_of_every_page_is_told_once(both):
    """The running header and the page numbers are in the report and in no statement."""
    _, as_pdf, document = both
    pages = document.pages
    whats = [finding.what for finding in document.findings]

    assert f"running header, on {pages} pages" in whats
    assert f"page number, on {pages} pages" in whats
    assert not [s for s in as_pdf if s.text.startswith("Page ")]
