"""Work on many items: in this process, or spread over several where that is faster."""

import os
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

S = TypeVar("S")
R = TypeVar("R")

# Below this much to read, starting processes takes longer than the work.
_MIN_PARALLEL_BYTES = 3_000_000


def do_all(
    items: Sequence[S], do: Callable[[S], R], size: Callable[[S], int], jobs: int | None = None
) -> Iterator[R]:
    """Do a picklable piece of work for each item; results come in input order.

    `size` is how many bytes an item has to read, `jobs` the most processes: by default one a core.
    """
    workers = min(jobs or os.cpu_count() or 1, len(items))
    if workers > 1 and sum(map(size, items)) >= _MIN_PARALLEL_BYTES:
        from cassette_cli.commands.shared.workers import run_parallel

        yield from run_parallel(items, do, workers)
    else:
        yield from map(do, items)


def size_on_disk(path: str) -> int:
    """The bytes of a file; 0 where there is none, which is found out again when it is read."""
    try:
        return os.stat(path).st_size  # noqa: PTH116 -- a str is at hand
    except OSError:
        return 0
