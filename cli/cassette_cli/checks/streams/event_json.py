"""Every event of a stream of JSON is whole JSON.

Clients parse each event by itself, and fail in mid-stream on one that does not parse.

Fails:

    data: {"choices": [{"index": 0, "delta": {"content": "Hel"}}]

Passes:

    data: {"choices": [{"index": 0, "delta": {"content": "Hel"}}]}
"""

import re
from collections.abc import Iterator

from cassette_cli.checks.check import Check, Problem
from cassette_cli.checks.context import Context
from cassette_cli.checks.location import body_location, event_location
from cassette_cli.finding import Severity
from cassette_cli.json_values import read_json
from cassette_cli.reading import Reading
from cassette_cli.streams.event import is_broken_json

_LINE = re.compile(r"[^\n]+")
_LINES_OF_JSON = re.compile(r"ndjson|jsonl|json-lines|json-seq|stream\+json|jsonlines")


def run(context: Context) -> Iterator[Problem]:
    for reading in context.readings:
        if reading.response.framing:
            for index in broken_events(reading):
                yield Problem(
                    "the data of this event is no JSON",
                    event_location(context.document, reading, index),
                )
        elif isinstance(reading.response.content, str):
            for offset in broken_lines(reading):
                yield Problem(
                    "this line is no JSON",
                    body_location(context.document, reading, "response", offset),
                )


def broken_events(reading: Reading) -> Iterator[int]:
    """Events that do not parse, in a stream of an API that is known or in which most do."""
    events = reading.response.events
    broken = [
        index for index, event in enumerate(events) if event.dispatched and is_broken_json(event)
    ]
    objects = sum(isinstance(event.value, dict | list) for event in events)
    if broken and (reading.streamed or objects > len(broken)):
        yield from broken


def broken_lines(reading: Reading) -> Iterator[int]:
    """Lines that do not parse, in a body of JSON lines that no framing takes for one."""
    content, kind = reading.response.content, reading.response.media_type or ""
    if isinstance(content, bytes) or not ("json" in kind or not kind):
        return
    if "\n" not in content and not _LINES_OF_JSON.search(kind):
        return
    if reading.response.value is not None or not content.lstrip().startswith("{"):
        return
    lines = list(_LINE.finditer(content))
    broken = [line.start() for line in lines if line[0].strip() and read_json(line[0]) is None]
    if _LINES_OF_JSON.search(kind) or 2 * len(broken) < len(lines):
        yield from broken


CHECK = Check("event-json", Severity.ERROR, "Events of a JSON stream are JSON", run)
