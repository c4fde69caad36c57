"""Chunks of streamGenerateContent, put together as generateContent would have answered.

https://ai.google.dev/api/generate-content#v1beta.GenerateContentResponse
"""

from collections.abc import Iterator, Sequence

from cassette_cli.dialects.dialect import Delta, Fold
from cassette_cli.dialects.folding import add_text
from cassette_cli.dialects.json_fields import (at, integer_at, objects_at, string_at)
from cassette_cli.json_path import JsonPath
from cassette_cli.json_values import Json
from cassette_cli.streams.event import Event


def fold(events: Sequence[Event]) -> Fold:
    """Chunks into one response: parts of a candidate in a row, neighbouring texts as one."""
    folded: dict[str, Json] = {}
    candidates: dict[int, dict[str, Json]] = {}
    for event in events:
        if not isinstance(event.value, dict):
            continue
        folded |= {name: value for name, value in event.value.items() if name != "candidates"}
        for candidate in objects_at(event.value, "candidates"):
            index = integer_at(candidate, "index") or 0
            candidates[index] = _add_candidate(candidates.get(index, {"index": index}), candidate)
    folded["candidates"] = [candidates[index] for index in sorted(candidates)]
    finished = [bool(candidate.get("finishReason")) for candidate in candidates.values()]
    blocked = at(folded, "promptFeedback", "blockReason") is not None
    return Fold(folded, complete=blocked or (bool(finished) and all(finished)))


def deltas(event: Event) -> Iterator[Delta]:
    """Texts and thoughts, and arguments that come in pieces; other calls and code come whole."""
    for position, candidate in enumerate(objects_at(event.value, "candidates")):
        index = integer_at(candidate, "index") or 0
        for place, part in enumerate(objects_at(candidate, "content", "parts")):
            path = ("candidates", position, "content", "parts", place)
            if text := string_at(part, "text"):
                kind = "reasoning" if part.get("thought") else "text"
                yield Delta((kind, index), (*path, "text"), text)
            if at(part, "functionCall", "willContinue"):
                yield from _argument_deltas(index, (*path, "functionCall", "partialArgs"), part)


def _argument_deltas(index: int, path: JsonPath, part: Json) -> Iterator[Delta]:
    for place, piece in enumerate(objects_at(part, *path[-2:])):
        if text := string_at(piece, "stringValue"):
            channel = ("arguments", index, string_at(piece, "jsonPath") or "")
            yield Delta(channel, (*path, place, "stringValue"), text)


def _add_candidate(folded: dict[str, Json], candidate: dict[str, Json]) -> dict[str, Json]:
    added = dict(folded)
    for name, value in candidate.items():
        match name, value, folded.get(name):
            case "content", dict(content), dict(before):
                parts = _add_parts(objects_at(before, "parts"), objects_at(content, "parts"))
                added[name] = {**before, **content, "parts": parts}
            case "content", dict(content), _:
                added[name] = {**content, "parts": _add_parts([], objects_at(content, "parts"))}
            case _ if value or name not in added:
                added[name] = value
    return added


def _add_parts(parts: list[dict[str, Json]], more: list[dict[str, Json]]) -> list[Json]:
    for part in more:
        last = parts[-1] if parts else {}
        match last, part:
            case {"text": str()}, {"text": str(text)} if _alike(last, part):
                last.update({name: field for name, field in part.items() if name != "text"})
                add_text(last, "text", text)
            case {"functionCall": {"willContinue": True}}, {"functionCall": dict(rest)}:
                call = _add_call(last.get("functionCall"), rest)
                parts[-1] = {**last, **part, "functionCall": call}
            case _:
                parts.append(dict(part))
    return [*parts]


def _alike(last: dict[str, Json], part: dict[str, Json]) -> bool:
    return bool(last.get("thought")) == bool(part.get("thought"))


def _add_call(call: Json, rest: dict[str, Json]) -> Json:
    """A call whose arguments come in pieces: the pieces are collected, read they are elsewhere."""
    pieces = objects_at(call, "partialArgs") + objects_at(rest, "partialArgs")
    before = call if isinstance(call, dict) else {}
    return {**before, "willContinue": False, **rest, "partialArgs": [*pieces]}
