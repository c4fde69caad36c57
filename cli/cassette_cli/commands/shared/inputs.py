"""Run one piece of work over the cassettes behind the paths of a command line, in order."""

import os
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from cassette_cli.commands.shared.options import SelectionError
from cassette_cli.document import parse
from cassette_cli.errors import CassetteError, FormatError, ParseError
from cassette_cli.files import STDIN, SUFFIXES, Found, Source, display_name, read, search
from cassette_cli.formats.catalogue import read_cassette
from cassette_cli.model import Cassette

T = TypeVar("T")

# Below this much to read, starting processes takes longer than the work.
_MIN_PARALLEL_BYTES = 3_000_000
_LOOKS_RECORDED = re.compile(r'interactions"?:|^\s*(?:- )?"?request"?:', re.MULTILINE)


class Outcome(NamedTuple, Generic[T]):
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
    paths: Sequence[str],
    work: Callable[[Source, Cassette], T],
    jobs: int | None = None,
    *,
    skip_others: bool = False,
) -> Iterator[Outcome[T]]:
    """The same for work that also needs the source, to write it back.

    With `skip_others` a named file is treated like one that a search came upon: what is no cassette
    is passed over.
    """
    found = list(search(paths))
    if skip_others:
        found = [Found(one.path, named=False) for one in found]
    workers = min(jobs or os.cpu_count() or 1, len(found))
    do = partial(_do, work)
    outcomes: Iterator[Outcome[T]] = map(do, found)
    if workers > 1 and _bytes_in(found) >= _MIN_PARALLEL_BYTES:
        from cassette_cli.commands.shared.workers import run_parallel

        outcomes = run_parallel(found, do, workers)
    nothing = True
    for outcome in outcomes:
        nothing = nothing and outcome.result is None and outcome.error is None
        yield outcome
    if nothing and not skip_others:
        yield _nothing_found(paths, len(found))


def looks_recorded(text: str) -> bool:
    """Whether a text that does not parse was a cassette by the look of it."""
    return _LOOKS_RECORDED.search(text) is not None


def _without_source(work: Callable[[Cassette], T], _: Source, cassette: Cassette) -> T:
    return work(cassette)


def _do(work: Callable[[Source, Cassette], T], found: Found) -> Outcome[T]:
    name = display_name(found.path)
    try:
        source = read(found)
        return Outcome(name, work(source, read_cassette(parse(source.path, source.text))))
    except CassetteError as error:
        if not found.named and _is_no_cassette(found.path, error):
            return Outcome(name)
        error.where = error.where or name
        return Outcome(name, error=error)


def _is_no_cassette(path: str, error: CassetteError) -> bool:
    """Whether a file below a searched directory was never meant to be a cassette, it seems."""
    if isinstance(error, ParseError):
        return not looks_recorded(Path(path).read_text("utf-8", errors="replace"))
    return isinstance(error, FormatError | SelectionError)


def _nothing_found(paths: Sequence[str], count: int) -> Outcome[T]:
    where = ", ".join(paths)
    looked = "1 file" if count == 1 else f"{count} files"
    return Outcome(
        where,
        error=CassetteError(
            "no cassette found",
            where=where,
            hint=f"looked into {looked} ({', '.join(SUFFIXES)}) that no .gitignore names",
        ),
    )


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
