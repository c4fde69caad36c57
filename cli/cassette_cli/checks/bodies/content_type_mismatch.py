"""The content-type names what the body is.

A client that is told of an event stream waits for events in what is one JSON document. Errors are
let through: many servers send them as JSON under the type of the stream that was asked for. So are
streams under another type, as info.

Fails:

    Content-Type: text/event-stream

    {"id": "1", "choices": []}

Passes:

    Content-Type: application/json

    {"id": "1", "choices": []}
"""

from collections.abc import Iterator

from cassette_cli.checks.check import Check, Problem
from cassette_cli.checks.context import Context
from cassette_cli.checks.location import node_location
from cassette_cli.finding import Severity
from cassette_cli.model import Header
from cassette_cli.reading import Reading
from cassette_cli.streams.sse import FRAMING as SSE

_EVENT_STREAM = "text/event-stream"
_SUCCESS = range(200, 300)


def run(context: Context) -> Iterator[Problem]:
    for reading in context.readings:
        response = reading.response
        header = _content_type(reading)
        if header is None or response.media_type is None:
            continue
        location = node_location(reading, f"response.headers.{header.name}", header.source)
        if response.media_type == _EVENT_STREAM and isinstance(response.value, dict | list):
            success = reading.interaction.response.status_code in _SUCCESS
            yield Problem(
                "the body is a JSON document, not an event stream",
                location,
                None if success else Severity.INFO,
            )
        elif response.framing == SSE.name and "json" in response.media_type:
            yield Problem("the body is an event stream", location, Severity.INFO)


def _content_type(reading: Reading) -> Header | None:
    headers = reading.interaction.response.headers
    return next((header for header in headers if header.name.lower() == "content-type"), None)


CHECK = Check(
    "content-type-mismatch", Severity.WARNING, "The content-type names what the body is", run
)
