"""A response with a body says what the body is.

Without Content-Type a client guesses, and some do not parse JSON then. Where a recorder drops all
headers nothing is reported.

Reported:

    headers: {Server: [nginx]}
    body: {string: '{"a": 1}'}

Passes:

    headers: {Content-Type: [application/json]}
    body: {string: '{"a": 1}'}
"""

from collections.abc import Iterator

from cassette_cli.checks.check import Check, Problem
from cassette_cli.checks.recording import Recording
from cassette_cli.checks.spot import field_spot
from cassette_cli.finding import Severity


def run(recording: Recording) -> Iterator[Problem]:
    for exchange in recording.exchanges:
        response = exchange.interaction.response
        if response.headers and exchange.response.content and exchange.response.media_type is None:
            yield Problem(
                "the response has a body and no content-type",
                field_spot(exchange, "response.headers"),
            )


CHECK = Check("missing-content-type", Severity.INFO, "Bodies have a content-type", run)
