"""The record of a check, and what its `run` gives."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from cassette_cli.checks.context import Context
from cassette_cli.checks.location import Location
from cassette_cli.document import Intent
from cassette_cli.finding import Severity


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, and where.

    `severity` is that of the check unless given. `fix` are the edits that put it right without
    changing what was recorded. A problem that is a secret names the redaction `rule` that found it:
    exceptions may name it, and the source text of the place is not shown.
    """

    message: str
    location: Location
    severity: Severity | None = None
    fix: tuple[Intent, ...] = field(default=(), repr=False)
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Check:
    """One thing to look for. The docstring of its module is its documentation.

    `severity` is the worst that its problems have; `fixable` says whether some of them come with
    a fix.
    """

    id: str
    severity: Severity
    summary: str
    run: Callable[[Context], Iterable[Problem]]
    fixable: bool = False
