"""Every setting, its default and what it means; read once at start, never again.

A setting is a `PLUMBLINE_...` variable or a line of the settings file (`plumbline.toml`
in the working directory, or the file that PLUMBLINE_SETTINGS names). A variable wins.
"""

import datetime as dt
import os
import re
from collections.abc import Mapping
from difflib import get_close_matches
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError
from pydantic_settings import (
    BaseSettings,
    NoDecode,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from domain import PlumblineError

PREFIX = "PLUMBLINE_"
SETTINGS_FILE = "plumbline.toml"
NOT_SETTINGS = {
    "PLUMBLINE_SETTINGS": "names the settings file",
    "PLUMBLINE_DOCUMENTS": "where tests and evals find the authorities' documents",
}
_CLOSURE = re.compile(r"(\d{4}-\d{2}-\d{2})\s+(\S.*)")


class BadSettings(PlumblineError):
    """A setting that cannot be used, or a variable that looks like one and is none."""


class ClosedDay(BaseModel):
    """A day on which the service is closed beside weekends and bank holidays."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    day: dt.date
    name: str = Field(min_length=1)


def _path(given: object) -> object:
    return Path(given).expanduser() if isinstance(given, str) else given


def _closures(given: object) -> object:
    """Read "2026-12-29 Christmas closure; 2026-12-30 Christmas closure"."""
    if not isinstance(given, str):
        return given
    found = []
    for part in filter(None, (piece.strip() for piece in given.split(";"))):
        match = _CLOSURE.fullmatch(part)
        if match is None:
            raise ValueError(
                f"{part!r} is not a date and a name; write 2026-12-29 Christmas closure; ..."
            )
        found.append({"day": match[1], "name": match[2]})
    return found


def _names(given: object) -> object:
    if not isinstance(given, str):
        return given
    return tuple(filter(None, (name.strip().lower() for name in given.split(","))))


def _checkout() -> Path:
    """The folder that holds the corpus beside this package, else the working directory."""
    beside = Path(str(files("api"))).parent
    return beside if (beside / "corpus").is_dir() else Path.cwd()


Folder = Annotated[Path, BeforeValidator(_path)]


class Settings(BaseSettings):
    """Where things are and how the service behaves."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, frozen=True, extra="forbid", env_ignore_empty=True
    )

    data: Folder = Field(
        default_factory=lambda: _checkout() / "var",
        description="Folder for imported documents and the index.",
    )
    corpus: Folder = Field(
        default_factory=lambda: _checkout() / "corpus",
        description="Folder of the shipped digests, registers and vocabulary.",
    )
    model: str | None = Field(
        default=None,
        description="Another embedding model, as a folder or an installed name.",
    )
    cross_encoder: str | None = Field(
        default=None,
        description="Cross-encoder to put what is found in order, as folder or installed name.",
    )
    framework: str | None = Field(
        default=None,
        description="Framework to answer from where a question names none.",
    )
    host: str = Field(default="127.0.0.1", description="Address to listen on.")
    port: int = Field(default=8000, ge=0, le=65535, description="Port to listen on.")
    allowed_hosts: Annotated[tuple[str, ...], NoDecode, BeforeValidator(_names)] = Field(
        default=(),
        description="Host names to answer to, beside this machine's own, parted by commas.",
    )
    closures: Annotated[tuple[ClosedDay, ...], NoDecode, BeforeValidator(_closures)] = Field(
        default=(),
        description="Days the service is closed: 2026-12-29 Christmas closure; ...",
    )

    chat_model: str | None = Field(
        default=None,
        description="Chat model that may put an answer into words, as provider:model.",
    )
    chat_url: str | None = Field(
        default=None, description="Address of the chat model, where it is not the provider's own."
    )
    chat_seconds: float = Field(
        default=20.0, gt=0, le=300, description="Seconds to wait for the chat model."
    )
    conversation_store: str | None = Field(
        default=None,
        description="Database of conversations: postgresql://...; else SQLite in the data folder.",
    )
    conversation_hours: int = Field(
        default=24, ge=1, description="Hours that a conversation is remembered after its last turn."
    )

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003 the signature is pydantic's
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003 as above
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Arguments before variables before the settings file."""
        file = TomlConfigSettingsSource(settings_cls, toml_file=_settings_file())
        return init_settings, env_settings, file


def read_settings(**given: Any) -> Settings:
    """Read the settings, arguments before variables before the file.

    Raises BadSettings, naming each setting that cannot be used and any variable that
    starts with PLUMBLINE_ and means nothing: a misspelt closure would move a date.
    """
    _refuse_unknown(os.environ)
    try:
        return Settings(**given)
    except ValidationError as error:
        raise BadSettings(_told(error)) from None
    except ValueError as error:  # TOMLDecodeError is one
        raise BadSettings(f"{_settings_file()}: {error}") from None


def _settings_file() -> Path:
    named = os.environ.get(f"{PREFIX}SETTINGS")
    file = Path(named).expanduser() if named else Path(SETTINGS_FILE)
    if named and not file.is_file():
        raise BadSettings(f"PLUMBLINE_SETTINGS names {named!r}, which is not a file.")
    return file


def _refuse_unknown(environ: Mapping[str, str]) -> None:
    known = {PREFIX + name.upper() for name in Settings.model_fields} | set(NOT_SETTINGS)
    unknown = sorted(n for n in environ if n.startswith(PREFIX) and n not in known)
    if not unknown:
        return
    near = get_close_matches(unknown[0], sorted(known), n=1)
    offer = near[0] if near else ", ".join(sorted(known))
    raise BadSettings(f"{', '.join(unknown)} means nothing to Plumbline. Did you mean {offer}?")


def _told(error: ValidationError) -> str:
    """Name each setting that failed and why, on a line of its own."""
    lines = []
    for fault in error.errors(include_url=False, include_context=False):
        name, *inside = (str(part) for part in fault["loc"])
        place = "".join(f", {part}" for part in inside)
        why = fault["msg"].removeprefix("Value error, ")
        lines.append(f"{PREFIX}{name.upper()}{place}: {why}")
    return "\n".join(lines)
