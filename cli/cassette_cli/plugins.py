"""Plug-ins are found by their folder: each module of a package ends in its record."""

import pkgutil
from collections.abc import Iterator
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
    for module in _modules(package, first):
        record = _record(f"{package}.{module}", name)
        if record is not None and not isinstance(record, kind):
            raise TypeError(f"{package}: {name} is {record!r}, not a {kind.__name__}")
        if record is not None:
            yield record


@cache
def _modules(package: str, first: tuple[str, ...]) -> tuple[str, ...]:
    folder = import_module(package)
    names = (found.name for found in pkgutil.iter_modules(folder.__path__))
    return (*first, *(name for name in names if name not in first))


@cache
def _record(module: str, name: str) -> object:
    return getattr(import_module(module), name, None)
