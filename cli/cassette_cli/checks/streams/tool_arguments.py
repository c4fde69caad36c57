r"""The arguments of a tool call are whole JSON.

A client parses them before it runs the tool. Arguments that the model had no tokens left for are
reported as info: they were recorded like that.

Fails:

    "function": {"name": "add", "arguments": "{\"a\": 2"}

Passes:

    "function": {"name": "add", "arguments": "{\"a\": 2}"}
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from cassette_cli.checks.check import Check, Problem
from cassette_cli.checks.json_walk import find_strings
from cassette_cli.checks.recording import Call, Recording
from cassette_cli.checks.spot import Spot, body_spot, event_spot
from cassette_cli.checks.stop_reasons import OUT_OF_TOKENS
from cassette_cli.document import Document
from cassette_cli.finding import Severity
from cassette_cli.transcript import Message, ServerToolCall, ToolCall

# Custom tools and interpreters take any text; else what begins like JSON was meant to be it.
_BEGINNING = "{"
_TAKES_ANY_TEXT = re.compile("custom|code_interpreter")


def run(recording: Recording) -> Iterator[Problem]:
    for call in recording.calls:
        if call.conversation.streamed and not call.conversation.complete:
            continue  # the stream was cut off in them, and that is reported
        for message in call.conversation.completion.messages:
            for name, arguments in _broken(message):
                spot = _spot(recording.document, call, arguments)
                if spot is not None:
                    cut = message.finish_reason in OUT_OF_TOKENS
                    yield Problem(
                        f"the arguments for {name!r} are no JSON",
                        spot,
                        Severity.INFO if cut else None,
                    )


def _broken(message: Message) -> Iterator[tuple[str, str]]:
    for part in message.parts:
        match part:
            case (
                ToolCall(name=name, arguments=str(text))
                | ServerToolCall(name=name, arguments=str(text))
            ) if text.lstrip().startswith(_BEGINNING):
                yield name, text


def _spot(document: Document, call: Call, arguments: str) -> Spot | None:
    """Where the arguments end; None where they are the input of a custom tool."""
    if not call.conversation.streamed:
        for path in find_strings(call.exchange.response.value, arguments):
            if path[-1] == "arguments":
                return body_spot(document, call.exchange, "response", path=path)
        return None
    texts: defaultdict[tuple[str | int, ...], str] = defaultdict(str)
    spots = {}
    for index, event in enumerate(call.exchange.response.events):
        for delta in call.dialect.deltas(event):
            texts[delta.channel] += delta.text
            spots[delta.channel] = (index, delta.path)
    for channel, text in texts.items():
        words = " ".join(map(str, (*channel, *spots[channel][1])))
        if text == arguments and not _TAKES_ANY_TEXT.search(words):
            return event_spot(document, call.exchange, *spots[channel])
    return None


CHECK = Check("tool-arguments", Severity.ERROR, "Arguments of tool calls are JSON", run)
