"""The answer is one of the API that the URL names.

A chat completion under `/v1/messages` comes of a response that was pasted into the wrong
interaction, or of a URL that was replaced.

Fails:

    url: https://api.anthropic.com/v1/messages
    body: '{"object": "chat.completion", "choices": []}'

Passes:

    url: https://api.openai.com/v1/chat/completions
    body: '{"object": "chat.completion", "choices": []}'
"""

from collections.abc import Iterator

from cassette_cli.checks.check import Check, Problem
from cassette_cli.checks.context import Context
from cassette_cli.checks.location import field_location
from cassette_cli.finding import Severity
from cassette_cli.json_values import Json

# The end of an API's path, and the name of what it answers with.
_APIS = {
    "/chat/completions": "a chat completion",
    "/v1/messages": "a message of Anthropic",
    "/v1/responses": "a response of OpenAI",
}


def run(context: Context) -> Iterator[Problem]:
    for reading in context.readings:
        path = reading.exchange.path
        asked = next((kind for end, kind in _APIS.items() if path.endswith(end)), None)
        answered = _kind(reading.response.first_value)
        if asked and answered and asked != answered:
            yield Problem(
                f"the URL asks for {asked}, the answer is {answered}",
                field_location(reading, "request.url"),
            )


def _kind(value: Json) -> str | None:
    match value:
        case {"object": "chat.completion" | "chat.completion.chunk"}:
            return _APIS["/chat/completions"]
        case {"type": "message", "role": "assistant"} | {"type": "message_start"}:
            return _APIS["/v1/messages"]
        case {"object": "response", "output": list()} | {"type": "response.created"}:
            return _APIS["/v1/responses"]
    return None


CHECK = Check("response-mismatch", Severity.WARNING, "Answers are of the API in the URL", run)
