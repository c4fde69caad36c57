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
from cassette_cli.checks.context import Context
from cassette_cli.checks.location import node_location
from cassette_cli.document import Node, Scalar, is_binary, source_offset
from cassette_cli.finding import Severity
from cassette_cli.json_path import write_path
from cassette_cli.reading import Reading

_DIGITS = re.compile(r"[A-Za-z0-9+/]*={0,2}")
_GROUP = 4
# Everything up to the first character that cannot stand there.
_BEGINNING = re.compile(r"[A-Za-z0-9+/\s]*(?:=\s*){0,2}")


def run(context: Context) -> Iterator[Problem]:
    for reading in context.readings:
        for name, node in _binary_nodes(reading):
            if isinstance(node, Scalar) and not _is_whole("".join(node.value.split())):
                sound = _BEGINNING.match(node.value)
                offset = source_offset(context.document, node, sound.end() if sound else 0)
                location = node_location(reading, name, node)._replace(offset=offset)
                yield Problem("the base64 breaks off or breaks here", location)


def _is_whole(packed: str) -> bool:
    return len(packed) % _GROUP == 0 and _DIGITS.fullmatch(packed) is not None


def _binary_nodes(reading: Reading) -> Iterator[tuple[str, Node | None]]:
    for message in reading.messages:
        if message.body is not None and message.body.storage[:1] == ("base64",):
            yield f"{message.name}.body", message.body.source
        for header in message.headers:
            if is_binary(header.source):
                yield write_path((message.name, "headers", header.name)), header.source


CHECK = Check("base64", Severity.ERROR, "Binary values are whole base64", run)
