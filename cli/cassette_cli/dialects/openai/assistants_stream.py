"""Events of a run, put together as the run with all that it gave.

https://platform.openai.com/docs/api-reference/assistants-streaming/events
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from cassette_cli.dialects.dialect import Delta, Fold
from cassette_cli.dialects.json_fields import (at, integer_at, objects_at, string_at)
from cassette_cli.json_path import JsonPath
from cassette_cli.json_values import Json
from cassette_cli.streams.event import Event

# Where the folded run holds its messages and steps, in the order they began.
OUTPUT = "output"
_DONE = "[DONE]"
_FINAL = frozenset(("completed", "incomplete", "requires_action", "failed", "cancelled", "expired"))
# Strings of a delta that are pieces of a longer one; other strings are whole each time.
_TEXTS = frozenset(("value", "refusal", "arguments", "input", "logs"))


def fold(events: Sequence[Event]) -> Fold:
    """A run object; its output are the messages and the steps that called tools."""
    run: dict[str, Json] = {}
    output: dict[str, dict[str, Json]] = {}
    pieces: defaultdict[str, list[Json]] = defaultdict(list)
    error: Json = None
    done = False
    for event in events:
        done = done or event.data.strip() == _DONE
        value = event.value
        number = string_at(value, "id") or ""
        match value:
            case {"object": "thread.message.delta" | "thread.run.step.delta", "delta": delta}:
                if number not in output:
                    output[number] = _begun(value)
                pieces[number].append(delta)
            case dict() if string_at(value, "object") == "thread.run":
                run = dict(value)
            case dict() if _is_output(value):
                output[number] = value
                pieces.pop(number, None)  # which this one repeats
            case {"error": reported} if reported:
                error = reported
            case dict() if event.name == "error":
                error = value
    for number, added in pieces.items():
        for piece in added:
            output[number] = _merged(output[number], piece)
    if output:
        run[OUTPUT] = [*output.values()]
    if error is not None:
        run["last_error"] = error
    return Fold(run, complete=(done or run.get("status") in _FINAL) and error is None)


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


def _begun(value: Json) -> dict[str, Json]:
    """The object that a delta goes on with, where its first event is missing."""
    kind = (string_at(value, "object") or "").removesuffix(".delta")
    role: dict[str, Json] = {"role": "assistant"} if kind == "thread.message" else {}
    return {"id": at(value, "id"), "object": kind, **role}


def _merged(before: dict[str, Json], delta: Json) -> dict[str, Json]:
    if not isinstance(delta, dict):
        return before
    merged = dict(before)
    for name, value in delta.items():
        match before.get(name), value:
            case str(old), str(new) if name in _TEXTS:
                merged[name] = old + new
            case dict(old), dict(new):
                merged[name] = _merged(old, new)
            case (list() | None) as old, list(items):
                merged[name] = _merged_items(objects_at(old), objects_at(items))
            case old, _ if value is not None or old is None:
                merged[name] = value
    return merged


def _merged_items(before: list[dict[str, Json]], items: list[dict[str, Json]]) -> list[Json]:
    """Items of a delta into those of its list, by index; the index is none of the whole."""
    merged = [*before]
    for item in items:
        number = integer_at(item, "index")
        whole = {name: field for name, field in item.items() if name != "index"}
        if number is not None and number < len(merged):
            merged[number] = _merged(merged[number], whole)
        else:
            merged.append(_merged({}, whole))
    return [*merged]
