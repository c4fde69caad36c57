"""All calls of an API in a recording go to the same host.

Calls to another host are left over from a recording against a proxy or another region.

Reported: a chat completion of `localhost:4000` after one of `api.openai.com`.

Passes: chat completions of `api.openai.com` alone.
"""

from collections.abc import Iterator

from cassette_cli.checks.check import Check, Problem
from cassette_cli.checks.recording import Recording
from cassette_cli.checks.spot import field_spot
from cassette_cli.finding import Severity


def run(recording: Recording) -> Iterator[Problem]:
    hosts: dict[str, str] = {}
    for call in recording.calls:
        host = call.exchange.host
        if host and hosts.setdefault(call.dialect.name, host) != host:
            yield Problem(
                f"goes to {host}, an earlier call to {hosts[call.dialect.name]}",
                field_spot(call.exchange, "request.url"),
            )
            hosts[call.dialect.name] = host


CHECK = Check("mixed-hosts", Severity.INFO, "All calls of an API go to the same host", run)
