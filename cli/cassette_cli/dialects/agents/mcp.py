"""Model Context Protocol over HTTP: https://modelcontextprotocol.io/specification.

The client asks, in a model's name, and a server of tools answers; JSON-RPC in both directions.
"""

import re
from collections.abc import Iterator, Sequence

from cassette_cli.dialects.dialect import Dialect, Fold
from cassette_cli.dialects.folding import Fields, chunks_of
from cassette_cli.dialects.json_fields import at, objects_at, other_fields, string_at
from cassette_cli.dialects.parts import unknown_part
from cassette_cli.exchange import Exchange
from cassette_cli.json_values import Json
from cassette_cli.streams.event import Event
from cassette_cli.transcript import (
    Blob,
    Completion,
    GenericPart,
    Message,
    Part,
    Prompt,
    Text,
    ToolCall,
    Uri,
)

_METHOD = re.compile(
    r"initialize|ping"
    r"|(notifications|tools|resources|prompts|completion|logging|sampling|elicitation|roots)/.+"
)
# Fields of results by which one is known where the request is missing.
_RESULT_FIELDS = ("protocolVersion", "serverInfo", "structuredContent", "inputSchema")


def matches(exchange: Exchange) -> bool:
    """By the method of the request, or by an answer with the results of this protocol alone."""
    request = exchange.request.value
    if string_at(request, "jsonrpc") is not None and (method := string_at(request, "method")):
        return _METHOD.fullmatch(method) is not None or _is_task(request, method)
    first = exchange.response.first_value
    if exchange.response.framing is not None and (said := string_at(first, "method")):
        # What a server says on its own, in a stream that it keeps open.
        return string_at(first, "jsonrpc") is not None and _METHOD.fullmatch(said) is not None
    result = at(first, "result")
    tool = at(result, "tools", 0)
    return string_at(first, "jsonrpc") is not None and any(
        at(holder, name) is not None for holder in (result, tool) for name in _RESULT_FIELDS
    )


def read_request(value: Json) -> Prompt:
    """A call of a tool; the method, and the parameters of all others, are settings."""
    params = at(value, "params")
    method = string_at(value, "method")
    name = string_at(params, "name")
    called = method == "tools/call" and name is not None
    call = ToolCall(None, name or "", at(params, "arguments"))
    return Prompt(
        messages=(Message("assistant", (call,)),) if called else (),
        settings=(
            *((("method", method),) if method else ()),
            *other_fields(params, ("name", "arguments") if called else ()),
        ),
    )


def read_response(value: Json) -> Completion:
    """The result, after the notifications that came before it."""
    parts = (*_read_notifications(value), *_read_result(at(value, "result")))
    return Completion(
        messages=(Message("tool", parts),) if parts else (), error=at(value, "error") or None
    )


def fold(events: Sequence[Event]) -> Fold:
    """The answer, with what the server said before it in `notifications`; an error is an answer."""
    notifications: list[Json] = []
    answer: Fields = {}
    for chunk in chunks_of(events):
        if isinstance(chunk.get("method"), str):
            notifications.append(chunk)
        else:
            answer |= chunk
    answered = "result" in answer or "error" in answer
    return Fold({"notifications": notifications, **answer}, complete=answered)


def _is_task(request: Json, method: str) -> bool:
    return method.startswith("tasks/") and at(request, "params", "taskId") is not None


def _read_notifications(value: Json) -> Iterator[Part]:
    for notification in objects_at(value, "notifications"):
        yield GenericPart(string_at(notification, "method") or "", notification.get("params"))


def _read_result(result: Json) -> Iterator[Part]:
    for name, value in other_fields(result, ()):
        match name, value:
            case "content", list(blocks):
                for block in blocks:
                    yield from _read_block(block)
            case _ if value:
                yield GenericPart(name, value)


def _read_block(block: Json) -> Iterator[Part]:
    media_type = string_at(block, "mimeType")
    match block:
        case {"type": "text", "text": str(text)}:
            if text:
                yield Text(text)
        case {"type": ("image" | "audio") as modality, "data": str(data)}:
            yield Blob(str(modality), media_type, data)
        case {"type": "resource_link", "uri": str(uri)}:
            yield Uri("document", media_type, uri)
        case _:
            yield unknown_part(block)


DIALECT = Dialect(
    name="mcp",
    matches=matches,
    read_request=read_request,
    read_response=read_response,
    fold=fold,
)
