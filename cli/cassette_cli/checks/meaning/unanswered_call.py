"""A tool call has its result in the next turn.

A prompt that goes on without it is refused by most APIs.

Reported:

    {"role": "assistant", "tool_calls": [{"id": "call_1", "function": {"name": "add"}}]}
    {"role": "user", "content": "and now?"}

Passes: the same with the result of `call_1` in between.
"""

from collections.abc import Iterator

from cassette_cli.checks.check import Check, Problem
from cassette_cli.checks.context import Context
from cassette_cli.checks.location import body_location
from cassette_cli.finding import Severity
from cassette_cli.json_path import find_text
from cassette_cli.transcript import Prompt, ToolCall, ToolResult


def run(context: Context) -> Iterator[Problem]:
    for reading, conversation in context.calls:
        for call_id in _unanswered(conversation.prompt):
            path = next(find_text(reading.request.value, call_id), ())
            yield Problem(
                "a tool call without a result",
                body_location(context.document, reading, "request", path=path),
            )


def _unanswered(prompt: Prompt) -> list[str]:
    parts = [part for message in prompt.messages for part in message.parts]
    answered = {part.id for part in parts if isinstance(part, ToolResult)}
    made = [part.id for part in parts if isinstance(part, ToolCall)]
    return [call_id for call_id in made if call_id and call_id not in answered]


CHECK = Check("unanswered-call", Severity.INFO, "Tool calls have results", run)
