"""An answer that stops for a tool calls one.

A client that reads that the model wants a tool waits for a call that never comes.

Reported:

    "finish_reason": "tool_calls", "message": {"content": ""}

Passes: the same with `tool_calls` in its message.
"""

from collections.abc import Iterator

from cassette_cli.checks.check import Check, Problem
from cassette_cli.checks.context import Context
from cassette_cli.checks.location import body_location
from cassette_cli.finding import Severity
from cassette_cli.transcript import Message, Reasoning, Refusal, Text

_WANTS_TOOL = frozenset(
    ("tool_calls", "tool_call", "function_call", "tool_use", "TOOL_CALL", "TOOL_USE")
)


def run(context: Context) -> Iterator[Problem]:
    for reading, conversation in context.calls:
        for message in conversation.completion.messages:
            if message.finish_reason in _WANTS_TOOL and not _may_call(message):
                yield Problem(
                    f"the answer stops for a tool ({message.finish_reason}), and calls none",
                    body_location(context.document, reading, "response"),
                )


def _may_call(message: Message) -> bool:
    """Whether a part is a call, or is not known to be none."""
    return not all(isinstance(part, Text | Reasoning | Refusal) for part in message.parts)


CHECK = Check("missing-tool-call", Severity.INFO, "Answers that stop for a tool call one", run)
