"""What must hold of the settings before the service starts: a fault that no waiting mends."""

from contextlib import suppress
from pathlib import Path

from api.settings import PREFIX, BadSettings
from api.wiring import Wiring, frameworks_of
from domain import CorpusFault, Framework, IndexDamaged, UnknownFramework
from ingest import load_corpus, load_imported


def check_settings(wiring: Wiring) -> None:
    """Refuse settings that cannot work.

    Raises BadSettings for a folder that is none and a default framework that is not here,
    and ModelRefused for a configured model that cannot be loaded.
    """
    settings = wiring.settings
    if not settings.corpus.is_dir():
        raise BadSettings(f"{PREFIX}CORPUS: {str(settings.corpus)!r} is not a folder.")
    if not _could_be_folder(settings.data):
        raise BadSettings(f"{PREFIX}DATA: {str(settings.data)!r} is not a folder.")
    if settings.framework is not None:
        # A corpus or an import that is damaged is told by the service, which sees it mended.
        with suppress(CorpusFault, IndexDamaged):
            _check_framework(settings.framework, wiring)
    if settings.model is not None:
        _ = wiring.embeddings
    _ = wiring.cross_encoder


def _check_framework(name: str, wiring: Wiring) -> None:
    known: dict[str, Framework] = dict(
        frameworks_of(load_corpus(wiring.settings.corpus), load_imported(wiring.store))
    )
    if name not in known:
        raise BadSettings(f"{PREFIX}FRAMEWORK: {UnknownFramework(name, known)}")


def _could_be_folder(path: Path) -> bool:
    """Say whether a path is a folder, or could be made one."""
    nearest = next((each for each in (path, *path.parents) if each.exists()), None)
    return nearest is not None and nearest.is_dir()
