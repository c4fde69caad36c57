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
from cassette_cli.checks.context import Context
from cassette_cli.checks.location import Location, body_location, event_location
from cassette_cli.checks.stop_reasons import OUT_OF_TOKENS
from cassette_cli.document import Document
from cassette_cli.finding import Severity
from cassette_cli.json_path import JsonPath, find_text
from cassette_cli.reading import Reading
from cassette_cli.transcript import Message, ServerToolCall, ToolCall

# Custom tools and interpreters take any text; else what begins like JSON was meant to be it.
_BEGINNING = "{"
_TAKES_ANY_TEXT = re.compile("custom|code_interpreter")


def run(context: Context) -> Iterator[Problem]:
    for reading, conversation in context.calls:
        if conversation.streamed and not conversation.complete:
            continue  # the stream was cut off in them, and that is reported
        for message in conversation.completion.messages:
            for name, arguments in _broken(message):
                location = _location(context.document, reading, arguments)
                if location is not None:
                    cut = message.finish_reason in OUT_OF_TOKENS
                    yield Problem(
                        f"the arguments for {name!r} are no JSON",
                        location,
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


def _location(document: Document, reading: Reading, arguments: str) -> Location | None:
    """Where the arguments end; None where they are the input of a custom tool."""
    if not reading.streamed:
        for path in find_text(reading.response.value, arguments):
            if path[-1] == "arguments":
                return body_location(document, reading, "response", path=path)
        return None
    texts: defaultdict[JsonPath, str] = defaultdict(str)
    ends = {}
    for index, event in enumerate(reading.response.events):
        for delta in reading.deltas(event):
            texts[delta.channel] += delta.text
            ends[delta.channel] = (index, delta.path)
    for channel, text in texts.items():
        words = " ".join(map(str, (*channel, *ends[channel][1])))
        if text == arguments and not _TAKES_ANY_TEXT.search(words):
            return event_location(document, reading, *ends[channel])
    return None


CHECK = Check("tool-arguments", Severity.ERROR, "Arguments of tool calls are JSON", run)
