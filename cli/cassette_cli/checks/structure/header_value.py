r"""Header values hold no line breaks and no NUL (RFC 9110, section 5.5).

A line break in a value would be the start of another header: clients refuse it, or are fooled.

Fails:

    headers:
      X-Note: ["one\r\nX-Injected: two"]

Passes:

    headers:
      X-Note: [one]
      X-Injected: [two]
"""

import re
from collections.abc import Iterator

from cassette_cli.checks.check import Check, Problem
from cassette_cli.checks.recording import Recording
from cassette_cli.checks.spot import header_spot
from cassette_cli.finding import Severity

_FORBIDDEN = re.compile(r"[\r\n\0]")


def run(recording: Recording) -> Iterator[Problem]:
    for exchange in recording.exchanges:
        sides = (
            ("request", exchange.interaction.request),
            ("response", exchange.interaction.response),
        )
        for side, message in sides:
            for header in message.headers:
                if _FORBIDDEN.search(header.value):
                    yield Problem(
                        "a header value cannot hold a line break or NUL",
                        header_spot(exchange, side, header),
                    )


CHECK = Check("header-value", Severity.ERROR, "Header values are legal", run)
