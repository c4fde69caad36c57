"""Agent2Agent over JSON-RPC: https://a2a-protocol.org/latest/specification/.

Version 1 of the protocol names methods, roles and states anew; both versions are read.
"""

import re
from collections.abc import Iterator

from cassette_cli.dialects.agents.a2a_stream import deltas, fold, result_of, unwrap
from cassette_cli.dialects.dialect import Dialect
from cassette_cli.dialects.json_fields import at, first_string, objects_at, other_fields, string_at
from cassette_cli.dialects.parts import modality_of
from cassette_cli.exchange import Exchange
from cassette_cli.json_values import Json
from cassette_cli.transcript import Blob, Completion, GenericPart, Message, Part, Prompt, Text, Uri

_METHOD = re.compile(
    r"message/(send|stream)|tasks/(get|list|cancel|resubscribe|pushNotificationConfig/.+)"
    r"|Send(Streaming)?Message|(Get|List|Cancel|SubscribeTo)Tasks?"
    r"|(Create|Get|List|Delete)TaskPushNotificationConfigs?"
    r"|GetExtendedAgentCard|agent/getAuthenticatedExtendedCard"
)
# Without JSON-RPC, the path is the method.
_PATH = re.compile(r"/message:(send|stream)$")
_CARD = re.compile(r"/\.well-known/agent(-card)?\.json$|/extendedAgentCard$")
_KINDS = ("task", "message", "status-update", "artifact-update")
_ROLES = {"agent": "assistant", "ROLE_AGENT": "assistant", "ROLE_USER": "user"}


def matches(exchange: Exchange) -> bool:
    """By the method of the request, or by an answer whose result is of a known kind."""
    request = exchange.request.value
    if string_at(request, "jsonrpc") is not None and (method := string_at(request, "method")):
        # The Model Context Protocol has methods for tasks too, but names them by `taskId`.
        return _METHOD.fullmatch(method) is not None and at(request, "params", "taskId") is None
    if _PATH.search(exchange.path) or _CARD.search(exchange.path):
        return True
    return string_at(exchange.response.first_value, "result", "kind") in _KINDS


def read_request(value: Json) -> Prompt:
    """A message to the agent; the method and its other parameters are settings."""
    params = at(value, "params") if string_at(value, "jsonrpc") else value
    message = at(params, "message")
    return Prompt(
        messages=(_read_message(message),) if isinstance(message, dict) else (),
        settings=(
            *((("method", at(value, "method")),) if at(value, "method") else ()),
            *other_fields(params, ("message",)),
        ),
    )


def read_response(value: Json) -> Completion:
    """A task or a message. The state of a task stands for the reason why it finished."""
    result = unwrap(result_of(value))
    error = at(value, "error")
    if result.get("kind") == "message":
        return Completion(
            id=string_at(result, "messageId"), messages=(_read_message(result),), error=error
        )
    if "skills" in result:
        card = GenericPart("agent_card", {**result})
        return Completion(messages=(Message("assistant", (card,)),), error=error)
    status = result.get("status")
    parts = tuple(_read_task(result))
    state = string_at(status, "state")
    return Completion(
        id=string_at(result, "id"),
        messages=(Message("assistant", parts, state),) if parts or state else (),
        error=error,
    )


def _read_task(task: dict[str, Json]) -> Iterator[Part]:
    for update in objects_at(task, "updates"):
        yield from _read_parts(update)
    for artifact in objects_at(task, "artifacts"):
        yield from _read_parts(artifact)
    yield from _read_parts(at(task, "status", "message"))


def _read_message(message: dict[str, Json]) -> Message:
    role = string_at(message, "role") or "user"
    return Message(_ROLES.get(role, role), tuple(_read_parts(message)))


def _read_parts(holder: Json) -> Iterator[Part]:
    for part in objects_at(holder, "parts"):
        file = at(part, "file") or part
        media_type = first_string(file, "mimeType", "mediaType")
        data = string_at(file, "bytes") or string_at(file, "raw")
        uri = first_string(file, "uri", "url")
        if text := string_at(part, "text"):
            yield Text(text)
        elif data is not None:
            yield Blob(modality_of(media_type), media_type, data)
        elif uri is not None:
            yield Uri(modality_of(media_type), media_type, uri)
        elif "text" not in part:
            yield GenericPart("data" if "data" in part else "unknown", part.get("data") or part)


DIALECT = Dialect(
    name="a2a",
    matches=matches,
    read_request=read_request,
    read_response=read_response,
    fold=fold,
    deltas=deltas,
)
