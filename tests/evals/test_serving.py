"""The service under the benchmark: started, asked, ended; and told plainly when it ends early."""

import pytest

from evals.opening import in_own_process
from evals.serving import serving


def test_a_service_that_ends_early_is_told_with_its_log(tmp_path, monkeypatch):
    """The log that says why is named; a setting that does not exist stops the service."""
    monkeypatch.setenv("PLUMBLINE_NO_SUCH_SETTING", "1")
    log = tmp_path / "service.log"
    with (
        pytest.raises(RuntimeError, match=r"the service ended with \d+; see .*service\.log"),
        serving(tmp_path / "data", log),
    ):
        pytest.fail("it must not be ready")
    assert "PLUMBLINE_NO_SUCH_SETTING" in log.read_text()


def test_a_system_that_does_not_open_is_told_with_its_last_words(tmp_path, monkeypatch):
    """The error of the other process is in the message."""
    monkeypatch.setenv("PLUMBLINE_NO_SUCH_SETTING", "1")
    with pytest.raises(RuntimeError, match="PLUMBLINE_NO_SUCH_SETTING"):
        in_own_process("plumbline", str(tmp_path))
