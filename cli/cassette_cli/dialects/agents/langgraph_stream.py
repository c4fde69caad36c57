"""What a run of LangGraph streams, put together as the messages that it adds to its thread.

https://docs.langchain.com/langsmith/streaming: chunks of messages (`messages`), messages that grow
(`messages/partial`), what a node adds (`updates`), or the whole state again and again (`values`).
"""

from collections.abc import Iterator, Sequence
from copy import deepcopy

from cassette_cli.dialects.deltas import delta_at
from cassette_cli.dialects.dialect import Delta, Fold
from cassette_cli.dialects.errors import error_of
from cassette_cli.dialects.folding import Fields, add_item, add_text, finish, index_of, merge
from cassette_cli.dialects.json_fields import objects_at, string_at
from cassette_cli.json_path import JsonPath
from cassette_cli.json_values import Json
from cassette_cli.streams.event import Event

_PIECES = ("args", "thinking", "input", "partial_json", "reasoning")
# Blocks that hold a text: its kind, and the field.
_BLOCKS = {"text": ("text", "text"), "thinking": ("reasoning", "thinking")}


def fold(events: Sequence[Event]) -> Fold:
    """Events into a state: its messages by their ids, in the order in which they began."""
    folded: Fields = {}
    messages: list[Fields] = []
    ended = False
    for event in events:
        mode = mode_of(event)
        match mode, event.value:
            case "messages", [dict(chunk), *_]:
                _add_chunk(messages, chunk)
            case (("messages/partial" | "messages/complete"), list(said)):
                _replace(messages, objects_at(said))
            case "updates", dict(nodes):
                for node in nodes.values():
                    _replace(messages, objects_at(node, "messages"))
            case "values", dict(state):
                _replace(messages, answers_in(objects_at(state, "messages")))
                folded |= {name: value for name, value in state.items() if name != "messages"}
            case "metadata", dict(about):
                folded |= about
            case "custom", value:
                folded["custom"] = [*_list(folded.get("custom")), value]
        ended = ended or mode == "end"
        if error := error_of(event):
            folded["error"] = error
    ended = ended or (bool(messages) and reason_of(messages[-1]) is not None)
    return finish(folded | {"messages": [*messages]}, ended=ended)


def deltas(event: Event) -> Iterator[Delta]:
    """Texts, thoughts and arguments of the chunks of messages; all other modes have them whole."""
    if mode_of(event) != "messages":
        return
    said = string_at(event.value, 0, "id") or ""
    yield from delta_at(event.value, ("text", said), (0, "content"))
    for place, block in enumerate(objects_at(event.value, 0, "content")):
        if (found := _BLOCKS.get(string_at(block, "type") or "")) is not None:
            kind, field = found
            yield from delta_at(
                event.value, (kind, said, index_of(block)), (0, "content", place, field)
            )
    for place, call in enumerate(objects_at(event.value, 0, "tool_call_chunks")):
        path: JsonPath = (0, "tool_call_chunks", place, "args")
        yield from delta_at(event.value, ("arguments", said, index_of(call)), path)


def mode_of(event: Event) -> str:
    """The mode of streaming that an event is of; subgraphs put their names behind it."""
    return (event.name or "").partition("|")[0]


def answers_in(messages: list[Fields]) -> list[Fields]:
    """The messages of a state behind the last that a user said."""
    users = [place for place, message in enumerate(messages) if message.get("type") == "human"]
    return messages[users[-1] + 1 :] if users else messages


def reason_of(message: Json) -> str | None:
    """Why a message ends: each provider has its own name for it."""
    names = ("finish_reason", "stop_reason", "done_reason")
    reasons = (string_at(message, "response_metadata", name) for name in names)
    return next((reason for reason in reasons if reason), None)


def _list(value: Json) -> list[Json]:
    return value if isinstance(value, list) else []


def _replace(messages: list[Fields], said: list[Fields]) -> None:
    """Put whole messages behind the others, or in the place of those with their ids."""
    ids = [message.get("id") for message in messages]
    for message in said:
        if message.get("id") is not None and message["id"] in ids:
            messages[ids.index(message["id"])] = message
        else:
            messages.append(message)


def _add_chunk(messages: list[Fields], chunk: Fields) -> None:
    known = next((each for each in reversed(messages) if each.get("id") == chunk.get("id")), None)
    if known is None:
        messages.append(_whole(chunk))
        return
    for name, value in chunk.items():
        match name, value:
            case "content", str(piece) if isinstance(known.get("content"), str):
                add_text(known, "content", piece)
            case "content", (str() | list()):
                known["content"] = _joined(known.get("content"), value)
            case "tool_call_chunks", list():
                merge(known, {name: value}, _PIECES)
            case (("tool_calls" | "invalid_tool_calls"), _):
                continue
            case _, dict():
                merge(known, {name: value}, _PIECES)
            case _ if value:
                known[name] = value


def _whole(chunk: Fields) -> Fields:
    first = deepcopy(chunk)
    if isinstance(first.get("content"), list):
        first["content"] = _joined([], first["content"])
    return first


def _joined(content: Json, more: Json) -> list[Json]:
    """The blocks of two contents; a block goes on with that of its kind before it."""
    blocks = _blocks(content)
    for block in _blocks(more):
        last = blocks[-1] if blocks else {}
        alike = last.get("type") == block.get("type") and last.get("index") == block.get("index")
        if alike and "thinking" in last:
            merge(last, block, _PIECES)
        else:
            add_item(blocks, block)
    return [*blocks]


def _blocks(content: Json) -> list[Fields]:
    match content:
        case str(text):
            return [{"type": "text", "text": text}] if text else []
        case list():
            found = [
                {"type": "text", "text": each} if isinstance(each, str) else each
                for each in content
            ]
            return [dict(each) for each in found if isinstance(each, dict)]
    return []
