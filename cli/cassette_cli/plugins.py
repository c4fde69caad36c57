"""Plug-ins are found by their folder: each module of a package ends in its record."""

import pkgutil
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
    folder = import_module(package)
    modules = (import_module(f"{package}.{found.name}") for found in pkgutil.iter_modules(folder.__path__))
    records = [getattr(module, name) for module in modules if hasattr(module, name)]
    for record in records:
        if not isinstance(record, kind):
            raise TypeError(f"{package}: {name} is {record!r}, not a {kind.__name__}")
    return tuple(records)
