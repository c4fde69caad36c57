"""The fields of `--where`, and what each asks of an interaction."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from cassette_cli.json_values import Json, write_json
from cassette_cli.model import Cassette
from cassette_cli.reading import Reading
from cassette_cli.searching.pattern import Case, Pattern, search_for
from cassette_cli.selecting.values import duration, glob, number, status
from cassette_cli.texts.find import find
from cassette_cli.texts.leaf import Kind
from cassette_cli.texts.search import Hit, Search
from cassette_cli.transcript import Message, ServerToolCall, ToolCall

_BESIDE_BODIES = frozenset((Kind.HEADER, Kind.URL))
_FAILED = 400


class Recorded(NamedTuple):
    """An interaction, and the cassette that it stands in."""

    reading: Reading
    cassette: Cassette


Holds: TypeAlias = Callable[[Recorded], bool]


@dataclass(frozen=True, slots=True)
class Field:
    """A field: what it asks of a value, and in words what a value may be.

    `ask(value)` gives the question; it raises ValueError for a value that it cannot take, and
    CassetteError for a regular expression that is none.
    """

    name: str
    summary: str
    ask: Callable[[str], Holds]


def _texts(read: Callable[[Recorded], Iterable[str | None]]) -> Callable[[str], Holds]:
    """A field of texts: any is as the glob has it."""

    def ask(value: str) -> Holds:
        fits = glob(value)
        return lambda recorded: any(text is not None and fits(text) for text in read(recorded))

    return ask


def _numbers(
    test: Callable[[str], Callable[[float], bool]], read: Callable[[Recorded], float | None]
) -> Callable[[str], Holds]:
    def ask(value: str) -> Holds:
        fits = test(value)
        return lambda recorded: (asked := read(recorded)) is not None and fits(asked)

    return ask


def _host(recorded: Recorded) -> Iterator[str]:
    host = recorded.reading.exchange.host
    yield host
    yield host.rpartition("@")[2].partition(":")[0]


def _providers(recorded: Recorded) -> Iterator[str]:
    """The first word of the dialect, and the name in the host: openai-chat of groq is both."""
    dialect = recorded.reading.dialect
    if dialect is not None:
        yield dialect.name.partition("-")[0]
        yield from recorded.reading.exchange.host.split(".")[:-1]


def _models(recorded: Recorded) -> Iterator[str | None]:
    conversation = recorded.reading.conversation
    if conversation is not None:
        yield conversation.prompt.model
        yield conversation.completion.model


def _answer(recorded: Recorded) -> tuple[Message, ...]:
    conversation = recorded.reading.conversation
    return conversation.completion.messages if conversation else ()


def _tools(recorded: Recorded) -> Iterator[str]:
    for message in _answer(recorded):
        for part in message.parts:
            if isinstance(part, ToolCall | ServerToolCall):
                yield part.name


def _roles(recorded: Recorded) -> Iterator[str]:
    conversation = recorded.reading.conversation
    if conversation is None:
        return
    if conversation.prompt.system_instructions:
        yield "system"
    for message in (*conversation.prompt.messages, *conversation.completion.messages):
        yield message.role


def _header(value: str) -> Holds:
    name, given, wanted = value.partition("=")
    is_name, fits = glob(name), glob(wanted if given else "*")
    return lambda recorded: any(
        is_name(header.name) and fits(header.value)
        for message in recorded.reading.messages
        for header in message.headers
    )


def _error(value: str) -> Holds:
    """Any error, or one that says the value: in its type, its code, its message."""
    fits = glob(f"*{value}*")

    def holds(recorded: Recorded) -> bool:
        conversation = recorded.reading.conversation
        error: Json = conversation.completion.error if conversation else None
        code = recorded.reading.interaction.response.status_code
        if error is None and (code is None or code < _FAILED):
            return False
        return not value or fits(f"{code} {write_json(error)}")

    return holds


def _streamed(value: str) -> Holds:
    if value:
        raise ValueError(value)
    return lambda recorded: (
        recorded.reading.response.framing is not None
        if recorded.reading.dialect is None
        else recorded.reading.streamed
    )


def _tokens(recorded: Recorded) -> int | None:
    conversation = recorded.reading.conversation
    usage = conversation.usage if conversation else None
    if usage is None:
        return None
    counts = [usage.input_tokens, usage.output_tokens]
    known = [count for count in counts if count is not None]
    return sum(known) if known else usage.total_tokens


def _text(value: str) -> Holds:
    """A text anywhere in the bodies, or with `~` a regular expression, in which case counts."""
    pattern = (
        Pattern(value[1:], case=Case.COUNTS)
        if value.startswith("~")
        else Pattern(value, fixed=True)
    )
    search = _in_bodies(search_for(pattern))
    return lambda recorded: bool(find(recorded.cassette.document, [recorded.reading], search)[0])


def _in_bodies(search: Search) -> Search:
    def find_in_body(kind: Kind, name: str, text: str) -> list[Hit]:
        return [] if kind in _BESIDE_BODIES else list(search.find(kind, name, text))

    return Search(find_in_body, search.names, together=search.together, as_spelled=True)


_FIELDS = (
    Field("method", "GET, POST", _texts(lambda one: [one.reading.interaction.request.method])),
    Field("url", "https://*/chat*", _texts(lambda one: [one.reading.interaction.request.url])),
    Field("host", "api.openai.com, *.azure.com", _texts(_host)),
    Field("path", "/v1/chat/*", _texts(lambda one: [one.reading.exchange.path])),
    Field(
        "status",
        "200, 4xx, >=400",
        _numbers(status, lambda one: one.reading.interaction.response.status_code),
    ),
    Field(
        "dialect",
        "openai-chat, anthropic-*",
        _texts(lambda one: [one.reading.dialect.name if one.reading.dialect else None]),
    ),
    Field("provider", "openai, groq", _texts(_providers)),
    Field("model", "gpt-4o*", _texts(_models)),
    Field("tool", "get_weather: a tool that the answer calls", _texts(_tools)),
    Field("role", "system, tool", _texts(_roles)),
    Field("header", "NAME, NAME=VALUE", _header),
    Field("format", "go-vcr, vcrpy", _texts(lambda one: [one.cassette.format])),
    Field("error", "nothing, or a part of its type, code or message", _error),
    Field("streamed", "nothing", _streamed),
    Field(
        "finish",
        "length, tool_*",
        _texts(lambda one: [message.finish_reason for message in _answer(one)]),
    ),
    Field("tokens", ">1000, <=50", _numbers(number, _tokens)),
    Field(
        "duration",
        ">2s, <500ms",
        _numbers(duration, lambda one: one.reading.interaction.duration_ms),
    ),
    Field("text", "some words, ~regular expression", _text),
)

FIELDS = {field.name: field for field in _FIELDS}
