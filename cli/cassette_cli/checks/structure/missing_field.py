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
from cassette_cli.document import Mapping, Syntax, is_null
from cassette_cli.finding import Severity
from cassette_cli.formats.catalogue import may_lack
from cassette_cli.reading import Reading


def run(context: Context) -> Iterator[Problem]:
    lacking = may_lack(context.cassette.format)
    for reading in context.readings:
        whole = reading.interaction.sources.get("interaction")
        if not isinstance(whole, Mapping) and context.document.syntax is not Syntax.HTTP:
            yield Problem("the interaction is no mapping", field_location(reading, "interaction"))
            continue
        for name, message in (*_request_faults(reading), *_response_faults(reading)):
            if name not in lacking:
                yield Problem(message, field_location(reading, name))


def _request_faults(reading: Reading) -> Iterator[tuple[str, str]]:
    """The fields that a request lacks, by name, each with a message."""
    sources = reading.interaction.sources
    if "request" not in sources:
        yield "request", "the interaction has no request"
        return
    if "request.method" not in sources:
        yield "request.method", "the request has no method"
    if not reading.interaction.request.url:
        yield "request.url", "the request has no URL"


def _response_faults(reading: Reading) -> Iterator[tuple[str, str]]:
    """The fields that a response lacks, by name, each with a message."""
    sources = reading.interaction.sources
    if "response" not in sources:
        yield "response", "the interaction has no response"
    elif is_null(sources.get("response.status_code")):
        yield "response.status_code", "the response has no status code"


CHECK = Check("missing-field", Severity.ERROR, "Requests and responses have what it takes", run)
