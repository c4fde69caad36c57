"""Events of a run, put together as the run with all that it gave.

https://platform.openai.com/docs/api-reference/assistants-streaming/events
"""

from collections.abc import Iterator, Sequence
from copy import deepcopy

from cassette_cli.dialects.dialect import Delta, Fold
from cassette_cli.dialects.errors import error_of
from cassette_cli.dialects.folding import Fields, is_done, merge
from cassette_cli.dialects.json_fields import at, integer_at, objects_at, string_at
from cassette_cli.json_path import JsonPath
from cassette_cli.json_values import Json
from cassette_cli.streams.event import Event

# Where the folded run holds its messages and steps, in the order they began.
OUTPUT = "output"
_FINAL = frozenset(("completed", "incomplete", "requires_action", "failed", "cancelled", "expired"))
# Strings of a delta that are pieces of a longer one; other strings are whole each time.
_TEXTS = frozenset(("value", "refusal", "arguments", "input", "logs"))


def fold(events: Sequence[Event]) -> Fold:
    """A run object; its output are the messages and the steps that called tools."""
    run: Fields = {}
    output: dict[str, Fields] = {}
    pieces: dict[str, list[Fields]] = {}
    error: Json = None
    for event in events:
        number = string_at(event.value, "id") or ""
        match event.value:
            case {"object": "thread.message.delta" | "thread.run.step.delta", "delta": dict(delta)}:
                if number not in output:
                    output[number] = _begun(event.value)
                pieces.setdefault(number, []).append(delta)
            case dict(value) if value.get("object") == "thread.run":
                run = dict(value)
            case dict(value) if _is_output(value):
                output[number] = value
                pieces.pop(number, None)  # which this one repeats
            case _:
                error = error_of(event) or error
    for number, added in pieces.items():
        output[number] = _put_together(output[number], added)
    if output:
        run[OUTPUT] = [*output.values()]
    if error is not None:
        run["last_error"] = error
    ended = string_at(run, "status") in _FINAL or any(map(is_done, events))
    return Fold(run, complete=ended and error is None)


def deltas(event: Event) -> Iterator[Delta]:
    """Text and refusals of messages; arguments, code and logs of tool calls."""
    kind = string_at(event.value, "object")
    if kind == "thread.message.delta":
        yield from _indexed_deltas(event, "text", ("delta", "content"))
    elif kind == "thread.run.step.delta":
        path = ("delta", "step_details", "tool_calls")
        yield from _indexed_deltas(event, "arguments", path)


def _is_output(value: Json) -> bool:
    """Whether an object says something: steps that create messages only announce them."""
    kind = string_at(value, "object")
    calls_tools = string_at(value, "step_details", "type") == "tool_calls"
    return kind == "thread.message" or (kind == "thread.run.step" and calls_tools)


def _indexed_deltas(event: Event, kind: str, path: JsonPath) -> Iterator[Delta]:
    owner = string_at(event.value, "id") or ""
    for place, item in enumerate(objects_at(event.value, *path)):
        number = integer_at(item, "index")
        channel = (kind, owner, place if number is None else number)
        for inner, text in _texts_of(item, ()):
            yield Delta((*channel, *map(str, inner)), (*path, place, *inner), text)


def _texts_of(value: Json, path: JsonPath) -> Iterator[tuple[JsonPath, str]]:
    match value:
        case dict():
            for name, field in value.items():
                if isinstance(field, str) and field and name in _TEXTS:
                    yield (*path, name), field
                elif name != "annotations":
                    yield from _texts_of(field, (*path, name))
        case list():
            for place, item in enumerate(value):
                yield from _texts_of(item, (*path, place))


def _begun(value: Json) -> Fields:
    """The object that a delta goes on with, where its first event is missing."""
    kind = (string_at(value, "object") or "").removesuffix(".delta")
    role: Fields = {"role": "assistant"} if kind == "thread.message" else {}
    return {"id": at(value, "id"), "object": kind, **role}


def _put_together(begun: Fields, deltas: list[Fields]) -> Fields:
    whole = deepcopy(begun)
    for delta in deltas:
        merge(whole, delta, _TEXTS)
    return {name: _without_index(field) for name, field in whole.items()}


def _without_index(value: Json) -> Json:
    """A value without the indexes of its items, which an answer that came whole has not."""
    match value:
        case dict():
            return {name: _without_index(v) for name, v in value.items() if name != "index"}
        case list():
            return [_without_index(item) for item in value]
    return value
