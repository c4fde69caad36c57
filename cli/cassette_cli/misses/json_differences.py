"""Where two JSON values differ, by path."""

from collections.abc import Iterator

from cassette_cli.json_path import JsonPath
from cassette_cli.json_values import Json
from cassette_cli.recorders.parts import canonical

# Members of a request whose items are the messages of a conversation.
_MESSAGES = frozenset(("messages", "input", "contents"))


def json_differences(
    recorded: Json, sent: Json, path: JsonPath = ()
) -> Iterator[tuple[JsonPath, Json, Json]]:
    """The paths at which two values differ, with what stands there; None where nothing does."""
    match recorded, sent:
        case dict(), dict():
            for name in dict.fromkeys((*recorded, *sent)):
                yield from _member(recorded, sent, name, path)
        case list(), list():
            yield from _items(recorded, sent, path)
        case _ if canonical(recorded) != canonical(sent):
            yield path, recorded, sent


def place_of(path: JsonPath, body: Json) -> str:
    """`message 3 of 5` for what stands in a message of a request; else ""."""
    match path, body:
        case (str(name), int(index), *_), dict() if name in _MESSAGES:
            items = body.get(name)
            if isinstance(items, list):
                return f"message {index + 1} of {len(items)}"
    return ""


def _member(
    recorded: dict[str, Json], sent: dict[str, Json], name: str, path: JsonPath
) -> Iterator[tuple[JsonPath, Json, Json]]:
    there = (*path, name)
    if name in recorded and name in sent:
        yield from json_differences(recorded[name], sent[name], there)
    else:
        yield there, recorded.get(name), sent.get(name)


def _items(
    recorded: list[Json], sent: list[Json], path: JsonPath
) -> Iterator[tuple[JsonPath, Json, Json]]:
    """Items that are equal at both ends are paired; of those between, one after the other."""
    old, new = [canonical(item) for item in recorded], [canonical(item) for item in sent]
    shorter = min(len(old), len(new))
    start = next((at for at in range(shorter) if old[at] != new[at]), shorter)
    room = shorter - start
    end = next((at for at in range(room) if old[-1 - at] != new[-1 - at]), room)
    left, right = recorded[start : len(old) - end], sent[start : len(new) - end]
    both = min(len(left), len(right))
    for at in range(both):
        yield from json_differences(left[at], right[at], (*path, start + at))
    for at in range(both, max(len(left), len(right))):
        gone, came = left[at : at + 1], right[at : at + 1]
        yield (*path, start + at), gone[0] if gone else None, came[0] if came else None
