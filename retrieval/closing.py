"""Closing what nothing refers to any more, on a thread of its own.

The garbage collector may find it in the middle of any line of any thread, one that holds
the very lock that closing needs among them. So what it finds is only put into a queue.
"""

import logging
import threading
from collections.abc import Callable
from functools import cache
from queue import SimpleQueue
from weakref import finalize

_log = logging.getLogger(__name__)

# Of all queues, this is the one that the collector may interrupt in its own `put`.
_waiting: SimpleQueue[Callable[[], None]] = SimpleQueue()


def closes_when_unreferenced(owner: object, close: Callable[[], None]) -> Callable[[], None]:
    """Have `close`, which must not refer to the owner, called when nothing refers to the owner.

    Returns a function that closes at once, on the caller's thread; whichever of the two
    comes first is the only one. At the process's end the system lets go.
    """
    _thread()
    found = finalize(owner, _waiting.put, close)
    found.atexit = False

    def now() -> None:
        if found.detach():
            close()

    return now


@cache
def _thread() -> threading.Thread:
    thread = threading.Thread(target=_close_what_waits, name="plumbline-closing", daemon=True)
    thread.start()
    return thread


def _close_what_waits() -> None:
    while True:
        close = _waiting.get()
        try:
            close()
        except Exception:  # noqa: BLE001 whatever failed, the next must still be closed
            _log.exception("Something that was no longer used could not be closed")
        del close
