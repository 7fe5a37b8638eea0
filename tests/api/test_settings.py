"""Settings: safe defaults, variables, the file, and everything wrong told by name."""

import datetime as dt
import re
from pathlib import Path

import pytest
from pydantic import ValidationError

from api.settings import NOT_SETTINGS, PREFIX, BadSettings, ClosedDay, Settings, read_settings

ROOT = Path(__file__).parents[2]
CHRISTMAS = (
    ClosedDay(day=dt.date(2026, 12, 29), name="Christmas closure"),
    ClosedDay(day=dt.date(2026, 12, 30), name="Christmas closure"),
)


def test_the_defaults_stay_on_this_machine():
    """With nothing set, the service listens on loopback and uses the shipped corpus."""
    settings = read_settings()

    assert (settings.host, settings.port) == ("127.0.0.1", 8000)
    assert settings.corpus == ROOT / "corpus"
    assert settings.data == ROOT / "var"
    assert settings.framework is None


def test_a_variable_sets_a_setting(monkeypatch, tmp_path):
    """PLUMBLINE_ and the setting's name."""
    monkeypatch.setenv("PLUMBLINE_DATA", str(tmp_path))
    monkeypatch.setenv("PLUMBLINE_FRAMEWORK", "exampleshire")

    settings = read_settings()

    assert (settings.data, settings.framework) == (tmp_path, "exampleshire")


def test_an_empty_variable_is_no_setting(monkeypatch):
    """A variable that a shell left empty means the default."""
    monkeypatch.setenv("PLUMBLINE_FRAMEWORK", "")

    assert read_settings().framework is None


def test_closures_are_read_from_a_variable(monkeypatch):
    """Dates and names, parted by semicolons."""
    monkeypatch.setenv(
        "PLUMBLINE_CLOSURES", "2026-12-29 Christmas closure; 2026-12-30 Christmas closure;"
    )

    assert read_settings().closures == CHRISTMAS


def test_closures_are_read_from_the_settings_file(tmp_path):
    """The file in the working directory is used without being named."""
    (tmp_path / "plumbline.toml").write_text(
        'port = 9000\nallowed_hosts = ["plumbline.example"]\nclosures = [\n'
        '  {day = 2026-12-29, name = "Christmas closure"},\n'
        '  {day = 2026-12-30, name = "Christmas closure"},\n]\n'
    )

    settings = read_settings()

    assert settings.closures == CHRISTMAS
    assert (settings.port, settings.allowed_hosts) == (9000, ("plumbline.example",))


def test_a_variable_wins_over_the_file_and_an_argument_over_both(monkeypatch, tmp_path):
    """The nearest word holds."""
    named = tmp_path / "mine.toml"
    named.write_text('port = 9000\nframework = "otherton"\nhost = "127.0.0.2"')
    monkeypatch.setenv("PLUMBLINE_SETTINGS", str(named))
    monkeypatch.setenv("PLUMBLINE_FRAMEWORK", "exampleshire")
    monkeypatch.setenv("PLUMBLINE_HOST", "127.0.0.3")

    settings = read_settings(host="127.0.0.4")

    assert (settings.port, settings.framework) == (9000, "exampleshire")
    assert settings.host == "127.0.0.4"


def test_allowed_hosts_are_parted_by_commas(monkeypatch):
    """Names are folded to lower case, as Host headers are."""
    monkeypatch.setenv("PLUMBLINE_ALLOWED_HOSTS", "Plumbline.example, intranet")

    assert read_settings().allowed_hosts == ("plumbline.example", "intranet")


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("PLUMBLINE_PORT", "eighty", "PLUMBLINE_PORT: "),
        ("PLUMBLINE_PORT", "70000", "PLUMBLINE_PORT: "),
        ("PLUMBLINE_CONVERSATION_HOURS", "0", "PLUMBLINE_CONVERSATION_HOURS: "),
        ("PLUMBLINE_CLOSURES", "Christmas", "'Christmas' is not a date and a name"),
        ("PLUMBLINE_CLOSURES", "2026-02-30 Half term", "PLUMBLINE_CLOSURES, 0, day: "),
        ("PLUMBLINE_CLOSURE", "2026-12-29 Christmas", "Did you mean PLUMBLINE_CLOSURES?"),
        ("PLUMBLINE_XYZZY", "1", "PLUMBLINE_XYZZY means nothing to Plumbline"),
        ("PLUMBLINE_SETTINGS", "nowhere.toml", "'nowhere.toml', which is not a file"),
    ],
)
def test_what_cannot_be_used_is_told_by_name(monkeypatch, name, value, told):
    """A misspelt closure would move a date in silence, so nothing is passed over."""
    monkeypatch.setenv(name, value)

    with pytest.raises(BadSettings, match=re.escape(told)):
        read_settings()


@pytest.mark.parametrize("text", ["port = ", "prot = 8000"])
def test_a_settings_file_that_cannot_be_used_is_told(tmp_path, text):
    """Broken TOML and unknown names."""
    (tmp_path / "plumbline.toml").write_text(text)

    with pytest.raises(BadSettings, match=r"plumbline\.toml|PLUMBLINE_PROT"):
        read_settings()


def test_the_variable_of_the_tests_is_no_mistake(monkeypatch, tmp_path):
    """PLUMBLINE_DOCUMENTS is no setting of the service, and may be set."""
    monkeypatch.setenv("PLUMBLINE_DOCUMENTS", str(tmp_path))

    assert read_settings().port == 8000


def test_settings_do_not_change_once_read():
    """They are read once, at start."""
    with pytest.raises(ValidationError):
        read_settings().port = 1


@pytest.mark.parametrize("name", [*Settings.model_fields, *NOT_SETTINGS])
def test_the_readme_names_every_setting(name):
    """A setting that nobody can read about is no setting."""
    variable = name if name.startswith(PREFIX) else PREFIX + name.upper()

    assert variable in (ROOT / "README.md").read_text("utf-8")


@pytest.mark.parametrize("field", Settings.model_fields.values(), ids=Settings.model_fields)
def test_every_setting_says_what_it_is(field):
    """The table in the README is made of these sentences."""
    assert field.description
