"""Work spread over several processes, which end when the program does, however that ends."""

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import TypeVar

from cassette_cli.commands.progress import with_progress

S = TypeVar("S")
R = TypeVar("R")

_CHUNK = 8


def run_parallel(items: Sequence[S], do: Callable[[S], R], workers: int) -> Iterator[R]:
    """Do a picklable piece of work for each item; results come in input order."""
    executor = ProcessPoolExecutor(workers, initializer=_start_worker)
    try:
        yield from with_progress(executor.map(do, items, chunksize=_CHUNK), len(items))
    finally:
        executor.shutdown(cancel_futures=True)


def _start_worker() -> None:
    # Ctrl-C reaches all processes: a worker that takes its time to end makes the program wait.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=_end_with_the_program, daemon=True).start()


def _end_with_the_program() -> None:
    # A closed pipe kills the program at once, and a worker would wait for work for ever.
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
