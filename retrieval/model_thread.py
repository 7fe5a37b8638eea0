"""The one thread on which every model works, one call after another.

Two calls at a time would wait for each other's cores, and take many times as long as one after the
other. Nor is it the same to call from whichever thread serves a request: each would have helping
threads of its own, which go on waiting for work at the cost of whoever has it. With one thread a
question takes a quarter less (docs/decisions/0017-one-thread-for-models.md).
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

Found = TypeVar("Found")

_THREAD = ThreadPoolExecutor(1, thread_name_prefix="plumbline-models")


def in_turn(work: Callable[[], Found]) -> Found:
    """Do this on the models' thread, after what others asked for before; returns what it gives.

    Raises what the work raises. The work itself must not call this: it would wait for itself.
    """
    return _THREAD.submit(work).result()
