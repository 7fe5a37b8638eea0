"""A file of what was worked out once, in the data folder: made anew when it was made otherwise."""

import os
import tempfile
from hashlib import sha256
from pathlib import Path


def key_of(text: str) -> str:
    """A short name for a text."""
    return sha256(text.encode()).hexdigest()[:24]


def replace_file(file: Path, data: bytes) -> None:
    """Write a file so that a reader finds the old or the new one, whole."""
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, aside = tempfile.mkstemp(prefix=f".{file.name}-", dir=file.parent)
    with os.fdopen(handle, "wb") as out:
        out.write(data)
    Path(aside).replace(file)
