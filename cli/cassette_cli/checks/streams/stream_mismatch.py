"""An answer is streamed where, and only where, the request asked for it.

A client that asked for a stream waits for events, and finds none in a plain answer.

Reported:

    request:  {"model": "m", "stream": true}
    response: {"id": "1", "object": "chat.completion", "choices": []}

Passes: a plain answer to a request without `stream`, events to one with `"stream": true`.
"""

from collections.abc import Iterator

from cassette_cli.checks.check import Check, Problem
from cassette_cli.checks.context import Context
from cassette_cli.checks.location import body_location
from cassette_cli.dialects.json_fields import at
from cassette_cli.finding import Severity
from cassette_cli.reading import Reading
from cassette_cli.transcript import Conversation

# APIs in which the request's body, not its URL, asks for a stream.
_DIALECTS = frozenset(
    ("openai-chat", "openai-completions", "openai-responses", "anthropic-messages", "cohere-v2")
)
_SUCCESS = range(200, 300)


def run(context: Context) -> Iterator[Problem]:
    for reading, conversation in context.calls:
        if message := _fault(reading, conversation):
            yield Problem(message, body_location(context.document, reading, "response"))


def _fault(reading: Reading, conversation: Conversation) -> str | None:
    request, response = reading.request.value, reading.response
    is_json = isinstance(request, dict) and (response.framing or isinstance(response.value, dict))
    if conversation.dialect not in _DIALECTS or not is_json:
        return None
    if reading.interaction.response.status_code not in _SUCCESS:
        return None
    asked = at(request, "stream") is True
    if asked and response.framing is None and not at(request, "background"):
        return "the request asked for a stream, the answer is none"
    if conversation.streamed and response.framing == "sse" and at(request, "stream") is False:
        return "the answer is a stream, the request asked for none"
    return None


CHECK = Check("stream-mismatch", Severity.INFO, "Streams come where they were asked for", run)
