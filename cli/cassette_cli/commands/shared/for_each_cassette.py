"""Do one piece of work for each cassette behind the paths of a command line, in order."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from cassette_cli.commands.shared.outcome import Outcome
from cassette_cli.commands.shared.parallel import do_all, size_on_disk
from cassette_cli.commands.shared.selection import SelectionError
from cassette_cli.counted import counted
from cassette_cli.document import parse
from cassette_cli.errors import CassetteError, FormatError, ParseError
from cassette_cli.files import STDIN, SUFFIXES, Found, Source, display_name, read, search
from cassette_cli.formats.catalogue import read_cassette
from cassette_cli.model import Cassette

T = TypeVar("T")

_LOOKS_RECORDED = re.compile(r'interactions"?:|^\s*(?:- )?"?request"?:', re.MULTILINE)


def for_each_cassette(
    paths: Sequence[str], work: Callable[[Cassette], T], jobs: int | None = None
) -> Iterator[Outcome[T]]:
    """Do the work for each cassette, in parallel where that is faster; outcomes in input order.

    `work` has to be picklable. What it raises as CassetteError becomes the error of that file.
    """
    return for_each_source(paths, partial(_without_source, work), jobs)


def for_each_source(
    paths: Sequence[str],
    work: Callable[[Source, Cassette], T],
    jobs: int | None = None,
    *,
    skip_others: bool = False,
) -> Iterator[Outcome[T]]:
    """Do work that also needs the source of each cassette, to write it back.

    As in `for_each_cassette`, it has to be picklable, and what it raises is the error of a file.
    With `skip_others` a named file is treated like one that a search came upon: what is no cassette
    is passed over.
    """
    found = list(search(paths))
    if skip_others:
        found = [Found(one.path, named=False) for one in found]
    nothing = True
    for outcome in do_all(found, partial(_do, work), _size, jobs):
        nothing = nothing and outcome.result is None and outcome.error is None
        yield outcome
    if nothing and not skip_others:
        yield _nothing_found(paths, len(found))


def looks_recorded(text: str) -> bool:
    """Whether a text that does not parse was a cassette by the look of it."""
    return _LOOKS_RECORDED.search(text) is not None


def _without_source(work: Callable[[Cassette], T], _: Source, cassette: Cassette) -> T:
    return work(cassette)


def _size(found: Found) -> int:
    return 0 if found.path == STDIN else size_on_disk(found.path)


def _do(work: Callable[[Source, Cassette], T], found: Found) -> Outcome[T]:
    name = display_name(found.path)
    try:
        source = read(found)
        return Outcome(name, work(source, _read_cassette(source)))
    except CassetteError as error:
        if not found.named and _is_no_cassette(found.path, error):
            return Outcome(name)
        error.where = error.where or name
        return Outcome(name, error=error)


def _read_cassette(source: Source) -> Cassette:
    try:
        return read_cassette(parse(source.path, source.text))
    except CassetteError as error:
        if source.packed is not None:
            error.message = f"in the gzip file: {error.message}"
        raise


def _is_no_cassette(path: str, error: CassetteError) -> bool:
    """Whether a file below a searched directory was never meant to be a cassette, it seems."""
    if isinstance(error, ParseError):
        return not looks_recorded(Path(path).read_bytes().decode("utf-8", "replace"))
    return isinstance(error, FormatError | SelectionError)


def _nothing_found(paths: Sequence[str], count: int) -> Outcome[T]:
    where = ", ".join(paths)
    suffixes = ", ".join(SUFFIXES)
    return Outcome(
        where,
        error=CassetteError(
            "no cassette found",
            where=where,
            hint=f"searched {counted(count, 'file')} ({suffixes}) that no .gitignore excludes",
        ),
    )
