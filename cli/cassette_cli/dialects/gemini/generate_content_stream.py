"""Chunks of streamGenerateContent, put together as generateContent would have answered.

https://ai.google.dev/api/generate-content#v1beta.GenerateContentResponse
"""

from collections.abc import Iterator, Sequence

from cassette_cli.dialects.deltas import delta_at
from cassette_cli.dialects.dialect import Delta, Fold
from cassette_cli.dialects.folding import (
    Fields,
    add_item,
    chunks_of,
    finish,
    in_order,
    index_of,
    lay_over,
)
from cassette_cli.dialects.json_fields import at, objects_at, string_at
from cassette_cli.json_path import JsonPath
from cassette_cli.json_values import Json
from cassette_cli.streams.event import Event


def fold(events: Sequence[Event]) -> Fold:
    """Chunks into one response: parts of a candidate in a row, neighbouring texts as one."""
    folded: Fields = {}
    candidates: dict[int, Fields] = {}
    for chunk in chunks_of(events):
        lay_over(folded, chunk, but=("candidates",))
        for candidate in objects_at(chunk, "candidates"):
            index = index_of(candidate)
            _add_candidate(candidates.setdefault(index, {"index": index}), candidate)
    folded["candidates"] = in_order(candidates)
    finished = [bool(candidate.get("finishReason")) for candidate in candidates.values()]
    blocked = at(folded, "promptFeedback", "blockReason") is not None
    return finish(folded, ended=blocked or (bool(finished) and all(finished)))


def deltas(event: Event) -> Iterator[Delta]:
    """Texts and thoughts, and arguments that come in pieces; other calls and code come whole."""
    for position, candidate in enumerate(objects_at(event.value, "candidates")):
        index = index_of(candidate)
        for place, part in enumerate(objects_at(candidate, "content", "parts")):
            path = ("candidates", position, "content", "parts", place)
            kind = "reasoning" if part.get("thought") else "text"
            yield from delta_at(event.value, (kind, index), (*path, "text"))
            if at(part, "functionCall", "willContinue"):
                yield from _argument_deltas(index, (*path, "functionCall", "partialArgs"), part)


def _argument_deltas(index: int, path: JsonPath, part: Json) -> Iterator[Delta]:
    for place, piece in enumerate(objects_at(part, *path[-2:])):
        if text := string_at(piece, "stringValue"):
            channel = ("arguments", index, string_at(piece, "jsonPath") or "")
            yield Delta(channel, (*path, place, "stringValue"), text)


def _add_candidate(folded: Fields, candidate: Fields) -> None:
    for name, value in candidate.items():
        if name == "content" and isinstance(value, dict):
            content = folded.get(name)
            if not isinstance(content, dict):
                folded[name] = content = {}
            parts = objects_at(content, "parts")
            lay_over(content, value, but=("parts",))
            for part in objects_at(value, "parts"):
                _add_part(parts, part)
            content["parts"] = [*parts]
        elif value or name not in folded:
            folded[name] = value


def _add_part(parts: list[Fields], part: Fields) -> None:
    last = parts[-1] if parts else {}
    match last, part:
        case {"functionCall": {"willContinue": True}}, {"functionCall": dict(rest)}:
            last |= part | {"functionCall": _add_call(last.get("functionCall"), rest)}
        case _:
            add_item(parts, part)


def _add_call(call: Json, rest: dict[str, Json]) -> Json:
    """A call whose arguments come in pieces: the pieces are collected, read they are elsewhere."""
    pieces = objects_at(call, "partialArgs") + objects_at(rest, "partialArgs")
    before = call if isinstance(call, dict) else {}
    return {**before, "willContinue": False, **rest, "partialArgs": [*pieces]}
