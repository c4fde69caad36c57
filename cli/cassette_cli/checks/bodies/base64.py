"""What is tagged as binary is whole base64 (RFC 4648).

Loaders refuse a `!!binary` scalar that is not, or drop what they cannot read of it.

Fails:

    string: !!binary "SGVsbG*!"

Passes:

    string: !!binary "SGVsbG8h"
"""

import re
from collections.abc import Iterator

from cassette_cli.checks.check import Check, Problem
from cassette_cli.checks.recording import Recording
from cassette_cli.checks.spot import node_spot
from cassette_cli.document import Node, Scalar, is_binary, source_offset
from cassette_cli.exchange import Exchange
from cassette_cli.finding import Severity

_DIGITS = re.compile(r"[A-Za-z0-9+/]*={0,2}")
_GROUP = 4
# Everything up to the first character that cannot stand there.
_BEGINNING = re.compile(r"[A-Za-z0-9+/\s]*(?:=\s*){0,2}")


def run(recording: Recording) -> Iterator[Problem]:
    for exchange in recording.exchanges:
        for location, node in _binary_nodes(exchange):
            if isinstance(node, Scalar) and not _is_whole("".join(node.value.split())):
                spot = node_spot(exchange, location, node)
                sound = _BEGINNING.match(node.value)
                offset = source_offset(recording.document, node, sound.end() if sound else 0)
                yield Problem("the base64 breaks off or breaks here", spot._replace(offset=offset))


def _is_whole(packed: str) -> bool:
    return len(packed) % _GROUP == 0 and _DIGITS.fullmatch(packed) is not None


def _binary_nodes(exchange: Exchange) -> Iterator[tuple[str, Node | None]]:
    interaction = exchange.interaction
    for side, message in (("request", interaction.request), ("response", interaction.response)):
        if message.body is not None and message.body.storage[:1] == ("base64",):
            yield f"{side}.body", message.body.source
        for header in message.headers:
            if is_binary(header.source):
                yield f"{side}.headers.{header.name}", header.source


CHECK = Check("base64", Severity.ERROR, "Binary values are whole base64", run)
