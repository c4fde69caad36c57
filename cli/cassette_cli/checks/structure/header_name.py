"""Header names are tokens (RFC 9110, section 5.1).

HTTP/2's own fields, such as `:authority`, are let through.

Fails:

    headers:
      Content Type: [text/plain]

Passes:

    headers:
      Content-Type: [text/plain]
"""

import re
from collections.abc import Iterator

from cassette_cli.checks.check import Check, Problem
from cassette_cli.checks.recording import Recording
from cassette_cli.checks.spot import node_spot
from cassette_cli.finding import Severity

_NAME = re.compile(r":?[!#$%&'*+.^_`|~0-9A-Za-z-]+")


def run(recording: Recording) -> Iterator[Problem]:
    for exchange in recording.exchanges:
        sides = (
            ("request", exchange.interaction.request),
            ("response", exchange.interaction.response),
        )
        for side, message in sides:
            for header in message.headers:
                if not _NAME.fullmatch(header.name):
                    yield Problem(
                        f"a header cannot be called {header.name!r}",
                        node_spot(exchange, f"{side}.headers", header.name_source or header.source),
                    )


CHECK = Check("header-name", Severity.ERROR, "Header names are legal", run)
