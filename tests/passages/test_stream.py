"""The law of streams: folding what was redacted is redacting what was folded.

It is asked of every dialect's sample stream, with keys put into its texts, cut anywhere.
"""

import re
from base64 import b64decode, b64encode
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cassette_cli.dialects.catalogue import dialect_of
from cassette_cli.dialects.dialect import Delta, Dialect
from cassette_cli.document import parse
from cassette_cli.exchange import decode_exchange
from cassette_cli.files import Found, read
from cassette_cli.files import search as find_files
from cassette_cli.formats.catalogue import read_cassette
from cassette_cli.json_path import JsonPath
from cassette_cli.json_values import Json, read_json, write_json
from cassette_cli.passages.json_text import revise_json
from cassette_cli.passages.passage import Hit, Kind, Search
from cassette_cli.passages.stream import revise_stream
from cassette_cli.streams.event import Event
from cassette_cli.text import Span, splice
from tests.conftest import text_event

_SAMPLES = Path(__file__).parents[2] / "sample_cassettes"


class _Sample(NamedTuple):
    dialect: Dialect
    events: tuple[Event, ...]


def _samples() -> Iterator[tuple[str, _Sample]]:
    for found in find_files([str(_SAMPLES)]):
        source = read(Found(found.path, named=True))
        for interaction in read_cassette(parse(source.path, source.text)).interactions:
            exchange = decode_exchange(interaction)
            if exchange.response.framing is None:
                continue
            dialect = dialect_of(exchange)
            events = tuple(event for event in exchange.response.events if event.dispatched)
            if dialect and any(delta.text for event in events for delta in dialect.deltas(event)):
                name = f"{Path(found.path).stem}#{interaction.index}"
                yield name, _Sample(dialect, events)


_STREAMS = dict(_samples())


def test_there_are_streams_of_many_dialects() -> None:
    assert len({sample.dialect.name for sample in _STREAMS.values()}) >= 15


@pytest.mark.parametrize("name", _STREAMS)
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_folding_and_redacting_commute(
    name: str, search: Search, key: str, data: st.DataObject
) -> None:
    dialect, events = _STREAMS[name]
    planted = _plant(dialect, events, key, data)
    redacted = _redact(dialect, planted, search)
    assert [(event.name, event.id) for event in redacted] == [
        (event.name, event.id) for event in events
    ]
    whole = dialect.fold(planted)
    folded = dialect.fold(redacted)
    text = write_json(whole.value)
    edits = revise_json(text, whole.value, "", search).edits
    assert folded.value == read_json(splice(text, edits))
    assert folded.complete == whole.complete
    assert all(key not in text for text in _texts(dialect, redacted).values())


def _plant(dialect: Dialect, events: Sequence[Event], key: str, data: st.DataObject) -> list[Event]:
    """Put a key into the text of every channel, and cut it anew at drawn places."""
    pieces: defaultdict[tuple[str | int, ...], list[tuple[int, Delta]]] = defaultdict(list)
    for index, event in enumerate(events):
        for delta in dialect.deltas(event):
            pieces[delta.channel].append((index, delta))
    planted = list(events)
    for deltas in pieces.values():
        text = _with_key("".join(delta.text for _, delta in deltas), key, data)
        places = st.lists(
            st.integers(0, len(text)), min_size=len(deltas) - 1, max_size=len(deltas) - 1
        )
        cuts = [0, *sorted(data.draw(places)), len(text)]
        for (index, delta), start, end in zip(deltas, cuts, cuts[1:], strict=False):
            planted[index] = _with(planted[index], delta, text[start:end])
    return planted


def _with_key(text: str, key: str, data: st.DataObject) -> str:
    if isinstance(read_json(text), dict | list):
        return write_json({"note": f'say "{key}"', "token": f"a\n{key}"})
    place = data.draw(st.integers(0, len(text)))
    return f"{text[:place]} {key} {text[place:]}"


def _redact(dialect: Dialect, events: Sequence[Event], search: Search) -> list[Event]:
    revision = revise_stream(events, dialect.deltas, search)
    return [
        _event(event, splice(event.data, revision.edits.get(index, ())))
        for index, event in enumerate(events)
    ]


def _with(event: Event, delta: Delta, text: str) -> Event:
    if not delta.path:
        return _event(event, text)
    written = b64encode(text.encode()).decode() if delta.encoded else text
    return _event(event, write_json(_replaced(event.value, delta.path, written)))


def _event(event: Event, data: str) -> Event:
    return event._replace(data=data, value=read_json(data), span=Span(0, 0), data_spans=())


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


def _texts(dialect: Dialect, events: Sequence[Event]) -> dict[tuple[str | int, ...], str]:
    texts: defaultdict[tuple[str | int, ...], str] = defaultdict(str)
    for event in events:
        for delta in dialect.deltas(event):
            texts[delta.channel] += delta.text
    return texts


def _deltas(event: Event) -> list[Delta]:
    """A dialect of its own: every `t` is a piece of the one text, `b` one in base64."""
    match event.value:
        case {"t": str(text)}:
            return [Delta(("text",), ("t",), text)]
        case {"b": str(text)}:
            return [Delta(("text",), ("b",), b64decode(text).decode(), encoded=True)]
    return []


def _stream(*values: Json) -> list[Event]:
    data = [value if isinstance(value, str) else write_json(value) for value in values]
    return [text_event(text) for text in data]


def _find(_: Kind, __: str, text: str) -> list[Hit]:
    return [Hit(Span(*found.span()), "CUT") for found in re.finditer("KEY", text)]


_SEARCH = Search(_find)


@pytest.mark.parametrize(
    ("pieces", "edited"),
    [
        pytest.param(["a KEY b"], ["a CUT b"], id="in one piece"),
        pytest.param(["a KE", "Y b"], ["a CUT", " b"], id="the first piece gets what is new"),
        pytest.param(["K", "E", "Y"], ["CUT", "", ""], id="the others lose what was theirs"),
        pytest.param(["a ", "KEY", " b"], ["a ", "CUT", " b"], id="at the borders of pieces"),
        pytest.param(["KEY KE", "Y KEY"], ["CUT CUT", " CUT"], id="several in one text"),
        pytest.param(["", "KEY", ""], ["", "CUT", ""], id="empty pieces stay empty"),
        pytest.param(["a", "b"], ["a", "b"], id="nothing to find"),
    ],
)
def test_an_edit_is_dealt_out(pieces: list[str], edited: list[str]) -> None:
    values: list[Json] = [{"t": piece} for piece in pieces]
    events = _stream(*values)
    revision = revise_stream(events, _deltas, _SEARCH)
    texts = [
        splice(event.data, revision.edits.get(index, ())) for index, event in enumerate(events)
    ]
    assert [read_json(text) for text in texts] == [{"t": text} for text in edited]


@pytest.mark.parametrize(
    ("events", "places"),
    [
        pytest.param(
            [{"t": "a"}, {"t": "bKE"}, {"t": "Y"}],
            [(1, "t", len('{"t": "b'))],
            id="in the event where it begins",
        ),
        pytest.param(
            [{"t": "a"}, {"id": "KEY", "t": "b"}],
            [(1, "id", len('{"id": "'))],
            id="what is no delta is searched, too",
        ),
        pytest.param(["x KEY"], [(0, "", 2)], id="an event that is no JSON"),
        pytest.param(
            [{"t": '{"a": "KE'}, {"t": 'Y"}'}],
            [(0, "t › json › a", len('{"t": "{\\"a\\": \\"'))],
            id="JSON that deltas cut",
        ),
        pytest.param(
            [{"b": b64encode(b"a K").decode()}, {"b": b64encode(b"EY").decode()}],
            [(0, "b › base64", len('{"b": "'))],
            id="text in base64",
        ),
    ],
)
def test_places(events: list[Json], places: list[tuple[int, str, int]]) -> None:
    found = revise_stream(_stream(*events), _deltas, _SEARCH).found
    assert [(find.event, find.found.location, find.found.offset) for find in found] == places


def test_escapes_stay_as_they_are() -> None:
    event = Event(r'{"t": "\u00e9\/KEY\n"}', Span(0, 0), ())
    event = event._replace(value=read_json(event.data))
    edits = revise_stream([event], _deltas, _SEARCH).edits
    assert splice(event.data, edits[0]) == r'{"t": "\u00e9\/CUT\n"}'
