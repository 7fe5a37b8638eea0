"""Models work on one thread, one call after another, whoever asks."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from retrieval.model_thread import in_turn


def test_all_work_is_done_on_one_thread_and_never_two_at_a_time():
    """Eight threads ask at once."""
    at_work = threading.Lock()

    def work() -> int:
        assert at_work.acquire(blocking=False), "two calls were at work together"
        with ThreadPoolExecutor(1) as other:  # time for another call to come in between
            other.submit(threading.get_ident).result()
        at_work.release()
        return threading.get_ident()

    with ThreadPoolExecutor(8) as askers:
        found = set(askers.map(lambda _: in_turn(work), range(200)))

    assert len(found) == 1
    assert threading.get_ident() not in found


def test_what_fails_fails_for_who_asked_and_for_nobody_else():
    """The thread goes on."""

    def work() -> None:
        raise LookupError("no such word")

    with pytest.raises(LookupError, match="no such word"):
        in_turn(work)

    assert in_turn(lambda: "next") == "next"
