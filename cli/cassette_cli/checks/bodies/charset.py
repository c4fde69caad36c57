"""Text is stored in the charset that it says it is in.

Bytes that are no text in UTF-8, nor in the charset that Content-Type names, reach the client as
replacement characters or as an error. JSON and event streams are always in UTF-8; of other text,
which may name its charset itself, it is reported as info.

Fails: a body of `application/json` with the byte 0xFF in it.

Passes: UTF-8, or `text/html; charset=latin-1` in Latin-1.
"""

from collections.abc import Iterator

from cassette_cli.checks.check import Check, Problem
from cassette_cli.checks.context import Context
from cassette_cli.checks.location import body_location
from cassette_cli.exchange import Payload
from cassette_cli.finding import Severity
from cassette_cli.layers.codings import CODINGS
from cassette_cli.model import Header, header_value

_ALWAYS_UTF8 = ("application/json", "text/event-stream")
_TEXTUAL = ("text/", "application/json", "application/xml", "application/javascript")


def run(context: Context) -> Iterator[Problem]:
    for reading in context.readings:
        for message in reading.messages:
            payload = message.payload
            offset = _first_fault(payload)
            if offset is not None and not _is_encoded(payload, message.headers):
                always_utf8 = (payload.media_type or "").startswith(_ALWAYS_UTF8)
                yield Problem(
                    "this byte is no text in the charset of the body",
                    body_location(context.document, reading, message.name, offset),
                    None if always_utf8 else Severity.INFO,
                )


def _first_fault(payload: Payload) -> int | None:
    content = payload.content
    if isinstance(content, str) or not (payload.media_type or "").startswith(_TEXTUAL):
        return None
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start
    return None


def _is_encoded(payload: Payload, headers: tuple[Header, ...]) -> bool:
    """Whether the bytes are still compressed, so that they are no text for that reason."""
    content = payload.content
    named = (header_value(headers, "content-encoding") or "identity").lower() != "identity"
    return named or (
        isinstance(content, bytes)
        and any(coding.magic and content.startswith(coding.magic) for coding in CODINGS.values())
    )


CHECK = Check("charset", Severity.WARNING, "Text can be decoded", run)
