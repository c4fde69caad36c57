"""What a model call says, in the words of OpenTelemetry's GenAI conventions.

https://opentelemetry.io/docs/specs/semconv/gen-ai/: messages are made of parts. Parts are pure
values; where they were recorded is somebody else's concern, so that equal parts compare equal.
"""

from dataclasses import dataclass, replace
from typing import TypeAlias

from cassette_cli.json_values import Json

# Members of what a provider sent that no field here stands for: their names and values, in order.
Extra: TypeAlias = tuple[tuple[str, Json], ...]


@dataclass(frozen=True, slots=True)
class Text:
    content: str
    extra: Extra = ()


@dataclass(frozen=True, slots=True)
class Reasoning:
    """What the model thought, as far as the provider shows it: "" where it shows nothing."""

    content: str
    extra: Extra = ()


@dataclass(frozen=True, slots=True)
class Refusal:
    content: str
    extra: Extra = ()


@dataclass(frozen=True, slots=True)
class ToolCall:
    """A call for the client to run. `arguments` is the parsed JSON, or text that is none."""

    id: str | None
    name: str
    arguments: Json
    extra: Extra = ()


@dataclass(frozen=True, slots=True)
class ToolResult:
    """What the client answered to the call with this id: text or JSON."""

    id: str | None
    result: Json
    name: str | None = None
    extra: Extra = ()


@dataclass(frozen=True, slots=True)
class ServerToolCall:
    """A call that the provider ran itself (web search, code interpreter, MCP)."""

    id: str | None
    name: str
    arguments: Json
    extra: Extra = ()


@dataclass(frozen=True, slots=True)
class ServerToolResult:
    """What such a call gave, in the provider's own form."""

    id: str | None
    name: str
    result: Json
    extra: Extra = ()


@dataclass(frozen=True, slots=True)
class Blob:
    """Inline media: `data` is base64 as sent, `modality` image, audio, video or document."""

    modality: str
    media_type: str | None
    data: str
    extra: Extra = ()


@dataclass(frozen=True, slots=True)
class Uri:
    """Media by reference: a URL, or the id of an uploaded file."""

    modality: str
    media_type: str | None
    uri: str
    extra: Extra = ()


@dataclass(frozen=True, slots=True)
class GenericPart:
    """A part that the dialect does not know: the provider's word for it, and all of it."""

    type: str
    value: Json


Part: TypeAlias = (
    Text
    | Reasoning
    | Refusal
    | ToolCall
    | ToolResult
    | ServerToolCall
    | ServerToolResult
    | Blob
    | Uri
    | GenericPart
)


@dataclass(frozen=True, slots=True)
class Message:
    """A turn. `finish_reason` is the provider's own word, for messages of the answer only."""

    role: str
    parts: tuple[Part, ...]
    finish_reason: str | None = None
    extra: Extra = ()


@dataclass(frozen=True, slots=True)
class ToolDefinition:
    """A tool that the model may call; `parameters` is its schema, or the provider's settings."""

    name: str
    description: str | None = None
    parameters: Json = None


@dataclass(frozen=True, slots=True)
class Usage:
    """Token counts in the provider's own counting."""

    input_tokens: int | None = None
    output_tokens: int | None = None
    total_tokens: int | None = None
    cache_read_input_tokens: int | None = None
    cache_creation_input_tokens: int | None = None
    reasoning_output_tokens: int | None = None


@dataclass(frozen=True, slots=True)
class Prompt:
    """What was asked. `settings` are the other fields of the request, such as temperature."""

    model: str | None = None
    system_instructions: tuple[Part, ...] = ()
    tool_definitions: tuple[ToolDefinition, ...] = ()
    messages: tuple[Message, ...] = ()
    settings: tuple[tuple[str, Json], ...] = ()


@dataclass(frozen=True, slots=True)
class Completion:
    """What was answered: one message for each choice. `error` is the provider's error object."""

    id: str | None = None
    model: str | None = None
    messages: tuple[Message, ...] = ()
    usage: Usage | None = None
    error: Json = None
    extra: Extra = ()


@dataclass(frozen=True, slots=True)
class Conversation:
    """A model call as a dialect reads it.

    `complete` is false where the stream broke off or carried an error; `notes` says in words what
    could not be read, and why.
    """

    dialect: str
    streamed: bool
    framing: str | None
    complete: bool
    prompt: Prompt
    completion: Completion
    notes: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """What the answer says: the texts of its first message, "" where it has none."""
        return "".join(part.content for part in self._answer if isinstance(part, Text))

    @property
    def tool_calls(self) -> tuple[ToolCall, ...]:
        """What the first message of the answer asks the client to call."""
        return tuple(part for part in self._answer if isinstance(part, ToolCall))

    @property
    def usage(self) -> Usage | None:
        """The token counts of the answer, where the provider reported any."""
        return self.completion.usage

    @property
    def _answer(self) -> tuple[Part, ...]:
        """The parts of the first message: where several choices were asked for, the first."""
        return self.completion.messages[0].parts if self.completion.messages else ()


def with_extra(part: Part, extra: Extra) -> Part:
    """A part with more extra members; one that holds all of what was sent has them already."""
    return part if isinstance(part, GenericPart) else replace(part, extra=(*part.extra, *extra))


def bare_part(part: Part) -> Part:
    """A part without its extra members."""
    return part if isinstance(part, GenericPart) else replace(part, extra=())


def bare_completion(completion: Completion) -> Completion:
    """A completion without any extra members, its own or those of its messages and parts."""
    messages = (
        replace(message, extra=(), parts=tuple(map(bare_part, message.parts)))
        for message in completion.messages
    )
    return replace(completion, extra=(), messages=tuple(messages))
