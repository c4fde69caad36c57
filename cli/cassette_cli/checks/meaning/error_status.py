"""No failure of the server was recorded by accident.

A 5xx is seldom what a test is about: it is a bad moment of the server, and every run of the test
now repeats it. A 4xx is often recorded on purpose, and reported as info.

Fails:

    status: {code: 502, message: Bad Gateway}

Passes:

    status: {code: 200, message: OK}
"""

from collections.abc import Iterator

from cassette_cli.checks.check import Check, Problem
from cassette_cli.checks.context import Context
from cassette_cli.checks.location import field_location
from cassette_cli.finding import Severity

_CLIENT_ERRORS = range(400, 500)
_SERVER_ERRORS = range(500, 600)


def run(context: Context) -> Iterator[Problem]:
    for reading in context.readings:
        code = reading.interaction.response.status_code
        location = field_location(reading, "response.status_code")
        if code in _SERVER_ERRORS:
            yield Problem(f"a failure of the server was recorded ({code})", location)
        elif code in _CLIENT_ERRORS:
            yield Problem(f"a refused request was recorded ({code})", location, Severity.INFO)


CHECK = Check("error-status", Severity.WARNING, "No failure of the server was recorded", run)
