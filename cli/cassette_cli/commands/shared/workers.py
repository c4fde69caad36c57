"""Work spread over several processes, which end when the program does, however that ends."""

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from typing import TypeVar

from cassette_cli.commands.shared.progress import with_progress

S = TypeVar("S")
R = TypeVar("R")

_CHUNK = 8
# Set in a worker that has nothing more to do.
_stopped = threading.Event()


class _StoppedError(Exception):
    """Nobody waits for the result any more."""


def run_parallel(items: Sequence[S], do: Callable[[S], R], workers: int) -> Iterator[R]:
    """Do a picklable piece of work for each item; results come in input order."""
    executor = ProcessPoolExecutor(workers, initializer=_start_worker)
    work = partial(_do_unless_stopped, do)
    try:
        # Workers start here, and a signal must not reach one before it knows what to do with it.
        _hold_interrupts(hold=True)
        results = executor.map(work, items, chunksize=_CHUNK)
        _hold_interrupts(hold=False)
        yield from with_progress(results, len(items))
    except BaseException:
        for worker in multiprocessing.active_children():
            if worker.pid is not None:
                os.kill(worker.pid, signal.SIGINT)
        raise
    finally:
        executor.shutdown(cancel_futures=True)


def _do_unless_stopped(do: Callable[[S], R], item: S) -> R:
    if _stopped.is_set():
        raise _StoppedError
    return do(item)


def _start_worker() -> None:
    # A worker that dies half way through a result would leave the program waiting for the rest.
    signal.signal(signal.SIGINT, lambda *_: _stopped.set())
    _hold_interrupts(hold=False)
    threading.Thread(target=_end_with_the_program, daemon=True).start()


def _hold_interrupts(*, hold: bool) -> None:
    if hasattr(signal, "pthread_sigmask"):
        how = signal.SIG_BLOCK if hold else signal.SIG_UNBLOCK
        signal.pthread_sigmask(how, (signal.SIGINT,))


def _end_with_the_program() -> None:
    # A closed pipe kills the program at once, and a worker would wait for work for ever.
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
