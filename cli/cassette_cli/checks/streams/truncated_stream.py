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
from cassette_cli.checks.recording import Call, Recording
from cassette_cli.checks.spot import body_spot, event_spot
from cassette_cli.exchange import Exchange, framing_named
from cassette_cli.finding import Severity
from cassette_cli.streams.event import Event

# A list of objects is a stream only for those that say so; every other API answers with lists.
_ARRAY = "json-array"
_MARKER = re.compile(r"\[\w+\]")
# Lines of server-sent events that carry no data.
_COMMENTS = re.compile(r"(?:(?::|event:|id:|retry:)[^\n]*(?:\n|\Z)|\r?\n)+")


def run(recording: Recording) -> Iterator[Problem]:
    calls = {call.exchange.interaction.index: call for call in recording.calls}
    for exchange in recording.exchanges:
        events = exchange.response.events
        call = calls.get(exchange.interaction.index)
        if not events:
            if call and _is_without_data(exchange.response.content):
                spot = body_spot(recording.document, exchange, "response")
                yield Problem("the stream ends before its first event", spot)
            continue
        message = _fault(exchange, call)
        if message or not events[-1].dispatched:
            spot = event_spot(recording.document, exchange, len(events) - 1)
            severity = None if message else Severity.INFO
            yield Problem(message or "the blank line after this event is missing", spot, severity)


def _is_without_data(content: str | bytes) -> bool:
    return isinstance(content, str) and _COMMENTS.fullmatch(content) is not None


def _fault(exchange: Exchange, call: Call | None) -> str | None:
    response = exchange.response
    if not response.events[-1].dispatched and not _is_whole(response.events[-1]):
        return "the stream ends in the middle of this event"
    if response.framing == _ARRAY and framing_named(_ARRAY).notes(response.content):
        return "the array ends or breaks off after this event"
    if call is not None and call.conversation.streamed and not _ends(call):
        return "the stream ends here, without its terminal event"
    return None


def _is_whole(event: Event) -> bool:
    """Whether nothing but the blank line behind an event is missing, as YAML's `|` drops it."""
    return event.value is not None or _MARKER.fullmatch(event.data.strip()) is not None


def _ends(call: Call) -> bool:
    conversation = call.conversation
    if conversation.complete or conversation.completion.error is not None:
        return True
    events = call.exchange.response.events
    return not events[-1].dispatched and call.dialect.fold(events).complete


CHECK = Check("truncated-stream", Severity.ERROR, "Streams run to their end", run)
