"""The status code is one that HTTP has: 100 to 599 (RFC 9110, section 15).

Fails:

    status: {code: 999, message: OK}

Passes:

    status: {code: 200, message: OK}
"""

from collections.abc import Iterator

from cassette_cli.checks.check import Check, Problem
from cassette_cli.checks.context import Context
from cassette_cli.checks.location import field_location
from cassette_cli.finding import Severity

_LEAST, _GREATEST = 100, 599


def run(context: Context) -> Iterator[Problem]:
    for reading in context.readings:
        code = reading.interaction.response.status_code
        if code is not None and not _LEAST <= code <= _GREATEST:
            yield Problem(
                "HTTP has no such status code", field_location(reading, "response.status_code")
            )


CHECK = Check("status", Severity.ERROR, "The status code exists", run)
