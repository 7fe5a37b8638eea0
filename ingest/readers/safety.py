"""What keeps a hostile file from harming the machine: sizes are checked before it is opened."""

import zipfile
import zlib
from io import BytesIO
from pathlib import Path

from domain import (
    DocumentDamaged,
    DocumentEncrypted,
    DocumentRefused,
    DocumentTooLarge,
    DocumentUnsafe,
)

MIB = 1024 * 1024
SIZE_LIMIT = 64 * MIB
"""Bytes of a file; the largest framework seen, with pictures, has a tenth of it."""

UNPACKED_LIMIT = 256 * MIB
"""Bytes of everything in an archive together."""

XML_LIMIT = 32 * MIB
"""Bytes of one XML part; a parsed tree takes many times as much memory."""

RATIO_LIMIT = 200
"""How often a part may exceed its packed size, once it is over a mebibyte."""

PARTS_LIMIT = 5_000
CHUNK = 64 * 1024


def read_bounded(path: Path, limit: int = SIZE_LIMIT) -> bytes:
    """Read a file of at most `limit` bytes; its size is checked before reading.

    Raises DocumentTooLarge, and DocumentRefused where there is no such file to read.
    """
    try:
        if not path.is_file():
            why = "it is not a file" if path.exists() else "there is no such file"
            raise DocumentRefused(path.name, why, "Check the path.")
        if path.stat().st_size > limit:
            raise _too_large(path.name, limit)
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except OSError as error:
        why = f"it cannot be read ({error.strerror})"
        raise DocumentRefused(path.name, why, "Check that you may read it.") from error
    if len(data) > limit:
        raise _too_large(path.name, limit)
    return data


def check_archive(data: bytes, name: str) -> frozenset[str]:
    """Check a ZIP archive's declared and real sizes and that every part unpacks; name its parts.

    Raises DocumentUnsafe, DocumentEncrypted or DocumentDamaged.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            parts = archive.infolist()
            _check_declared(parts, name)
            _check_unpacked(archive, parts, name)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, KeyError) as error:
        raise DocumentDamaged(name, "it is truncated or broken", "Get a new copy.") from error
    except (NotImplementedError, RuntimeError) as error:
        why = "it is packed in a way that Word does not use"
        raise DocumentUnsafe(name, why, "Save it again as .docx.") from error
    return frozenset(part.filename for part in parts)


def part_of(data: bytes, part: str) -> bytes:
    """Unpack one part of an archive that has been checked; nothing where it has no such part."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return archive.read(part) if part in archive.namelist() else b""


def _too_large(name: str, limit: int) -> DocumentTooLarge:
    why = f"it is over the limit of {limit / MIB:.0f} MiB"
    return DocumentTooLarge(name, why, "Save it without pictures, or as text.")


def _check_declared(parts: list[zipfile.ZipInfo], name: str) -> None:
    if any(part.flag_bits & 0x1 for part in parts):
        raise DocumentEncrypted(name, "it needs a password", "Save a copy without one.")
    if len(parts) > PARTS_LIMIT or sum(part.file_size for part in parts) > UNPACKED_LIMIT:
        raise _bomb(name)
    for part in parts:
        if part.file_size > max(MIB, RATIO_LIMIT * part.compress_size):
            raise _bomb(name)
        if part.filename.endswith((".xml", ".rels")) and part.file_size > XML_LIMIT:
            raise _bomb(name)


def _check_unpacked(archive: zipfile.ZipFile, parts: list[zipfile.ZipInfo], name: str) -> None:
    """Unpack every part and forget it; declared sizes can lie, and checksums are compared."""
    total = 0
    for part in parts:
        with archive.open(part) as packed:
            while chunk := packed.read(CHUNK):
                total += len(chunk)
                if total > UNPACKED_LIMIT:
                    raise _bomb(name)
                if part.filename.endswith((".xml", ".rels")) and b"<!DOCTYPE" in chunk:
                    why = "it declares its own XML entities, which no Word document does"
                    raise DocumentUnsafe(name, why, "Open it in Word and save it again.")


def _bomb(name: str) -> DocumentUnsafe:
    why = "it unpacks to far more than its size"
    return DocumentUnsafe(name, why, "Open it in Word, save it again, and try that copy.")
