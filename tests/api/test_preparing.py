"""What materials are made with is prepared in the background, and questions come first."""

from types import SimpleNamespace

from api import wiring
from api.service import Service
from tests.api.serving import TODAY

SECONDS_SINCE_A_QUESTION = (0.1, 0.3, 60.0)


def test_nothing_is_prepared_while_questions_are_asked(wire, tmp_path, opened, monkeypatch):
    """It looks again after a while, and begins once nobody has asked for long enough."""
    happened: list[object] = []
    quiet = iter(SECONDS_SINCE_A_QUESTION)

    def quiet_for() -> float:
        happened.append("asked")
        return next(quiet, 60.0)

    clock = SimpleNamespace(monotonic=lambda: 0.0, sleep=happened.append)
    monkeypatch.setattr(wiring, "time", clock)
    monkeypatch.setattr(wiring, "prepare", lambda *_: happened.append("prepared"))

    wire(tmp_path).prepare(opened, quiet_for)

    first = happened.index("prepared")
    assert happened[:first] == ["asked", wiring.QUIET, "asked", wiring.QUIET, "asked"]
    assert happened.count("prepared") == -(-len(opened.library.index.statements) // wiring.PREPARED)


def test_the_service_says_how_long_nobody_has_asked(opened, monkeypatch):
    """Asking is what counts."""
    now = iter((100.0, 130.0))
    service = Service(opener=lambda _: opened, stamp=lambda: None, today=lambda: TODAY)
    service.start()
    service.wait()
    monkeypatch.setattr("api.service.time", SimpleNamespace(monotonic=lambda: next(now)))

    service.opened()

    assert service.quiet_for() == 30.0
