"""A streamed answer runs to the end that its API defines.

A stream that was cut off plays as if the model had stopped in mid-sentence, or makes the client
fail: without its terminal event (`message_stop`, `response.completed`, a `finish_reason` …), in the
middle of an event, or without the bracket that closes an array.

Fails:

    string: |+
      data: {"choices": [{"index": 0, "delta": {"content": "Hel"}}]}

Passes:

    string: |+
      data: {"choices": [{"index": 0, "delta": {"content": "Hel"}}]}

      data: {"choices": [{"index": 0, "delta": {"content": "lo"}, "finish_reason": "stop"}]}

      data: [DONE]
"""

import re
from collections.abc import Iterator

from cassette_cli.checks.check import Check, Problem
from cassette_cli.checks.context import Context
from cassette_cli.checks.location import body_location, event_location
from cassette_cli.exchange import framing_named
from cassette_cli.finding import Severity
from cassette_cli.reading import Reading
from cassette_cli.streams.event import Event
from cassette_cli.transcript import Conversation

# A list of objects is a stream only for those that say so; every other API answers with lists.
_ARRAY = "json-array"
_MARKER = re.compile(r"\[\w+\]")
# Lines of server-sent events that carry no data.
_COMMENTS = re.compile(r"(?:(?::|event:|id:|retry:)[^\n]*(?:\n|\Z)|\r?\n)+")


def run(context: Context) -> Iterator[Problem]:
    for reading in context.readings:
        events = reading.response.events
        if not events:
            if reading.conversation and _is_without_data(reading.response.content):
                location = body_location(context.document, reading, "response")
                yield Problem("the stream ends before its first event", location)
            continue
        location = event_location(context.document, reading, len(events) - 1)
        if message := _fault(reading):
            yield Problem(message, location)
        elif not events[-1].dispatched:
            # No client is given the event; where it says something, that is lost.
            severity = Severity.WARNING if reading.deltas(events[-1]) else Severity.INFO
            yield Problem("the blank line after this event is missing", location, severity)


def _is_without_data(content: str | bytes) -> bool:
    return isinstance(content, str) and _COMMENTS.fullmatch(content) is not None


def _fault(reading: Reading) -> str | None:
    response = reading.response
    if not response.events[-1].dispatched and not _is_whole(response.events[-1]):
        return "the stream ends in the middle of this event"
    if response.framing == _ARRAY and framing_named(_ARRAY).notes(response.content):
        return "the array ends or breaks off after this event"
    conversation = reading.conversation
    if conversation is not None and conversation.streamed and not _ends(reading, conversation):
        return "the stream ends here, without its terminal event"
    return None


def _is_whole(event: Event) -> bool:
    """Whether nothing but the blank line behind an event is missing, as YAML's `|` drops it."""
    return event.value is not None or _MARKER.fullmatch(event.data.strip()) is not None


def _ends(reading: Reading, conversation: Conversation) -> bool:
    if conversation.complete or conversation.completion.error is not None:
        return True
    # An event that is no JSON is not the end that is missing: that is told by `event-json`.
    return reading.fold_events(reading.response.events).complete


CHECK = Check("truncated-stream", Severity.ERROR, "Streams run to their end", run)
