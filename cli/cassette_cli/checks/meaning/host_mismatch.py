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
from cassette_cli.checks.recording import Recording
from cassette_cli.checks.spot import Spot, field_spot, header_spot
from cassette_cli.document import text_of
from cassette_cli.exchange import Exchange
from cassette_cli.finding import Severity

_DEFAULT_PORTS = (":80", ":443")


def run(recording: Recording) -> Iterator[Problem]:
    for exchange in recording.exchanges:
        for host, spot in _hosts(exchange):
            if host and exchange.host and _name(host) != _name(exchange.host):
                yield Problem("another host than that of the URL", spot)


def _hosts(exchange: Exchange) -> Iterator[tuple[str, Spot]]:
    host = text_of(exchange.interaction.sources.get("request.host"))
    if host:
        yield host, field_spot(exchange, "request.host")
    for header in exchange.interaction.request.headers:
        if header.name.lower() == "host":
            yield header.value, header_spot(exchange, "request", header)


def _name(host: str) -> str:
    name = host.strip().lower().rpartition("@")[2]
    for port in _DEFAULT_PORTS:
        name = name.removesuffix(port)
    return name


CHECK = Check("host-mismatch", Severity.INFO, "Host and URL agree", run)
