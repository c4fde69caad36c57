"""A response with a body says what the body is.

Without Content-Type a client guesses, and some do not parse JSON then. A body of no bytes that is
counted all the same (Content-Length: 0) is a body, too; a status that has none (204, 205, 304) is
not reported, nor is anything where a recorder drops all headers.

Reported:

    headers: {Server: [nginx]}
    body: {string: '{"a": 1}'}

Passes:

    headers: {Content-Type: [application/json]}
    body: {string: '{"a": 1}'}
"""

from collections.abc import Iterator

from cassette_cli.checks.check import Check, Problem
from cassette_cli.checks.context import Context
from cassette_cli.checks.location import field_location
from cassette_cli.finding import Severity
from cassette_cli.model import header_value
from cassette_cli.reading import Reading

# RFC 9110, sections 15.3.5, 15.3.6 and 15.4.5.
_WITHOUT_BODY = (204, 205, 304)


def run(context: Context) -> Iterator[Problem]:
    for reading in context.readings:
        headers = reading.interaction.response.headers
        if headers and reading.response.media_type is None and _has_body(reading):
            yield Problem(
                "the response has a body and no content-type",
                field_location(reading, "response.headers"),
            )


def _has_body(reading: Reading) -> bool:
    if reading.response.content:
        return True
    request, response = reading.interaction.request, reading.interaction.response
    if request.method == "HEAD" or response.status_code in _WITHOUT_BODY:
        return False
    return header_value(response.headers, "content-length") is not None


CHECK = Check("missing-content-type", Severity.INFO, "Bodies have a content-type", run)
