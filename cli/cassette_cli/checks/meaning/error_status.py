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
from cassette_cli.checks.recording import Recording
from cassette_cli.checks.spot import field_spot
from cassette_cli.finding import Severity

_CLIENT_ERRORS = range(400, 500)
_SERVER_ERRORS = range(500, 600)


def run(recording: Recording) -> Iterator[Problem]:
    for exchange in recording.exchanges:
        code = exchange.interaction.response.status_code
        spot = field_spot(exchange, "response.status_code")
        if code in _SERVER_ERRORS:
            yield Problem(f"a failure of the server was recorded ({code})", spot)
        elif code in _CLIENT_ERRORS:
            yield Problem(f"a refused request was recorded ({code})", spot, Severity.INFO)


CHECK = Check("error-status", Severity.WARNING, "No failure of the server was recorded", run)
