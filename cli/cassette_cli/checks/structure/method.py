"""The request method is a token (RFC 9110, section 9.1).

Fails:

    method: "PO ST"

Passes:

    method: POST
"""

import re
from collections.abc import Iterator

from cassette_cli.checks.check import Check, Problem
from cassette_cli.checks.recording import Recording
from cassette_cli.checks.spot import field_spot
from cassette_cli.document import text_of
from cassette_cli.finding import Severity

# Ruby's VCR writes it as a symbol: `:get`.
_METHOD = re.compile(r":?[!#$%&'*+.^_`|~0-9A-Za-z-]+")


def run(recording: Recording) -> Iterator[Problem]:
    for exchange in recording.exchanges:
        method = text_of(exchange.interaction.sources.get("request.method"))
        if method is not None and not _METHOD.fullmatch(method):
            yield Problem(
                "no HTTP method can be spelled like this" if method else "the method is empty",
                field_spot(exchange, "request.method"),
            )


CHECK = Check("method", Severity.ERROR, "The request method is legal", run)
