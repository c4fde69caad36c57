"""A body that is stored compressed can be decompressed.

A client is told of the compression by Content-Encoding, and fails on data that is cut off or
damaged. (A recorder may store a body decompressed and keep the header: that is no fault.)

Fails: gzip data without its end.

Passes: gzip data as the server sent it, or text under `Content-Encoding: gzip`.
"""

from collections.abc import Iterator

from cassette_cli.checks.check import Check, Problem
from cassette_cli.checks.context import Context
from cassette_cli.checks.location import body_location
from cassette_cli.exchange import Payload
from cassette_cli.finding import Severity
from cassette_cli.layers.codings import CODINGS
from cassette_cli.model import Header, header_values

_TEXTUAL = ("text/", "application/json", "application/xml", "application/javascript")


def run(context: Context) -> Iterator[Problem]:
    for reading in context.readings:
        for message in reading.messages:
            if coding := _broken_coding(message.payload, message.headers):
                yield Problem(
                    f"the {coding} data is cut off or damaged",
                    body_location(context.document, reading, message.name),
                )


def _broken_coding(payload: Payload, headers: tuple[Header, ...]) -> str | None:
    """The coding that still lies on the content of a payload, though it should be off."""
    content = payload.content
    if isinstance(content, str) or not content:
        return None
    for coding in CODINGS.values():
        # Below a coding that could be taken off, the same one is that of a file within.
        is_left = coding.name not in payload.layers
        if is_left and coding.magic and content.startswith(coding.magic):
            return coding.name
    named = ",".join(header_values(headers, "content-encoding")).lower()
    missing = [name.strip() for name in named.split(",") if name.strip() in CODINGS]
    textual = (payload.media_type or "").startswith(_TEXTUAL)
    return missing[0] if missing and textual and missing[0] not in payload.layers else None


CHECK = Check("compressed-body", Severity.ERROR, "Compressed bodies can be decompressed", run)
