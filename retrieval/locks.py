"""Who is using an index folder: advisory locks on the folder itself, across processes.

A reader shares its folder and a builder owns its own, so that nobody removes either.
The system lets go of the locks of a process that ended, however it ended.
"""

import fcntl
import os
from pathlib import Path


def share(folder: Path) -> int:
    """Mark a folder as in use; returns the handle for `release`. Raises OSError if it is gone."""
    return _locked(folder, fcntl.LOCK_SH)


def own(folder: Path) -> int | None:
    """Take a folder that nobody uses; returns the handle for `release`, or None if in use."""
    try:
        return _locked(folder, fcntl.LOCK_EX)
    except BlockingIOError:
        return None


def wait_to_own(folder: Path) -> int:
    """Take a folder as soon as nobody else has it; returns the handle for `release`."""
    handle = os.open(folder, os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX)
    return handle


def let_others_read(handle: int) -> None:
    """Turn an owned folder into a shared one: nobody takes it away, and readers may come."""
    fcntl.flock(handle, fcntl.LOCK_SH)


def release(handle: int) -> None:
    """Let go of a folder."""
    os.close(handle)


def _locked(folder: Path, kind: int) -> int:
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, kind | fcntl.LOCK_NB)
    except BaseException:
        os.close(handle)
        raise
    return handle
