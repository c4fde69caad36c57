"""What was said, in lines: messages, answers and interactions that only one side of a diff has."""

from collections.abc import Iterator

from cassette_cli.json_values import Json
from cassette_cli.render.safe_text import safe_json


def said_in_interaction(value: Json) -> str | None:
    """An interaction that came or went: model, the last message, the answer and how it ended."""
    return "\n".join(_interaction_lines(value)) if isinstance(value, dict) else None


def said_in_message(value: Json) -> str | None:
    """A message that came or went, with its role; None for anything else."""
    match value:
        case {"role": str(role), "parts": [*parts]}:
            return "\n".join(_part_lines(role, parts))
    return None


def _interaction_lines(value: dict[str, Json]) -> Iterator[str]:
    about = {name: value[name] for name in ("model", "repeats") if value.get(name) is not None}
    if about:
        yield ", ".join(f"{name} {item}" for name, item in about.items())
    match value.get("prompt"):
        case {"role": str(role), "parts": [*parts]}:
            yield from _part_lines(role, parts)
    match value.get("completion"):
        case {"messages": [*messages], "error": error}:
            for message in messages:
                yield from _answer_lines(message)
            if error is not None:
                yield f"error: {_spelled(error)}"
    for name in ("request", "response"):
        if value.get(name) is not None:
            yield f"{name}: {_spelled(value[name])}"


def _answer_lines(message: Json) -> Iterator[str]:
    match message:
        case {"role": str(role), "finish_reason": finish_reason, "parts": [*parts]}:
            yield from _part_lines(role, parts)
            if finish_reason is not None:
                yield f"finish reason: {finish_reason}"


def _part_lines(role: str, parts: list[Json]) -> Iterator[str]:
    for part in parts:
        match part:
            case {"type": "text", "content": str(text)}:
                yield f"{role}: {text}"
            case {"type": str(kind), "content": str(text)}:
                yield f"{role}, {kind}: {text}"
            case {"type": "tool_call" | "server_tool_call", "name": name, "arguments": arguments}:
                yield f"{role} calls {name}: {_spelled(arguments)}"
            case {"type": "tool_call_response", "response": response}:
                yield f"{role}, result: {_spelled(response)}"
            case _:
                yield f"{role}: {_spelled(part)}"


def _spelled(value: Json) -> str:
    return value if isinstance(value, str) else safe_json(value)
