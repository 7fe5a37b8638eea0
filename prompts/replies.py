"""The fixed replies: every sentence of an answer that is not a quotation."""

import tomllib
from functools import cache
from importlib.resources import files
from string import Template


@cache
def _replies() -> dict[str, Template]:
    tables = tomllib.loads((files("prompts") / "replies.toml").read_text("utf-8"))
    return {
        f"{table}.{name}": Template(text)
        for table, texts in tables.items()
        for name, text in texts.items()
    }


def reply(name: str, **values: object) -> str:
    """Fill in the fixed reply `table.name`.

    Raises KeyError when the reply or one of its variables is missing, and TypeError for a
    value that the reply does not use, so that no fact is left out unseen.
    """
    template = _replies()[name]
    unused = values.keys() - set(template.get_identifiers())
    if unused:
        raise TypeError(f"reply {name!r} does not use {sorted(unused)}")
    return template.substitute({key: str(value) for key, value in values.items()})


def reply_names() -> tuple[str, ...]:
    """Every reply there is, as `table.name`, sorted."""
    return tuple(sorted(_replies()))
