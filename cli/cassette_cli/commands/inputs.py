"""Run one piece of work over the cassettes behind the paths of a command line, in order."""

import os
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Generic, TypeVar

from cassette_cli.commands.options import SelectionError
from cassette_cli.document.parse import parse
from cassette_cli.errors import CassetteError, FormatError, ParseError
from cassette_cli.files import STDIN, Found, Source, display_name, read, search
from cassette_cli.formats.catalogue import read_cassette
from cassette_cli.model import Cassette

T = TypeVar("T")
S = TypeVar("S")
R = TypeVar("R")

# Below this much to read, starting processes takes longer than the work.
_MIN_PARALLEL_BYTES = 3_000_000
_CHUNK = 8
_LOOKS_RECORDED = re.compile(r'interactions"?:|^\s*(?:- )?"?request"?:', re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T]):
    """What became of one file: a result, an error, or neither where it was passed over."""

    path: str
    result: T | None = None
    error: CassetteError | None = None


def run(
    paths: Sequence[str], work: Callable[[Cassette], T], jobs: int | None = None
) -> Iterator[Outcome[T]]:
    """Do the work for each cassette, in parallel where that is faster; outcomes in input order.

    `work` has to be picklable. What it raises as CassetteError becomes the error of that file.
    """
    return run_with_source(paths, partial(_without_source, work), jobs)


def run_with_source(
    paths: Sequence[str], work: Callable[[Source, Cassette], T], jobs: int | None = None
) -> Iterator[Outcome[T]]:
    """The same for work that also needs the source, to write it back."""
    found = list(search(paths))
    if not found:
        sys.stderr.write(f"no cassettes in {', '.join(paths)}\n")
    workers = min(jobs or os.cpu_count() or 1, len(found))
    if workers > 1 and _bytes_in(found) >= _MIN_PARALLEL_BYTES:
        yield from run_parallel(found, partial(_do, work), workers)
    else:
        yield from map(partial(_do, work), found)


def run_parallel(items: Sequence[S], do: Callable[[S], R], workers: int) -> Iterator[R]:
    """Do a picklable piece of work for each item in several processes; results in input order."""
    from concurrent.futures import ProcessPoolExecutor

    from cassette_cli.commands.progress import with_progress

    executor = ProcessPoolExecutor(workers)
    try:
        yield from with_progress(executor.map(do, items, chunksize=_CHUNK), len(items))
    finally:
        executor.shutdown(cancel_futures=True)


def looks_recorded(text: str) -> bool:
    """Whether a text that does not parse was a cassette by the look of it."""
    return _LOOKS_RECORDED.search(text) is not None


def _without_source(work: Callable[[Cassette], T], _: Source, cassette: Cassette) -> T:
    return work(cassette)


def _do(work: Callable[[Source, Cassette], T], found: Found) -> Outcome[T]:
    name = display_name(found.path)
    try:
        source = read(found)
        try:
            return Outcome(name, work(source, read_cassette(parse(source.path, source.text))))
        except (FormatError, SelectionError):
            if found.named:
                raise
        except ParseError:
            if found.named or looks_recorded(source.text):
                raise
    except CassetteError as error:
        error.where = error.where or name
        return Outcome(name, error=error)
    return Outcome(name)


def _bytes_in(found: list[Found]) -> int:
    total = 0
    for file in found:
        if file.path != STDIN:
            try:
                total += os.stat(file.path).st_size  # noqa: PTH116 -- a str is at hand
            except OSError:
                continue
    return total


def report_error(error: CassetteError) -> None:
    """Print an error and its hint to stderr, as `main` does."""
    sys.stderr.write(f"error: {error}\n")
    if error.hint:
        sys.stderr.write(f"hint: {error.hint}\n")
