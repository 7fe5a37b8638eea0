"""The fixed replies and their variables."""

import re
from pathlib import Path

import pytest

from prompts import reply, reply_names

ROOT = Path(__file__).parents[2]


def test_a_reply_is_filled_in():
    """Every variable is replaced by the value given."""
    text = reply("clarify.year", given="3 March")

    assert text == "3 March of which year?"


def test_a_missing_variable_is_refused():
    """A reply with a hole in it never reaches a reader."""
    with pytest.raises(KeyError, match="given"):
        reply("clarify.year")


def test_a_value_that_is_not_used_is_refused():
    """A fact that was handed over is not left out unseen."""
    with pytest.raises(TypeError, match="colour"):
        reply("clarify.year", given="3 March", colour="blue")


def test_an_unknown_reply_is_refused():
    """There is no fallback text."""
    with pytest.raises(KeyError):
        reply("clarify.nothing")


def test_every_reply_is_used_and_every_use_exists():
    """The file and the code name the same replies."""
    folders = ("assistant", "api", "materials")
    files = [file for folder in folders for file in (ROOT / folder).glob("*.py")]
    code = "\n".join(file.read_text("utf-8") for file in files)
    used = set(re.findall(rf"""["']((?:{"|".join(_tables())})\.[a-z_]+)["']""", code))
    relations = {name for name in reply_names() if name.startswith("relation.")}

    assert used | relations == set(reply_names())


def _tables():
    return {name.split(".")[0] for name in reply_names()}
