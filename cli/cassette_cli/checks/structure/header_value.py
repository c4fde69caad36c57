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
from cassette_cli.checks.context import Context
from cassette_cli.checks.location import header_location
from cassette_cli.document import Syntax
from cassette_cli.finding import Severity

_FORBIDDEN = re.compile(r"[\r\n\0]")


def run(context: Context) -> Iterator[Problem]:
    if context.document.syntax is Syntax.HTTP:
        # There, a line break ends the header, or is a part of it to no reader but this one.
        return
    for reading in context.readings:
        for message in reading.messages:
            for header in message.headers:
                if _FORBIDDEN.search(header.value):
                    yield Problem(
                        "a header value cannot hold a line break or NUL",
                        header_location(reading, message.name, header),
                    )


CHECK = Check("header-value", Severity.ERROR, "Header values are legal", run)
