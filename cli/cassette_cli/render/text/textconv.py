"""A cassette as lines that a line diff reads well: a sentence or a field on each, no noise."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cassette_cli.comparing.identities import names_of
from cassette_cli.comparing.likeness import without_noise
from cassette_cli.comparing.media import describe, describe_bytes
from cassette_cli.comparing.noise import NoiseRules
from cassette_cli.comparing.numbering import Numbering
from cassette_cli.exchange import Payload
from cassette_cli.json_values import Json
from cassette_cli.model import Header
from cassette_cli.reading import Reading
from cassette_cli.render.safe_text import safe_json, safe_text
from cassette_cli.transcript import (
    Blob,
    Conversation,
    Extra,
    GenericPart,
    Message,
    Part,
    Reasoning,
    Refusal,
    ServerToolCall,
    ServerToolResult,
    Text,
    ToolCall,
    ToolResult,
    Uri,
)

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=\S)")
_INDENT = "  "


def textconv_lines(readings: tuple[Reading, ...], rules: NoiseRules) -> Iterator[str]:
    """The lines of a cassette. They do not depend on ids, on how a stream was cut, or on layout."""
    writer = _Writer(rules, Numbering(names_of(readings)))
    for reading in readings:
        yield from writer.interaction(reading)
        yield ""


@dataclass(frozen=True, slots=True)
class _Writer:
    rules: NoiseRules
    numbering: Numbering

    def interaction(self, reading: Reading) -> Iterator[str]:
        request = reading.interaction.request
        response = reading.interaction.response
        conversation = reading.conversation
        yield from self.lines(f"{request.method.upper()} ", request.url)
        yield from self.headers("request", request.headers)
        if conversation is not None and reading.has_prompt:
            yield from self.prompt(conversation)
        else:
            yield from self.body(reading.request)
        yield f"→ {response.status_code}"
        yield from self.headers("response", response.headers)
        if conversation is not None and reading.has_completion:
            yield from self.completion(conversation)
        else:
            yield from self.body(reading.response)

    def headers(self, side: str, headers: tuple[Header, ...]) -> Iterator[str]:
        for header in sorted(headers, key=lambda header: header.name.lower()):
            name = header.name.lower()
            if self.rules.is_compared_header(side, name):
                yield from self.lines(f"{_INDENT}{name}: ", header.value.partition("boundary=")[0])

    def prompt(self, conversation: Conversation) -> Iterator[str]:
        prompt = conversation.prompt
        yield from self.fields("model", prompt.model)
        for name, value in sorted(prompt.settings, key=lambda item: item[0]):
            yield from self.fields(name, value)
        for tool in sorted(prompt.tool_definitions, key=lambda tool: tool.name):
            yield from self.prose(f"tool {tool.name}", tool.description or "")
            yield from self.fields(f"tool {tool.name}", tool.parameters)
        yield from self.parts("system", prompt.system_instructions)
        for message in prompt.messages:
            yield from self.message(message)

    def completion(self, conversation: Conversation) -> Iterator[str]:
        yield from self.fields("model", conversation.completion.model)
        for message in conversation.completion.messages:
            yield from self.message(message)
            yield from self.fields("finish_reason", message.finish_reason)
        yield from self.beside("", conversation.completion.extra)
        if conversation.completion.error is not None:
            yield from self.fields(
                "error", without_noise(conversation.completion.error, self.rules)
            )
        if not conversation.complete:
            yield f"{_INDENT}incomplete"

    def message(self, message: Message) -> Iterator[str]:
        yield from self.parts(message.role, message.parts)
        yield from self.beside(message.role, message.extra)

    def parts(self, role: str, parts: Iterable[Part]) -> Iterator[str]:
        for part in parts:
            yield from self.part(role, part)
            if not isinstance(part, GenericPart):
                yield from self.beside(role, part.extra)

    def beside(self, label: str, extra: Extra) -> Iterator[str]:
        told = without_noise(dict(extra), self.rules)
        if isinstance(told, dict):
            for name, value in told.items():
                yield from self.fields(f"{label} {name}".lstrip(), value)

    def part(self, role: str, part: Part) -> Iterator[str]:
        match part:
            case Text(content):
                yield from self.prose(role, content)
            case Reasoning(content):
                yield from self.prose(f"{role} (reasoning)", content)
            case Refusal(content):
                yield from self.prose(f"{role} (refusal)", content)
            case ToolCall(call_id, name, value) | ServerToolCall(call_id, name, value):
                yield from self.fields(f"{role} calls {name}", call_id or "")
                yield from self.fields(f"{role} calls {name}", value)
            case ToolResult(call_id, value, _) | ServerToolResult(call_id, _, value):
                label = f"{role} answers {self.numbering.rename_text(call_id or '')}".rstrip()
                text = value if isinstance(value, str) else None
                yield from self.prose(label, text) if text else self.fields(label, value)
            case Blob(modality, media_type, data):
                yield from self.fields(f"{role} {modality}", [media_type, data])
            case Uri(modality, _, uri):
                yield from self.fields(f"{role} {modality}", uri)
            case GenericPart(kind, value):
                yield from self.fields(f"{role} {kind}", without_noise(value, self.rules))

    def body(self, payload: Payload) -> Iterator[str]:
        if isinstance(payload.content, bytes) and payload.framing is None:
            if payload.content:
                yield f"{_INDENT}{describe_bytes(payload.content, payload.media_type)}"
        elif payload.framing is not None:
            for event in payload.events:
                value = event.data if event.value is None else event.value
                yield from self.fields(event.name or "event", without_noise(value, self.rules))
        elif payload.value is not None:
            yield from self.fields("", without_noise(payload.value, self.rules))
        elif isinstance(payload.content, str):
            yield from self.prose("", payload.content)

    def fields(self, label: str, value: Json) -> Iterator[str]:
        """A line for each scalar, with its path; keys in order of names."""
        match describe(value):
            case dict(members) if members:
                for name in sorted(members):
                    yield from self.fields(f"{label}.{name}".removeprefix("."), members[name])
            case list(items) if items:
                for place, item in enumerate(items):
                    yield from self.fields(f"{label}[{place}]", item)
            case str(text):
                yield from self.prose(label, text)
            case None:
                return
            case other:
                yield from self.lines(f"{_INDENT}{label}: ", safe_json(other))

    def prose(self, label: str, text: str) -> Iterator[str]:
        """A line for each sentence."""
        head = f"{_INDENT}{label}: " if label else _INDENT
        for line in str(describe(text)).split("\n"):
            for sentence in _SENTENCE_END.split(line.rstrip("\r")):
                if sentence:
                    yield from self.lines(head, sentence)

    def lines(self, head: str, text: str) -> Iterator[str]:
        """Recorded text behind a label, its ids renamed; a terminal obeys nothing in it."""
        yield safe_text(head + self.numbering.rename_text(text)).replace("\n", "\\n")
