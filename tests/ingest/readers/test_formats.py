"""What is read and what is refused: by content, with a reason and a way out."""

import io
import zipfile

import pytest

from domain import (
    DocumentDamaged,
    DocumentEncrypted,
    DocumentHasNoText,
    DocumentRefused,
    DocumentTooLarge,
    DocumentUnsafe,
    UnsupportedFormat,
)
from ingest import read_document
from ingest.readers.formats import Format, format_of
from ingest.readers.safety import read_bounded
from tests.support.files import (
    archive,
    bomb_pdf,
    docx_of,
    encrypted_pdf,
    pdf,
    raw_pdf,
    with_part,
)

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
WORD = docx_of(lambda document: document.add_paragraph("We visit every ten days."))
MACRO_TYPES = (
    b'<?xml version="1.0"?><Types '
    b'xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    b'<Default Extension="rels" '
    b'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    b'<Default Extension="xml" ContentType="application/xml"/><Override '
    b'PartName="/word/document.xml" '
    b'ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>'
)


def zip_bomb() -> bytes:
    return with_part(WORD, "word/media/image1.emf", b"\0" * 40_000_000)


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.pdf", pdf("Words."), Format.PDF),
        ("a.txt", pdf("Words."), Format.PDF),
        ("a.docx", WORD, Format.DOCX),
        ("a.bin", WORD, Format.DOCX),
        ("a.md", b"# Standard 1\n", Format.MARKDOWN),
        ("a.html", b"<p>Words</p>", Format.HTML),
        ("a.txt", b"<!DOCTYPE html><p>Words</p>", Format.HTML),
        ("a.txt", b"- a bullet\n", Format.TEXT),
        ("a.txt", "Words".encode("utf-16"), Format.TEXT),
        ("a", b"Words", Format.TEXT),
    ],
)
def test_the_content_chooses_the_reader(name, data, expected):
    """The content chooses the reader; the suffix only chooses among kinds of text."""
    assert format_of(data, name) is expected


@pytest.mark.parametrize(
    ("name", "data", "error", "told"),
    [
        ("a.pdf", b"These are only words.", UnsupportedFormat, "not a PDF"),
        ("a.docx", b"These are only words.", UnsupportedFormat, "not a Word document"),
        ("a.pdf", pdf("Words.")[:-400], DocumentDamaged, "cut off"),
        ("a.pdf", b"%PDF-1.7\n garbage \n%%EOF", DocumentDamaged, "broken"),
        ("a.pdf", encrypted_pdf("secret"), DocumentEncrypted, "password"),
        ("a.pdf", raw_pdf(b"0 0 10 10 re f"), DocumentHasNoText, "OCR"),
        ("a.pdf", bomb_pdf(40), DocumentUnsafe, "far more"),
        ("a.docm", with_part(WORD, "word/vbaProject.bin", b"x"), DocumentUnsafe, "macros"),
        (
            "a.docx",
            with_part(WORD, "[Content_Types].xml", MACRO_TYPES),
            DocumentUnsafe,
            "macros",
        ),
        ("a.docx", zip_bomb(), DocumentUnsafe, "far more"),
        (
            "a.docx",
            with_part(WORD, "word/extra.xml", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"),
            DocumentUnsafe,
            "entities",
        ),
        ("a.docx", WORD[:-300], DocumentDamaged, "truncated"),
        ("a.docx", with_part(WORD, "word/document.xml", b"<w:doc"), DocumentDamaged, "broken"),
        ("a.docx", docx_of(lambda _: None), DocumentHasNoText, "no text"),
        ("a.zip", archive(a=b"words"), UnsupportedFormat, "archive"),
        ("a.doc", OLE + b"\0" * 600, UnsupportedFormat, "old Word"),
        (
            "a.docx",
            OLE + "EncryptedPackage".encode("utf-16-le"),
            DocumentEncrypted,
            "password",
        ),
        ("a.rtf", rb"{\rtf1 words}", UnsupportedFormat, "RTF"),
        ("a.txt", bytes(range(256)) * 20, UnsupportedFormat, "text"),
        ("a.txt", b"", DocumentHasNoText, "empty"),
        ("a.md", b" \n\n", DocumentHasNoText, "empty"),
        ("a.html", b"<html><script>let a</script></html>", DocumentHasNoText, "no text"),
        ("a.md", b"---\ntitle: x\n---\n", DocumentHasNoText, "no text"),
    ],
)
def test_a_bad_file_is_refused_with_its_reason(tmp_path, name, data, error, told):
    """Every bad file is refused by its own kind of error, which says why and what to do."""
    path = tmp_path / name
    path.write_bytes(data)

    with pytest.raises(DocumentRefused) as refused:
        read_document(path)

    assert type(refused.value) is error
    assert told in str(refused.value)
    assert "unchanged" in str(refused.value)


def test_a_file_over_the_limit_is_not_read(tmp_path):
    """A file of 100 MB is refused by its size, before a byte is read."""
    path = tmp_path / "a.pdf"
    with path.open("wb") as file:
        file.truncate(100_000_000)

    with pytest.raises(DocumentTooLarge, match="64 MiB"):
        read_document(path)


@pytest.mark.parametrize("name", ["missing.pdf", "."])
def test_what_is_not_a_file_is_refused(tmp_path, name):
    """A path with no file, or a folder, is refused with a plain sentence."""
    with pytest.raises(DocumentRefused, match="file"):
        read_bounded(tmp_path / name)


def test_an_archive_whose_declared_size_lies_is_refused(tmp_path):
    """A part that unpacks to other than it declares is found by unpacking it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("word/document.xml", b"\0" * 500_000)
    data = bytearray(out.getvalue())
    honest = (500_000).to_bytes(4, "little")
    while (at := data.find(honest)) >= 0:
        data[at : at + 4] = (10).to_bytes(4, "little")
    path = tmp_path / "a.docx"
    path.write_bytes(bytes(data))

    with pytest.raises(DocumentDamaged):
        read_document(path)


def test_a_pdf_that_an_empty_password_opens_is_read(tmp_path):
    """A PDF that is encrypted only against changes opens without a password."""
    path = tmp_path / "a.pdf"
    path.write_bytes(encrypted_pdf(""))

    assert [block.text for block in read_document(path).blocks] == ["We visit every ten days."]
