"""An answer is streamed where, and only where, the request asked for it.

A client that asked for a stream waits for events, and finds none in a plain answer.

Reported:

    request:  {"model": "m", "stream": true}
    response: {"id": "1", "object": "chat.completion", "choices": []}

Passes: a plain answer to a request without `stream`, events to one with `"stream": true`.
"""

from collections.abc import Iterator

from cassette_cli.checks.check import Check, Problem
from cassette_cli.checks.recording import Call, Recording
from cassette_cli.checks.spot import body_spot
from cassette_cli.dialects.json_reading import at
from cassette_cli.finding import Severity

# APIs in which the request's body, not its URL, asks for a stream.
_DIALECTS = frozenset(
    ("openai-chat", "openai-completions", "openai-responses", "anthropic-messages", "cohere-v2")
)
_SUCCESS = range(200, 300)


def run(recording: Recording) -> Iterator[Problem]:
    for call in recording.calls:
        if message := _fault(call):
            yield Problem(message, body_spot(recording.document, call.exchange, "response"))


def _fault(call: Call) -> str | None:
    exchange = call.exchange
    request, response = exchange.request.value, exchange.response
    is_json = isinstance(request, dict) and (response.framing or isinstance(response.value, dict))
    if call.dialect.name not in _DIALECTS or not is_json:
        return None
    if exchange.interaction.response.status_code not in _SUCCESS:
        return None
    asked = at(request, "stream") is True
    if asked and response.framing is None and not at(request, "background"):
        return "the request asked for a stream, the answer is none"
    if call.conversation.streamed and response.framing == "sse" and at(request, "stream") is False:
        return "the answer is a stream, the request asked for none"
    return None


CHECK = Check("stream-mismatch", Severity.INFO, "Streams come where they were asked for", run)
