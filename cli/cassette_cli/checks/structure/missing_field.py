"""Every interaction has a request with method and URL, and a response with a status code.

Recorders fail on a file in which one is missing, some with an error that does not say where.

Fails:

    - request: {method: GET, headers: {}, body: null}
      response: {status: {code: 200, message: OK}, headers: {}, body: {string: ""}}

Passes:

    - request: {method: GET, uri: "https://example.org/", headers: {}, body: null}
      response: {status: {code: 200, message: OK}, headers: {}, body: {string: ""}}
"""

from collections.abc import Iterator

from cassette_cli.checks.check import Check, Problem
from cassette_cli.checks.context import Context
from cassette_cli.checks.location import field_location
from cassette_cli.document import Mapping, is_null
from cassette_cli.finding import Severity
from cassette_cli.formats.exvcr import NAME as EXVCR
from cassette_cli.formats.one_response import NAME as ONE_RESPONSE
from cassette_cli.reading import Reading


def run(context: Context) -> Iterator[Problem]:
    has_requests = context.cassette.format != ONE_RESPONSE
    for reading in context.readings:
        whole = reading.interaction.sources.get("interaction")
        if not isinstance(whole, Mapping):
            yield Problem("the interaction is no mapping", field_location(reading, "interaction"))
            continue
        if has_requests:
            yield from _request_problems(reading)
        # ExVCR records a failure to connect as a response without a status.
        needs_status = context.cassette.format != EXVCR
        yield from _response_problems(reading, needs_status=needs_status)


def _request_problems(reading: Reading) -> Iterator[Problem]:
    sources = reading.interaction.sources
    if "request" not in sources:
        yield Problem("the interaction has no request", field_location(reading, "request"))
        return
    if "request.method" not in sources:
        yield Problem("the request has no method", field_location(reading, "request.method"))
    if not reading.interaction.request.url:
        yield Problem("the request has no URL", field_location(reading, "request.url"))


def _response_problems(reading: Reading, *, needs_status: bool) -> Iterator[Problem]:
    sources = reading.interaction.sources
    if "response" not in sources:
        yield Problem("the interaction has no response", field_location(reading, "response"))
    elif needs_status and is_null(sources.get("response.status_code")):
        yield Problem(
            "the response has no status code", field_location(reading, "response.status_code")
        )


CHECK = Check("missing-field", Severity.ERROR, "Requests and responses have what it takes", run)
