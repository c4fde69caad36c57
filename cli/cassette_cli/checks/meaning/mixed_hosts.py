"""All calls of an API in a recording go to the same host.

Calls to another host are left over from a recording against a proxy or another region.

Reported: a chat completion of `localhost:4000` after one of `api.openai.com`.

Passes: chat completions of `api.openai.com` alone.
"""

from collections.abc import Iterator

from cassette_cli.checks.check import Check, Problem
from cassette_cli.checks.context import Context
from cassette_cli.checks.location import field_location
from cassette_cli.finding import Severity


def run(context: Context) -> Iterator[Problem]:
    hosts: dict[str, str] = {}
    for reading, conversation in context.calls:
        host = reading.exchange.host
        if host and hosts.setdefault(conversation.dialect, host) != host:
            yield Problem(
                f"goes to {host}, an earlier call to {hosts[conversation.dialect]}",
                field_location(reading, "request.url"),
            )
            hosts[conversation.dialect] = host


CHECK = Check("mixed-hosts", Severity.INFO, "All calls of an API go to the same host", run)
