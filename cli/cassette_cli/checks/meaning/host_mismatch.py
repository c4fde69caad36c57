"""The Host header, and go-vcr's `host`, name the host of the URL.

They part when the one is replaced by a placeholder and the other is not. go-vcr compares both when
it looks for the interaction to play.

Reported:

    host: localhost:8080
    url: https://api.example.org/v1

Passes:

    host: api.example.org
    url: https://api.example.org/v1
"""

from collections.abc import Iterator

from cassette_cli.checks.check import Check, Problem
from cassette_cli.checks.context import Context
from cassette_cli.checks.location import Location, field_location, header_location
from cassette_cli.document import text_of
from cassette_cli.finding import Severity
from cassette_cli.reading import Reading

_DEFAULT_PORTS = (":80", ":443")


def run(context: Context) -> Iterator[Problem]:
    for reading in context.readings:
        for host, location in _hosts(reading):
            if host and reading.exchange.host and _name(host) != _name(reading.exchange.host):
                yield Problem("another host than that of the URL", location)


def _hosts(reading: Reading) -> Iterator[tuple[str, Location]]:
    host = text_of(reading.interaction.sources.get("request.host"))
    if host:
        yield host, field_location(reading, "request.host")
    for header in reading.interaction.request.headers:
        if header.name.lower() == "host":
            yield header.value, header_location(reading, "request", header)


def _name(host: str) -> str:
    name = host.strip().lower().rpartition("@")[2]
    for port in _DEFAULT_PORTS:
        name = name.removesuffix(port)
    return name


CHECK = Check("host-mismatch", Severity.INFO, "Host and URL agree", run)
