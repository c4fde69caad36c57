"""The version of the format is one that the recorder knows.

vcrpy writes `version: 1` into each file. A file without it still plays; one with another number was
edited by hand, or comes from another program.

Fails:

    interactions: []
    version: 99

Passes:

    interactions: []
    version: 1
"""

from collections.abc import Iterator

from cassette_cli.checks.check import Check, Problem
from cassette_cli.checks.context import Context
from cassette_cli.checks.location import file_location
from cassette_cli.document import Mapping, text_of
from cassette_cli.finding import Severity
from cassette_cli.formats.vcrpy import NAME as VCRPY


def run(context: Context) -> Iterator[Problem]:
    root = context.document.resolved
    if context.cassette.format != VCRPY or not isinstance(root, Mapping):
        return
    version = root.get("version")
    if version is None:
        yield Problem("the version is missing", file_location(), Severity.INFO)
    elif text_of(version) != "1":
        yield Problem(
            "vcrpy has no such version of its format: it writes 1",
            file_location(version, "version"),
        )


CHECK = Check("version", Severity.ERROR, "The version of the format is a known one", run)
