"""What the command line refuses, before anything is built."""

import pytest
from typer.testing import CliRunner

from evals.__main__ import app


@pytest.fixture
def empty(tmp_path) -> list[str]:
    """Options that name a folder without documents, and one for results."""
    return ["--documents", str(tmp_path / "absent"), "--results", str(tmp_path / "results")]


@pytest.mark.parametrize(
    ("command", "why"),
    [(["--edition", "source"], "there is no document in"), (["bench"], "the benchmark needs")],
)
def test_without_documents_what_needs_them_is_refused(command, why, empty, tmp_path):
    """One sentence that says how to name their folder, and exit code 1; nothing is written."""
    done = CliRunner().invoke(app, [*command, *empty])
    assert done.exit_code == 1
    said = " ".join(done.output.split())
    assert why in said
    assert "--documents or PLUMBLINE_DOCUMENTS" in said
    assert not (tmp_path / "results").exists()


@pytest.mark.parametrize("option", [["--split", "train"], ["--edition", "third"], ["--colour"]])
def test_an_option_that_is_none_is_refused(option):
    """Exit code 2, as for any slip on a command line."""
    assert CliRunner().invoke(app, option).exit_code == 2
