"""The law of deltas, which holds for every dialect that streams."""

from base64 import b64encode
from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import TypeAlias

import pytest
from hypothesis import strategies as st

from cassette_cli.dialects.dialect import Delta, Dialect
from cassette_cli.json_path import JsonPath
from cassette_cli.json_values import Json, write_json
from cassette_cli.streams.event import Event
from cassette_cli.text import Span
from cassette_cli.transcript import Completion

Events: TypeAlias = Sequence[Event]
Texts: TypeAlias = dict[tuple[str | int, ...], str]


@pytest.fixture(scope="session")
def check_deltas() -> Callable[[Dialect, Events, st.DataObject], Texts]:
    """Cuts deltas at drawn places and joins them again: the completion stays what it was.

    Gives the text of each channel.
    """
    return _check_deltas


def _check_deltas(dialect: Dialect, events: Events, data: st.DataObject) -> Texts:
    cut = [piece for event in events for piece in _cut(dialect, event, data)]
    joined = _join(dialect, cut)
    for changed in (cut, joined):
        assert _read(dialect, changed) == _read(dialect, events)
        assert _texts(dialect, changed) == _texts(dialect, events)
    return _texts(dialect, events)


def _cut(dialect: Dialect, event: Event, data: st.DataObject) -> list[Event]:
    deltas = list(dialect.deltas(event))
    if len(deltas) != 1:
        return [event]
    text = deltas[0].text
    place = data.draw(st.integers(0, len(text)))
    return [_with(event, deltas[0], piece) for piece in (text[:place], text[place:])]


def _join(dialect: Dialect, events: Events) -> list[Event]:
    joined: list[Event] = []
    for event in events:
        before = list(dialect.deltas(joined[-1])) if joined else []
        match before, list(dialect.deltas(event)):
            case [Delta() as old], [Delta() as new] if old.channel == new.channel and _with(
                joined[-1], old, ""
            ) == _with(event, new, ""):
                joined[-1] = _with(event, new, old.text + new.text)
            case _:
                joined.append(event)
    return joined


def _with(event: Event, delta: Delta, text: str) -> Event:
    written = b64encode(text.encode()).decode() if delta.encoded else text
    value = _replaced(event.value, delta.path, written)
    return event._replace(value=value, data=write_json(value), span=Span(0, 0), data_spans=())


def _replaced(value: Json, path: JsonPath, text: str) -> Json:
    match value, path:
        case _, ():
            return text
        case dict(), (str(name), *rest):
            return value | {name: _replaced(value[name], tuple(rest), text)}
        case list(), (int(index), *rest):
            new = _replaced(value[index], tuple(rest), text)
            return [*value[:index], new, *value[index + 1 :]]
    raise AssertionError(f"no text at {path} of {value}")


def _texts(dialect: Dialect, events: Events) -> Texts:
    texts: Texts = defaultdict(str)
    for event in events:
        for delta in dialect.deltas(event):
            texts[delta.channel] += delta.text
    return {channel: text for channel, text in texts.items() if text}


def _read(dialect: Dialect, events: Events) -> tuple[Completion, bool]:
    folded = dialect.fold(events)
    return dialect.read_response(folded.value), folded.complete
