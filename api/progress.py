"""A progress bar on standard error, shown once there is something to tell."""

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from api.service import Progress as Tell


@contextmanager
def progress_bar(label: str) -> Iterator[Tell]:
    """Give a function to tell how many of how many are done."""
    columns = (TextColumn(label), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    bar = Progress(*columns, console=Console(stderr=True))
    task = bar.add_task(label, visible=False)

    def tell(done: int, total: int) -> None:
        bar.start()
        bar.update(task, completed=done, total=total, visible=True)

    try:
        yield tell
    finally:
        if bar.live.is_started:  # stopping prints a line, even where nothing was shown
            bar.stop()
