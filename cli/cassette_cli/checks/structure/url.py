"""The URL is one: it has a scheme and a host, without blanks, and a port that exists (RFC 3986).

A URL without scheme or host is reported as info, for a placeholder may stand for both. Where it is
to be seen as one, such as in `<API_BASE>/v1`, nothing is.

Fails:

    uri: "https://bad host/v1"

Passes:

    uri: "https://example.org/v1"
"""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from cassette_cli.checks.check import Check, Problem
from cassette_cli.checks.context import Context
from cassette_cli.checks.location import field_location
from cassette_cli.finding import Severity

_PLACEHOLDER = re.compile(r"[<>{}\[\]$]|%7B", re.IGNORECASE)
_BLANK = re.compile(r"\s")
_GREATEST_PORT = 65535
_INCOMPLETE = "the URL has no scheme or no host"


def run(context: Context) -> Iterator[Problem]:
    for reading in context.readings:
        url = reading.interaction.request.url
        if url and not _PLACEHOLDER.search(url) and (fault := _fault(url)):
            severity = Severity.INFO if fault == _INCOMPLETE else None
            yield Problem(fault, field_location(reading, "request.url"), severity)


def _fault(url: str) -> str | None:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return "the port of the URL is none"
    if not parts.scheme or not parts.netloc:
        return _INCOMPLETE
    if _BLANK.search(parts.netloc):
        return "the host of the URL holds a blank"
    if port is not None and port > _GREATEST_PORT:
        return "the port of the URL is none"
    return None


CHECK = Check("url", Severity.WARNING, "The URL is whole", run)
