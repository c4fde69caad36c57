"""Bedrock's agents, and its answers from knowledge bases.

https://docs.aws.amazon.com/bedrock/latest/APIReference/API_Operations_Agents_for_Amazon_Bedrock_Runtime.html
"""

import re
from collections.abc import Iterator
from functools import partial

from cassette_cli.dialects.bedrock.agent_stream import deltas, fold
from cassette_cli.dialects.bedrock.error_frames import fold_with_errors
from cassette_cli.dialects.dialect import Dialect
from cassette_cli.dialects.errors import read_error
from cassette_cli.dialects.json_fields import at, objects_at, other_fields, string_at
from cassette_cli.dialects.matching import is_post
from cassette_cli.dialects.parts import text_message, text_parts
from cassette_cli.exchange import Exchange
from cassette_cli.json_values import Json
from cassette_cli.transcript import (
    Blob,
    Completion,
    GenericPart,
    Message,
    Part,
    Prompt,
    Text,
    ToolCall,
    ToolDefinition,
)

_FRAMING = "aws-event-stream"
_AGENT_PATH = re.compile(r"/agents/[^/]+/agentAliases/[^/]+/sessions/[^/]+/text/?$")
_KNOWLEDGE_PATH = re.compile(r"/retrieveAndGenerate(?:Stream)?/?$")
# Others have agents at such a path: it counts where the body or the answer is Bedrock's.
_INLINE_PATH = re.compile(r"/agents/[^/]+/?$")
_PROMPT_FIELDS = ("inputText", "input", "instruction", "foundationModel", "actionGroups")
_CONFIGURATION = "retrieveAndGenerateConfiguration"


def matches(exchange: Exchange) -> bool:
    """By the path of the request."""
    if not is_post(exchange):
        return False
    if _AGENT_PATH.search(exchange.path) or _KNOWLEDGE_PATH.search(exchange.path):
        return True
    return _INLINE_PATH.search(exchange.path) is not None and (
        exchange.response.framing == _FRAMING
        or string_at(exchange.request.value, "foundationModel") is not None
    )


def read_request(value: Json) -> Prompt:
    """A question to an agent or a knowledge base; an inline agent is defined along with it."""
    question = string_at(value, "inputText") or string_at(value, "input", "text")
    instruction = string_at(value, "instruction")
    return Prompt(
        model=_model_of(value),
        system_instructions=text_parts(instruction),
        tool_definitions=tuple(_read_tools(value)),
        messages=text_message("user", question),
        settings=other_fields(value, _PROMPT_FIELDS),
    )


def read_response(value: Json) -> Completion:
    """An agent's answer as `fold` gives it, a knowledge base's, or an exception."""
    match value:
        case {"completion": list()} | {"output": {"text": str()}} | {"citations": list()}:
            parts = tuple(_read_parts(value))
            return Completion(
                messages=(Message("assistant", parts),) if parts else (),
                error=at(value, "error"),
            )
    return Completion(error=read_error(value))


def _read_parts(value: Json) -> Iterator[Part]:
    if text := string_at(value, "output", "text"):
        yield Text(text)
    if citations := at(value, "citations"):
        yield GenericPart("citations", citations)
    if action := at(value, "guardrailAction"):
        yield GenericPart("guardrailAction", action)
    for event in objects_at(value, "completion"):
        for name, payload in event.items():
            yield from _read_event(name, payload)


def _read_event(name: str, payload: Json) -> Iterator[Part]:
    match name, payload:
        case "chunk", {"text": str(text)}:
            if text:
                yield Text(text)
            if citations := at(payload, "citations"):
                yield GenericPart("citations", citations)
        case "returnControl", {"invocationInputs": list(inputs)}:
            for call in inputs:
                yield _read_call(string_at(payload, "invocationId"), call)
        case "files", {"files": list()}:
            for file in objects_at(payload, "files"):
                yield Blob("document", string_at(file, "type"), string_at(file, "bytes") or "")
        case _:
            yield GenericPart(name, payload)


def _read_call(invocation_id: str | None, call: Json) -> Part:
    match call:
        case {"functionInvocationInput": {"function": str(name)} as function}:
            return ToolCall(invocation_id, name, _arguments_of(function))
        case {"apiInvocationInput": {"apiPath": str(name)} as operation}:
            arguments = _arguments_of(operation)
            if body := at(operation, "requestBody"):
                arguments["requestBody"] = body
            return ToolCall(invocation_id, name, arguments)
    return GenericPart("invocationInput", call)


def _arguments_of(call: Json) -> dict[str, Json]:
    return {
        string_at(parameter, "name") or "": at(parameter, "value")
        for parameter in objects_at(call, "parameters")
    }


def _read_tools(value: Json) -> Iterator[ToolDefinition]:
    """An action group has functions, or an API of its own."""
    for group in objects_at(value, "actionGroups"):
        functions = objects_at(group, "functionSchema", "functions")
        for function in functions:
            yield ToolDefinition(
                string_at(function, "name") or "",
                string_at(function, "description"),
                function.get("parameters"),
            )
        if not functions:
            known = ("actionGroupName", "description")
            yield ToolDefinition(
                string_at(group, "actionGroupName") or "",
                string_at(group, "description"),
                dict(other_fields(group, known)) or None,
            )


def _model_of(value: Json) -> str | None:
    if model := string_at(value, "foundationModel"):
        return model
    for _, settings in other_fields(at(value, _CONFIGURATION), ("type",)):
        if model := string_at(settings, "modelArn"):
            return model
    return None


DIALECT = Dialect(
    name="bedrock-agent",
    matches=matches,
    read_request=read_request,
    read_response=read_response,
    framings=(_FRAMING,),
    fold=partial(fold_with_errors, fold),
    deltas=deltas,
)
