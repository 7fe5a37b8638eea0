"""What nothing refers to any more is closed, and holds nobody up."""

import gc
import threading

import pytest

from retrieval.closing import closes_when_unreferenced


class Owner:
    """Something that only the garbage collector finds: it refers to itself."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def closed() -> threading.Event:
    """Set when it was closed."""
    return threading.Event()


def test_what_the_collector_finds_waits_for_no_lock(closed: threading.Event) -> None:
    """The collector may run on a thread that holds the lock which closing needs."""
    lock = threading.Lock()

    def close() -> None:
        assert lock.acquire(timeout=10)
        lock.release()
        closed.set()

    closes_when_unreferenced(Owner(), close)
    with lock:
        gc.collect()
        closed_meanwhile = closed.is_set()

    assert not closed_meanwhile
    assert closed.wait(10)


def test_what_cannot_be_closed_does_not_keep_the_next_open(
    closed: threading.Event, caplog: pytest.LogCaptureFixture
) -> None:
    """It is told in the log."""

    def fails() -> None:
        raise OSError("gone")

    closes_when_unreferenced(Owner(), fails)
    gc.collect()
    closes_when_unreferenced(Owner(), closed.set)
    gc.collect()

    assert closed.wait(10)
    assert "could not be closed" in caplog.text


def test_closing_by_hand_is_done_at_once_and_only_once() -> None:
    """Whoever has to know that it is closed closes it."""
    times: list[int] = []
    owner = Owner()

    close = closes_when_unreferenced(owner, lambda: times.append(1))
    close()
    close()
    del owner
    gc.collect()

    assert times == [1]
