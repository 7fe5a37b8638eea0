"""Small files that the tests make themselves, each as its bytes."""

import io
import zipfile
import zlib
from collections.abc import Callable, Sequence

import docx
from docx.document import Document
from fpdf import FPDF
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, NameObject


class Paper(FPDF):
    """A4 with a running header and page numbers, where they are wanted."""

    header_text = ""
    footer_text = ""

    def header(self) -> None:
        if self.header_text:
            self.set_y(8)
            self.set_font("helvetica", size=8)
            self.cell(0, 5, self.header_text, align="R")
            self.set_y(30)

    def footer(self) -> None:
        if self.footer_text:
            self.set_y(-12)
            self.set_font("helvetica", size=8)
            self.cell(0, 5, self.footer_text.format(page=self.page_no()), align="C")

    def say(
        self,
        text: str,
        *,
        size: float = 11.0,
        bold: bool = False,
        indent: float = 0.0,
        gap: float = 3.0,
    ) -> None:
        """Print one paragraph, wrapped as a word processor wraps it."""
        self.set_font("helvetica", "B" if bold else "", size)
        self.set_x(self.l_margin + indent)
        self.multi_cell(0, size * 0.5, text, align="L", new_x="LMARGIN", new_y="NEXT")
        self.ln(gap)


def paper(header: str = "", footer: str = "") -> Paper:
    """Open a PDF with one page; the text stands in ordinary margins."""
    made = Paper()
    made.header_text, made.footer_text = header, footer
    made.set_margins(25, 30, 25)
    made.set_auto_page_break(True, 30)
    made.add_page()
    return made


def pdf(*paragraphs: str, header: str = "", footer: str = "") -> bytes:
    """Make a PDF of paragraphs; a form feed between them begins a page."""
    made = paper(header, footer)
    for text in paragraphs:
        if text == "\f":
            made.add_page()
        else:
            made.say(text)
    return bytes(made.output())


def raw_pdf(*programs: bytes) -> bytes:
    """Make a PDF of pages with these content streams, as a writer that is not ours would."""
    writer = PdfWriter()
    for program in programs:
        page = PdfReader(io.BytesIO(pdf("x"))).pages[0]
        stream = DecodedStreamObject()
        stream.set_data(program)
        page[NameObject("/Contents")] = stream
        writer.add_page(page)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def encrypted_pdf(password: str) -> bytes:
    """Make a PDF that needs this password to be opened."""
    writer = PdfWriter(clone_from=io.BytesIO(pdf("We visit every ten days.")))
    writer.encrypt(password, "the owner's own", algorithm="AES-256")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def docx_of(fill: Callable[[Document], object]) -> bytes:
    """Make a DOCX that `fill` writes."""
    document = docx.Document()
    fill(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """Give a copy of an archive with one part more, or one replaced."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for part in old.infolist():
            if part.filename != name:
                new.writestr(part.filename, old.read(part), zipfile.ZIP_DEFLATED)
        new.writestr(name, content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def archive(**parts: bytes) -> bytes:
    """Make a ZIP archive of these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return out.getvalue()


def bomb_pdf(megabytes: int) -> bytes:
    """Make a PDF of a few kilobytes whose one page unpacks to this much."""
    packed = zlib.compress(b" " * (megabytes * 1_000_000), 9)
    head = b"<< /Length %d /Filter /FlateDecode >>\nstream\n" % len(packed)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
        head + packed + b"\nendstream",
    ]
    return assembled(objects)


def assembled(objects: Sequence[bytes]) -> bytes:
    """Write PDF objects with their table, the first of them the root."""
    out, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    table = len(out)
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size + rows
    return out + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, table)
