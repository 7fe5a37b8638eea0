"""What is open now, and opening anew when an import made another index."""

import datetime as dt
import logging
import threading
import time
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass

from assistant import Assistant, Library
from domain import Fault, IndexFault, PlumblineError

Progress = Callable[[int, int], None]

PATIENCE = 2.0
"""Seconds; an index that an import has built opens in less than one."""

_NEVER = object()

_log = logging.getLogger("plumbline")


class NotReady(IndexFault):
    """The index is still being built, or could not be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """One state of corpus and imports, ready to answer."""

    library: Library
    assistant: Assistant
    faults: Mapping[str, tuple[Fault, ...]]
    """By framework: what is known to be wrong in its document."""


class Service:
    """Answers from what is open; keeps the old open until the new is ready.

    `opener` opens corpus, imports and index; `stamp` gives a value that changes when
    another process has made a new index; `today` is the clock; `on_open` is told of each
    opening once it answers. While a newer index is being opened, a request waits for it
    until `patience` seconds after that began, and then has the old.
    """

    def __init__(
        self,
        *,
        opener: Callable[[Progress], Opened],
        stamp: Callable[[], Hashable],
        today: Callable[[], dt.date],
        framework: str | None = None,
        on_open: Callable[[Opened], None] = lambda _: None,
        patience: float = PATIENCE,
    ) -> None:
        self.today, self.framework = today, framework
        self._patience, self._began = patience, 0.0
        self._opener, self._stamp, self._on_open = opener, stamp, on_open
        self._lock = threading.Lock()
        self._seen: Hashable = _NEVER
        self._opening: threading.Thread | None = None
        self._opened: Opened | None = None
        self._fault: PlumblineError | None = None
        self._damaged = self._under_way = False
        self._asked_at = 0.0
        self._done = self._total = 0

    def start(self) -> None:
        """Begin to open in the background, unless that is under way."""
        with self._lock:
            if self._opening is None:
                self._began, self._under_way = time.monotonic(), True
                self._opening = threading.Thread(
                    target=self._open, name="plumbline-opening", daemon=True
                )
                self._opening.start()

    def wait(self) -> None:
        """Wait until nothing is being opened."""
        opening = self._opening
        if opening is not None:
            opening.join()

    def opened(self) -> Opened:
        """What is open now; raises NotReady, saying what to do."""
        self._asked_at = time.monotonic()
        if self._opening is None and self._stamp() != self._seen:
            self.start()
        if self._opened is not None:
            self._wait_a_little()
        # Read once: another request may find it damaged at this moment.
        opened = self._opened
        if opened is None:
            raise NotReady(self._why_not())
        return opened

    def quiet_for(self) -> float:
        """Seconds since somebody last asked for what is open."""
        return time.monotonic() - self._asked_at

    def is_newest(self, opened: Opened) -> bool:
        """Say whether this is open still, and nothing newer is being opened."""
        return opened is self._opened and not self._under_way

    def damaged(self, opened: Opened) -> NotReady:
        """Close what turned out damaged while it answered, and build it anew.

        Returns what to tell whoever asked; only the first to find the damage reopens.
        """
        with self._lock:
            found = opened is self._opened
            if found:
                self._opened, self._fault, self._damaged, self._seen = None, None, True, _NEVER
        if found:
            _log.error("The index was damaged while it answered; it is being opened anew")
            # Chroma would hand out the same broken files while anybody has them open.
            opened.library.index.close()
            self.start()
        return NotReady(self._why_not())

    def _wait_a_little(self) -> None:
        opening = self._opening
        if opening is not None:
            opening.join(max(0.0, self._began + self._patience - time.monotonic()))

    def _open(self) -> None:
        try:
            while (stamp := self._stamp()) != self._seen:
                self._seen = stamp
                self._open_once()
        finally:
            self._under_way = False
            self._opening = None

    def _open_once(self) -> None:
        self._done = self._total = 0
        self._under_way = True
        try:
            self._opened = opened = self._opener(self._progress)
            self._fault, self._damaged, self._under_way = None, False, False
            self._on_open(opened)
        except PlumblineError as fault:
            self._fault = fault
            _log.error("The index could not be opened: %s", fault)
        except Exception as error:  # noqa: BLE001 the thread must leave word, whatever failed
            self._fault = IndexFault(f"{type(error).__name__}: {error}")
            _log.exception("The index could not be opened")

    def _progress(self, done: int, total: int) -> None:
        self._done, self._total = done, total

    def _why_not(self) -> str:
        if self._fault is not None:
            return (
                f"the index could not be opened. {self._fault} Put that right and run "
                "`plumbline index`; the service notices by itself."
            )
        so_far = f" ({self._done} of {self._total})" if self._total else ""
        if self._damaged:
            return f"the index was damaged; it is being built anew{so_far}. Ask again in a minute."
        return f"the index is being built{so_far}. Ask again in a minute."
