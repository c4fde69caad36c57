"""Plug-ins are found by their folder: each module of a package, and of those below it, ends in its
record.
"""

import os
import pkgutil
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from typing import TypeVar

T = TypeVar("T")


@cache
def collect(package: str, name: str, kind: type[T]) -> tuple[T, ...]:
    """Collect the record called `name` from every module of a package, in the order of file names.

    A module without the record is shared code of its folder; a record of another type is a
    programming error and raises TypeError.
    """
    return tuple(iter_plugins(package, name, kind))


def iter_plugins(
    package: str, name: str, kind: type[T], first: tuple[str, ...] = ()
) -> Iterator[T]:
    """The same records one by one, each module imported when its turn comes; `first` come first."""
    known, rest = _loading(package, name, first)
    position = 0
    # By position, because another loop may load more while this one waits.
    while position < len(known) or _load_next(known, rest):
        record = known[position]
        if not isinstance(record, kind):
            raise TypeError(f"{package}: {name} is {record!r}, not a {kind.__name__}")
        yield record
        position += 1


@cache
def _loading(
    package: str, name: str, first: tuple[str, ...]
) -> tuple[list[object], Iterator[object]]:
    """The records that were loaded so far, and those still to come."""
    return [], _load(package, name, first)


def _load_next(known: list[object], rest: Iterator[object]) -> bool:
    record = next(rest, None)
    if record is not None:
        known.append(record)
    return record is not None


def _load(package: str, name: str, first: tuple[str, ...]) -> Iterator[object]:
    folder = import_module(package)
    names = list(_modules_below(folder.__path__, ""))
    for module in (*first, *(other for other in names if other not in first)):
        record = getattr(import_module(f"{package}.{module}"), name, None)
        if record is not None:
            yield record


def _modules_below(paths: Iterable[str], prefix: str) -> Iterator[str]:
    """The modules of a package and of the packages below it, by their dotted names."""
    for found in pkgutil.iter_modules(paths):
        if found.ispkg:
            below = [os.path.join(path, found.name) for path in paths]  # noqa: PTH118 -- start-up
            yield from _modules_below(below, f"{prefix}{found.name}.")
        else:
            yield f"{prefix}{found.name}"
