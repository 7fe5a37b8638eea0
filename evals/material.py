"""What a run is made on: each framework's text, from the documents folder or the digest."""

import os
from collections.abc import Collection, Mapping
from pathlib import Path

DOCUMENTS = "PLUMBLINE_DOCUMENTS"
ROOT = Path(__file__).resolve().parents[1]
_ALREADY_TEXT = frozenset({".txt", ".md"})


def documents_folder(given: Path | None = None) -> Path:
    """Say where the authorities' documents are: as given, as the environment says, or beside."""
    named = os.environ.get(DOCUMENTS)
    return given or (Path(named) if named else ROOT.parent / "shared" / "documents")


def find_documents(folder: Path, frameworks: Collection[str]) -> dict[str, Path]:
    """Find `<framework>.txt` or `.md` for each framework; the baselines cannot read others."""
    if not folder.is_dir():
        return {}
    return {
        path.stem: path
        for path in sorted(folder.iterdir())
        if path.stem in frameworks and path.suffix in _ALREADY_TEXT
    }


def read_documents(paths: Mapping[str, Path]) -> dict[str, str]:
    """Read each framework's document as text."""
    return {name: path.read_text("utf-8") for name, path in paths.items()}


def read_digests(corpus: Path) -> dict[str, str]:
    """Read each framework's shipped digest as one text, its files in the order of their names."""
    texts = {
        folder.name: "\n\n".join(
            path.read_text("utf-8") for path in sorted((folder / "digest").glob("*.md"))
        )
        for folder in sorted(corpus.iterdir())
        if folder.is_dir()
    }
    return {name: text for name, text in texts.items() if text}
