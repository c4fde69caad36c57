"""Transcripts as the JSON that the command line promises; paths into it name what they say."""

from cassette_cli.json_values import Json
from cassette_cli.transcript import (
    Blob,
    Completion,
    Conversation,
    Extra,
    GenericPart,
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
    Uri,
    Usage,
)

JsonObject = dict[str, Json]


def conversation_json(conversation: Conversation) -> JsonObject:
    """A model call."""
    return {
        "dialect": conversation.dialect,
        "streamed": conversation.streamed,
        "framing": conversation.framing,
        "complete": conversation.complete,
        "prompt": prompt_json(conversation.prompt),
        "completion": completion_json(conversation.completion),
        "notes": list(conversation.notes),
    }


def prompt_json(prompt: Prompt) -> JsonObject:
    """What was asked."""
    return {
        "model": prompt.model,
        "system_instructions": [part_json(part) for part in prompt.system_instructions],
        "tool_definitions": [
            {"name": tool.name, "description": tool.description, "parameters": tool.parameters}
            for tool in prompt.tool_definitions
        ],
        "messages": [
            {
                "role": message.role,
                "parts": [part_json(part) for part in message.parts],
                **_extra_json(message.extra),
            }
            for message in prompt.messages
        ],
        "settings": dict(prompt.settings),
    }


def completion_json(completion: Completion) -> JsonObject:
    """What was answered."""
    return {
        "id": completion.id,
        "model": completion.model,
        "messages": [_answer_json(message) for message in completion.messages],
        "usage": None if completion.usage is None else _usage_json(completion.usage),
        "error": completion.error,
        **_extra_json(completion.extra),
    }


def part_json(part: Part) -> JsonObject:
    """One part; the words are OpenTelemetry's where they have one."""
    fields = _part_fields(part)
    return fields if isinstance(part, GenericPart) else fields | _extra_json(part.extra)


def _part_fields(part: Part) -> JsonObject:
    match part:
        case Text(content):
            return {"type": "text", "content": content}
        case Reasoning(content):
            return {"type": "reasoning", "content": content}
        case Refusal(content):
            return {"type": "refusal", "content": content}
        case ToolCall(call_id, name, arguments):
            return {"type": "tool_call", "id": call_id, "name": name, "arguments": arguments}
        case ToolResult(call_id, result, name):
            named: JsonObject = {"name": name} if name else {}
            return {"type": "tool_call_response", "id": call_id, **named, "response": result}
        case ServerToolCall(call_id, name, arguments):
            return {"type": "server_tool_call", "id": call_id, "name": name, "arguments": arguments}
        case ServerToolResult(call_id, name, result):
            kind = "server_tool_call_response"
            return {"type": kind, "id": call_id, "name": name, "response": result}
        case Blob(modality, media_type, data):
            return {"type": "blob", "modality": modality, "mime_type": media_type, "content": data}
        case Uri(modality, media_type, uri):
            return {"type": "uri", "modality": modality, "mime_type": media_type, "uri": uri}
        case GenericPart(kind, value):
            return {"type": kind, "value": value}


def _answer_json(message: Message) -> JsonObject:
    return {
        "role": message.role,
        "finish_reason": message.finish_reason,
        "parts": [part_json(part) for part in message.parts],
        **_extra_json(message.extra),
    }


def _extra_json(extra: Extra) -> JsonObject:
    return {"extra": dict(extra)} if extra else {}


def _usage_json(usage: Usage) -> JsonObject:
    return {
        "input_tokens": usage.input_tokens,
        "output_tokens": usage.output_tokens,
        "total_tokens": usage.total_tokens,
        "cache_read_input_tokens": usage.cache_read_input_tokens,
        "cache_creation_input_tokens": usage.cache_creation_input_tokens,
        "reasoning_output_tokens": usage.reasoning_output_tokens,
    }
