"""The formats that a sheet is given in, by media type and by name."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from api.sheet_docx import DOCX_TYPE, as_docx
from api.sheet_html import HTML_TYPE, as_html
from api.sheet_markdown import MARKDOWN_TYPE, as_markdown
from api.sheets import Sheet
from domain import DiskFull


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One file format."""

    name: str
    media: str
    render: Callable[[Sheet], bytes]


FORMATS: Mapping[str, Format] = {
    each.media: each
    for each in (
        Format(
            name="md", media=MARKDOWN_TYPE, render=lambda sheet: as_markdown(sheet).encode("utf-8")
        ),
        Format(name="docx", media=DOCX_TYPE, render=as_docx),
        Format(name="html", media=HTML_TYPE, render=lambda sheet: as_html(sheet).encode("utf-8")),
    )
}
"""By media type."""


def rendered(sheet: Sheet, name: str) -> bytes:
    """The sheet as a file of the format of this name."""
    return next(each for each in FORMATS.values() if each.name == name).render(sheet)


def write_bytes(data: bytes, path: Path) -> None:
    """Write a file; raises DiskFull where it cannot be written."""
    try:
        path.write_bytes(data)
    except OSError as error:
        raise DiskFull(f"{path} cannot be written: {error.strerror}.") from error
