"""Chunks of the AI SDK's UI message stream, put together as the message that `useChat` shows.

https://ai-sdk.dev/docs/ai-sdk-ui/stream-protocol, and the SDK's `readUIMessageStream`.
"""

from collections.abc import Iterator, Sequence

from cassette_cli.dialects.deltas import delta_at
from cassette_cli.dialects.dialect import Delta, Fold
from cassette_cli.dialects.errors import error_object
from cassette_cli.dialects.folding import Fields, add_text, finish, is_done, merge
from cassette_cli.dialects.json_fields import at, string_at
from cassette_cli.streams.event import Event

# By the type of a chunk: the kind of its text, what names that text, and where the piece stands.
_TEXTS = {
    "text-delta": ("text", "id", "delta"),
    "reasoning-delta": ("reasoning", "id", "delta"),
    "tool-input-delta": ("arguments", "toolCallId", "inputTextDelta"),
}
_WITH_METADATA = ("start", "finish", "message-metadata")
_PARTS = ("source-url", "source-document", "file", "reasoning-file", "custom")


def fold(events: Sequence[Event]) -> Fold:
    """Chunks into a UI message; `[DONE]` says that it is whole as well as its last chunk does."""
    message: Fields = {"role": "assistant"}
    parts: list[Fields] = []
    ended = aborted = False
    for event in events:
        chunk = event.value
        ended = ended or is_done(event) or string_at(chunk, "type") == "finish"
        if isinstance(chunk, dict):
            aborted = aborted or chunk.get("type") == "abort"
            _add_to_message(message, chunk)
            _add_to_parts(parts, chunk)
    return finish(message | {"parts": [*parts]}, ended=ended and not aborted)


def deltas(event: Event) -> Iterator[Delta]:
    """Texts, thoughts, and what tools are called with."""
    if (place := _TEXTS.get(string_at(event.value, "type") or "")) is not None:
        kind, name, piece = place
        yield from delta_at(event.value, (kind, string_at(event.value, name) or ""), (piece,))


def _add_to_message(message: Fields, chunk: Fields) -> None:
    match chunk:
        case {"type": "start", "messageId": str(message_id)}:
            message["id"] = message_id
        case {"type": "finish", "finishReason": str(reason)}:
            message["finishReason"] = reason
        case {"type": "error", "errorText": str(text)}:
            message["error"] = error_object(None, None, text)
    usage = {"usage": chunk["usage"]} if "usage" in chunk else None
    for metadata in (at(chunk, "messageMetadata"), usage):
        if isinstance(metadata, dict) and chunk.get("type") in _WITH_METADATA:
            merge(message, {"metadata": metadata}, ())


def _add_to_parts(parts: list[Fields], chunk: Fields) -> None:
    """Put a chunk into the part that it goes on with, or behind the others."""
    kind = string_at(chunk, "type") or ""
    said = {name: value for name, value in chunk.items() if name != "type"}
    match kind.partition("-"):
        case ("text" | "reasoning") as text, _, "start":
            parts.append({"type": text, "text": "", **said})
        case ("text" | "reasoning") as text, _, ("delta" | "end"):
            part = _open_text(parts, text, string_at(chunk, "id"))
            add_text(part, "text", string_at(chunk, "delta") or "")
            part |= {name: value for name, value in said.items() if name != "delta"}
        case "tool", _, step:
            _add_to_tool(parts, chunk, step)
        case "data", _, _:
            _add_data(parts, chunk)
        case "start", _, "step":
            parts.append({"type": "step-start"})
        case _ if kind in _PARTS:
            parts.append(dict(chunk))


def _open_text(parts: list[Fields], kind: str, text_id: str | None) -> Fields:
    """The last text of this name; a new one where the stream was taken up in the middle of it."""
    for part in reversed(parts):
        if part["type"] == kind and part.get("id") == text_id:
            return part
    parts.append({"type": kind, "id": text_id, "text": ""})
    return parts[-1]


def _add_to_tool(parts: list[Fields], chunk: Fields, step: str) -> None:
    part = _tool(parts, string_at(chunk, "toolCallId"))
    if name := string_at(chunk, "toolName"):
        part["type"] = f"tool-{name}"
    if step == "input-delta":
        add_text(part, "input", string_at(chunk, "inputTextDelta") or "")
        return
    part |= {
        name: value
        for name, value in chunk.items()
        if name not in ("type", "toolName", "toolCallId")
    }
    part["state"] = step


def _tool(parts: list[Fields], call_id: str | None) -> Fields:
    for part in reversed(parts):
        if "toolCallId" in part and part["toolCallId"] == call_id:
            return part
    parts.append({"type": "tool-", "toolCallId": call_id})
    return parts[-1]


def _add_data(parts: list[Fields], chunk: Fields) -> None:
    """Data of the application's own; data of the same name and id takes the place of the old."""
    name = (chunk["type"], chunk.get("id"))
    known = [(part["type"], part.get("id")) for part in parts]
    if name[1] is not None and name in known:
        parts[known.index(name)] |= chunk
    else:
        parts.append(dict(chunk))
