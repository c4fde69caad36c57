"""Which part of a call a text is: of the prompt, of the answer, a header."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from cassette_cli.json_values import Json, read_json, write_json
from cassette_cli.reading import Reading
from cassette_cli.texts.leaf import Kind
from cassette_cli.transcript import (
    Message,
    Part,
    Prompt,
    Reasoning,
    Refusal,
    ServerToolCall,
    ServerToolResult,
    Text,
    ToolCall,
    ToolResult,
)

# Shorter texts stand in longer ones by chance.
_LONG_ENOUGH = 12


class PartOfCall(StrEnum):
    """What `--in` names. `tools` are definitions, calls and results; `body` is all the rest."""

    PROMPT = "prompt"
    ANSWER = "answer"
    REASONING = "reasoning"
    TOOLS = "tools"
    URL = "url"
    HEADERS = "headers"
    BODY = "body"


@dataclass(frozen=True)
class PartsOfCall:
    """Tells the parts of one interaction apart. The conversation is read for texts of bodies."""

    reading: Reading

    def part_of(self, kind: Kind, location: str, text: str) -> PartOfCall:
        """The part that a text is of this kind, found at this location."""
        if kind is Kind.HEADER:
            return PartOfCall.HEADERS
        if kind is Kind.URL:
            return PartOfCall.URL
        if location.startswith("request.body"):
            return _part_among(self._sent, text)
        if location.startswith("response.body"):
            return _part_among(self._got, text)
        return PartOfCall.BODY

    @cached_property
    def _sent(self) -> dict[str, PartOfCall]:
        conversation = self.reading.conversation
        return {} if conversation is None else _told(_sent(conversation.prompt))

    @cached_property
    def _got(self) -> dict[str, PartOfCall]:
        conversation = self.reading.conversation
        return {} if conversation is None else _told(_got(conversation.completion.messages))


_Said = tuple[PartOfCall, str]


def _told(said: Iterable[_Said]) -> dict[str, PartOfCall]:
    """What each text is; where it is said twice, what it was first."""
    parts: dict[str, PartOfCall] = {}
    for part, text in said:
        parts.setdefault(_spelled_once(text), part)
    return parts


def _part_among(said: dict[str, PartOfCall], text: str) -> PartOfCall:
    """A dialect may join texts, or cut them: then one of the two stands in the other."""
    text = _spelled_once(text)
    if text in said:
        return said[text]
    if len(text) < _LONG_ENOUGH:
        return PartOfCall.BODY
    around = (part for other, part in said.items() if text in other)
    inside = (part for other, part in said.items() if len(other) >= _LONG_ENOUGH and other in text)
    return next(around, None) or next(inside, PartOfCall.BODY)


def _spelled_once(text: str) -> str:
    """JSON in one spelling: of arguments, the value is known, and not how it was spelled."""
    value = read_json(text) if text[:1] in ("{", "[") else None
    return text if value is None else write_json(value)


def _sent(prompt: Prompt) -> Iterator[_Said]:
    for part in prompt.system_instructions:
        yield from _part(part, PartOfCall.PROMPT)
    for message in prompt.messages:
        for part in message.parts:
            yield from _part(part, PartOfCall.PROMPT)
    for tool in prompt.tool_definitions:
        yield PartOfCall.TOOLS, tool.name
        yield PartOfCall.TOOLS, tool.description or ""
        yield from ((PartOfCall.TOOLS, text) for text in _strings_in(tool.parameters))


def _got(messages: Iterable[Message]) -> Iterator[_Said]:
    for message in messages:
        for part in message.parts:
            yield from _part(part, PartOfCall.ANSWER)


def _part(part: Part, said: PartOfCall) -> Iterator[_Said]:
    match part:
        case Text(content) | Refusal(content):
            yield said, content
        case Reasoning(content):
            yield PartOfCall.REASONING, content
        case ToolCall(_, name, value) | ServerToolCall(_, name, value):
            yield PartOfCall.TOOLS, name
            yield from ((PartOfCall.TOOLS, text) for text in _strings_in(value))
        case ToolResult(_, value) | ServerToolResult(_, _, value):
            yield from ((PartOfCall.TOOLS, text) for text in _strings_in(value))


def _strings_in(value: Json) -> Iterator[str]:
    match value:
        case str():
            yield value
        case dict():
            yield write_json(value)
            for name, member in value.items():
                yield name
                yield from _strings_in(member)
        case list():
            yield write_json(value)
            for item in value:
                yield from _strings_in(item)
