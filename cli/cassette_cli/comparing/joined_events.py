"""The events of a stream that no dialect can fold, joined where a text came in pieces."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from cassette_cli.comparing.likeness import spell, without_noise
from cassette_cli.comparing.noise import NoiseRules
from cassette_cli.json_path import JsonPath, replaced, value_at
from cassette_cli.json_values import Json

# Members that hold a piece of a text, in the streams of the APIs that are known.
_PIECES = frozenset(("delta", "text", "content", "token", "chunk", "arguments", "partial_json"))


def joined_events(values: Iterable[Json], rules: NoiseRules) -> list[Json]:
    """The data of events; neighbours that differ in one piece of text alone are one event."""
    joined: list[Json] = []
    events = [(value, _only(_piece_paths(value, ()))) for value in values]
    for shape, run in groupby(events, lambda event: _shape_of(event[0], event[1], rules)):
        if shape is None:
            joined += [value for value, _ in run]
            continue
        (first, path), *rest = run
        pieces = [str(value_at(value, path or ())) for value, _ in ((first, path), *rest)]
        joined.append(replaced(first, path or (), "".join(pieces)))
    return joined


def _shape_of(value: Json, path: JsonPath | None, rules: NoiseRules) -> tuple[str, JsonPath] | None:
    """What an event is but for its piece of text; None where it has none, or several."""
    if path is None:
        return None
    return spell(without_noise(replaced(value, path, ""), rules)), path


def _only(paths: Iterable[JsonPath]) -> JsonPath | None:
    first, second = [*paths, None, None][:2]
    return first if second is None else None


def _piece_paths(value: Json, path: JsonPath) -> Iterator[JsonPath]:
    match value:
        case dict():
            for name, member in value.items():
                if isinstance(member, str) and name in _PIECES:
                    yield (*path, name)
                else:
                    yield from _piece_paths(member, (*path, name))
        case list():
            for place, member in enumerate(value):
                yield from _piece_paths(member, (*path, place))
