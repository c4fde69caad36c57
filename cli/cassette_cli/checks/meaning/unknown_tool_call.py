"""A tool result answers a call that was made.

Its id is that of a call in an earlier message of the same prompt. A result without its call comes
of ids that were replaced in one place and not in the other; some APIs let it pass.

Reported:

    {"role": "assistant", "tool_calls": [{"id": "call_1", "function": {"name": "add"}}]}
    {"role": "tool", "tool_call_id": "call_2", "content": "5"}

Passes: the same with `call_1` in both.
"""

from collections.abc import Iterator

from cassette_cli.checks.check import Check, Problem
from cassette_cli.checks.context import Context
from cassette_cli.checks.location import body_location
from cassette_cli.finding import Severity
from cassette_cli.json_path import find_text
from cassette_cli.transcript import Prompt, ServerToolCall, ToolCall, ToolResult

# With these, the messages before are kept by the server.
_CONTINUES = frozenset(("previous_response_id", "conversation", "previous_interaction_id"))


def run(context: Context) -> Iterator[Problem]:
    for reading, conversation in context.calls:
        for result_id in _unknown(conversation.prompt):
            paths = list(find_text(reading.request.value, result_id))
            if len(paths) == 1:  # an id that stands twice belongs to a call of a kind not known
                yield Problem(
                    "a tool result for a call that was not made",
                    body_location(context.document, reading, "request", path=paths[0]),
                )


def _unknown(prompt: Prompt) -> Iterator[str]:
    if any(name in _CONTINUES and value for name, value in prompt.settings):
        return
    parts = [part for message in prompt.messages for part in message.parts]
    if all(isinstance(part, ToolResult) for part in parts):
        return  # the calls are kept by the server
    made: set[str | None] = {None, ""}
    for part in parts:
        match part:
            case ToolCall(id=call_id) | ServerToolCall(id=call_id):
                made.add(call_id)
            case ToolResult(id=str(result_id)) if result_id not in made:
                yield result_id


CHECK = Check("unknown-tool-call", Severity.INFO, "Tool results answer calls", run)
