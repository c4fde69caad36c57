"""A progress bar on stderr, for work that lasts over a second on a terminal."""

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")

_PATIENCE_SECONDS = 1.0


def with_progress(results: Iterable[T], total: int) -> Iterator[T]:
    """Pass results through, and show how many of `total` there were so far."""
    if not sys.stderr.isatty():
        yield from results
        return
    from rich.console import Console
    from rich.progress import Progress

    started = time.monotonic()
    progress = Progress(console=Console(stderr=True), transient=True)
    task = progress.add_task("cassettes", total=total)
    try:
        for result in results:
            if not progress.live.is_started and time.monotonic() - started > _PATIENCE_SECONDS:
                progress.start()
            progress.advance(task)
            yield result
    finally:
        progress.stop()
