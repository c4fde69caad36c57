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
from cassette_cli.checks.recording import Recording
from cassette_cli.checks.spot import field_spot
from cassette_cli.document import Mapping, is_null
from cassette_cli.exchange import Exchange
from cassette_cli.finding import Severity
from cassette_cli.formats.exvcr import NAME as EXVCR
from cassette_cli.formats.one_response import NAME as ONE_RESPONSE


def run(recording: Recording) -> Iterator[Problem]:
    has_requests = recording.cassette.format != ONE_RESPONSE
    for exchange in recording.exchanges:
        whole = exchange.interaction.sources.get("interaction")
        if not isinstance(whole, Mapping):
            yield Problem("the interaction is no mapping", field_spot(exchange, "interaction"))
            continue
        if has_requests:
            yield from _request_problems(exchange)
        # ExVCR records a failure to connect as a response without a status.
        needs_status = recording.cassette.format != EXVCR
        yield from _response_problems(exchange, needs_status=needs_status)


def _request_problems(exchange: Exchange) -> Iterator[Problem]:
    sources = exchange.interaction.sources
    if "request" not in sources:
        yield Problem("the interaction has no request", field_spot(exchange, "request"))
        return
    if "request.method" not in sources:
        yield Problem("the request has no method", field_spot(exchange, "request.method"))
    if not exchange.interaction.request.url:
        yield Problem("the request has no URL", field_spot(exchange, "request.url"))


def _response_problems(exchange: Exchange, *, needs_status: bool) -> Iterator[Problem]:
    sources = exchange.interaction.sources
    if "response" not in sources:
        yield Problem("the interaction has no response", field_spot(exchange, "response"))
    elif needs_status and is_null(sources.get("response.status_code")):
        yield Problem(
            "the response has no status code", field_spot(exchange, "response.status_code")
        )


CHECK = Check("missing-field", Severity.ERROR, "Requests and responses have what it takes", run)
