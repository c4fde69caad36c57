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
from cassette_cli.checks.context import Context
from cassette_cli.checks.location import node_location
from cassette_cli.finding import Severity

_NAME = re.compile(r":?[!#$%&'*+.^_`|~0-9A-Za-z-]+")


def run(context: Context) -> Iterator[Problem]:
    for reading in context.readings:
        for message in reading.messages:
            for header in message.headers:
                if not _NAME.fullmatch(header.name):
                    yield Problem(
                        f"a header cannot be called {header.name!r}",
                        node_location(
                            reading, f"{message.name}.headers", header.name_source or header.source
                        ),
                    )


CHECK = Check("header-name", Severity.ERROR, "Header names are legal", run)
