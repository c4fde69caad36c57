"""The request method is a token (RFC 9110, section 9.1).

Fails:

    method: "PO ST"

Passes:

    method: POST
"""

import re
from collections.abc import Iterator

from cassette_cli.checks.check import Check, Problem
from cassette_cli.checks.context import Context
from cassette_cli.checks.location import field_location
from cassette_cli.document import text_of
from cassette_cli.finding import Severity

# Ruby's VCR writes it as a symbol: `:get`.
_METHOD = re.compile(r":?[!#$%&'*+.^_`|~0-9A-Za-z-]+")


def run(context: Context) -> Iterator[Problem]:
    for reading in context.readings:
        method = text_of(reading.interaction.sources.get("request.method"))
        if method is not None and not _METHOD.fullmatch(method):
            yield Problem(
                "no HTTP method can be spelled like this" if method else "the method is empty",
                field_location(reading, "request.method"),
            )


CHECK = Check("method", Severity.ERROR, "The request method is legal", run)
