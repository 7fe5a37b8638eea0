"""The ways in: HTTP, the page and the command line; and the wiring that builds the rest."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from api.service import Opened, Progress
    from api.settings import BadSettings, Settings, read_settings
    from api.wiring import Wiring

__all__ = [
    "BadSettings",
    "Opened",
    "Progress",
    "Settings",
    "Wiring",
    "read_settings",
]

_HOMES = {
    "BadSettings": "api.settings",
    "Opened": "api.service",
    "Progress": "api.service",
    "Settings": "api.settings",
    "Wiring": "api.wiring",
    "read_settings": "api.settings",
}


def __getattr__(name: str) -> object:
    # Imported when asked for: `plumbline --help` must not wait for an index to be importable.
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
