"""Do one piece of work for each cassette behind the paths of a command line, in order."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TypeVar

from cassette_cli.commands.shared.configuration import excluded
from cassette_cli.commands.shared.outcome import Outcome
from cassette_cli.commands.shared.parallel import do_all, size_on_disk
from cassette_cli.commands.shared.selection import SelectionError
from cassette_cli.counted import counted
from cassette_cli.document import Document, parse
from cassette_cli.errors import CassetteError, FormatError, ParseError
from cassette_cli.files import (
    STDIN,
    SUFFIXES,
    Found,
    Source,
    display_name,
    guess_text,
    read,
    read_bytes,
    search,
)
from cassette_cli.formats.catalogue import read_cassette
from cassette_cli.formats.resemblance import resembles_recording, text_resembles_recording
from cassette_cli.model import Cassette

T = TypeVar("T")

_EXCLUDE_HINT = "if it is no recording, `exclude` in the configuration passes it over"


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
    found = list(search(paths, excluded()))
    if skip_others:
        found = [Found(one.path, named=False) for one in found]
    nothing = True
    for outcome in do_all(found, partial(_do, work), _size, jobs):
        nothing = nothing and outcome.result is None and outcome.error is None
        yield outcome
    if nothing and not skip_others:
        yield _nothing_found(paths, len(found))


def _without_source(work: Callable[[Cassette], T], _: Source, cassette: Cassette) -> T:
    return work(cassette)


def _size(found: Found) -> int:
    return 0 if found.path == STDIN else size_on_disk(found.path)


def _do(work: Callable[[Source, Cassette], T], found: Found) -> Outcome[T]:
    name = display_name(found.path)
    source, document = None, None
    try:
        source = read(found)
        document = parse(source.path, source.text)
        return Outcome(name, work(source, read_cassette(document)))
    except CassetteError as error:
        if not found.named and _is_no_recording(found, document, error):
            return Outcome(name)
        if isinstance(error, FormatError | ParseError):
            _explain(error, found, source)
        error.where = error.where or name
        return Outcome(name, error=error)


def _explain(error: CassetteError, found: Found, source: Source | None) -> None:
    if source is not None and source.packed is not None:
        error.message = f"in the gzip file: {error.message}"
    if not found.named:
        error.hint = "; ".join(filter(None, (error.hint, _EXCLUDE_HINT)))


def _is_no_recording(found: Found, document: Document | None, error: CassetteError) -> bool:
    """Whether a file below a searched directory was never meant to be one, by the look of it."""
    match error:
        case ParseError():
            return not text_resembles_recording(guess_text(read_bytes(found.path)))
        case FormatError():
            return document is None or not resembles_recording(document)
    return isinstance(error, SelectionError)


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
