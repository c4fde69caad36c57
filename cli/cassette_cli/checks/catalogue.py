"""All checks of the program, by the kind of thing that they look at."""

import sys
from functools import cache

from cassette_cli.checks.check import Check
from cassette_cli.errors import CassetteError
from cassette_cli.nearest import did_you_mean
from cassette_cli.plugins import collect

GROUPS = ("structure", "bodies", "streams", "meaning", "leaks", "replay")


@cache
def checks() -> tuple[Check, ...]:
    """Every check, group by group, in the order of file names."""
    return tuple(check for group in GROUPS for check in checks_of(group))


def checks_of(group: str) -> tuple[Check, ...]:
    """The checks of one group."""
    return collect(f"cassette_cli.checks.{group}", "CHECK", Check)


@cache
def choose(select: tuple[str, ...] = (), ignore: tuple[str, ...] = ()) -> tuple[Check, ...]:
    """Those that are selected (all where none is) but for the ignored.

    Raises CassetteError for an id that no check has.
    """
    known = {check.id for check in checks()}
    for name in (*select, *ignore):
        if name not in known:
            raise CassetteError(
                f"no check is called {name!r}",
                hint=did_you_mean(name, known, "`cassette checks` lists them"),
            )
    return tuple(
        check for check in checks() if check.id not in ignore and (not select or check.id in select)
    )


def documentation(check: Check) -> str:
    """The docstring of the module that a check stands in."""
    return sys.modules[check.run.__module__].__doc__ or ""
