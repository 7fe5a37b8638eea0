"""The folders at the root are the packages, and the import arrows point one way."""

import re
import tomllib
from importlib.util import find_spec
from pathlib import Path

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

ROOT = Path(__file__).parents[1]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
SHIPPED = PYPROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]
NOT_SHIPPED = {"evals"}


def test_every_package_at_the_root_is_shipped():
    """A new folder with code is shipped, or named here as not for shipping."""
    on_disk = {path.parent.name for path in ROOT.glob("*/__init__.py")}

    assert on_disk - NOT_SHIPPED == set(SHIPPED)


@pytest.mark.parametrize("name", [*SHIPPED, *sorted(NOT_SHIPPED)])
def test_the_name_is_ours(name):
    """No dependency has put a package of the same name in front of ours."""
    spec = find_spec(name)

    assert spec is not None
    assert spec.origin is not None
    assert Path(spec.origin).is_relative_to(ROOT)


def test_the_contracts_cover_every_package():
    """A new package must be placed in the layers before it can be merged."""
    contracts = PYPROJECT["tool"]["importlinter"]

    assert set(contracts["root_packages"]) == {*SHIPPED, *NOT_SHIPPED}
    layers = re.findall(r"\w+", " ".join(contracts["contracts"][0]["layers"]))
    assert set(layers) == {*SHIPPED, *NOT_SHIPPED}


def test_the_import_arrows_hold(monkeypatch, tmp_path):
    """import-linter finds no import that points the wrong way."""
    monkeypatch.chdir(ROOT)

    status = lint_imports(str(ROOT / "pyproject.toml"), cache_dir=str(tmp_path), no_logo=True)

    assert status == EXIT_STATUS_SUCCESS


@pytest.mark.parametrize("dependency", PYPROJECT["project"]["dependencies"])
def test_every_dependency_is_pinned(dependency):
    """constraints.txt names one exact version of each thing we ask for."""
    name = re.split(r"[\[=<>]", dependency)[0]
    pins = (ROOT / "constraints.txt").read_text("utf-8").lower().replace("_", "-")

    assert re.search(rf"^{re.escape(name)}==\S+$", pins, re.MULTILINE)
