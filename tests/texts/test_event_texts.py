"""The law of streams: folding what was edited is editing what was folded.

It is asked of every dialect's sample stream, with keys put into its texts, cut anywhere.
"""

import json
import re
from base64 import b64decode, b64encode
from collections import defaultdict
from collections.abc import Callable, Iterator
from collections.abc import Sequence as SequenceOf
from pathlib import Path
from typing import NamedTuple, TypeAlias

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cassette_cli.dialects.catalogue import dialect_of
from cassette_cli.dialects.dialect import Delta, Dialect
from cassette_cli.document import Document, Scalar, Sequence, apply, parse, parse_json
from cassette_cli.errors import EditError
from cassette_cli.exchange import Payload, decode_exchange
from cassette_cli.files import Found as FoundFile
from cassette_cli.files import read
from cassette_cli.files import search as find_files
from cassette_cli.formats.catalogue import read_cassette
from cassette_cli.json_path import JsonPath
from cassette_cli.json_values import Json, read_json, write_json
from cassette_cli.model import Body
from cassette_cli.reading import RecordedMessage
from cassette_cli.streams.event import Event
from cassette_cli.streams.ndjson import FRAMING as NDJSON
from cassette_cli.text import Edit, Span
from cassette_cli.texts.body import StoredBody
from cassette_cli.texts.channels import Deltas
from cassette_cli.texts.content import Content
from cassette_cli.texts.edits import replace_found
from cassette_cli.texts.event_texts import EventTexts
from cassette_cli.texts.find import Found, find_in
from cassette_cli.texts.leaf import Kind, Located
from cassette_cli.texts.search import Hit, Search
from cassette_cli.texts.stream import TextStream
from tests.conftest import text_event

_SAMPLES = Path(__file__).parents[2] / "sample_cassettes"
# Stands in no data.
_SEPARATOR = "\x1e"
_Cut: TypeAlias = Callable[..., tuple[str, list[Found]]]


class _Sample(NamedTuple):
    dialect: Dialect
    events: tuple[Event, ...]


def _samples() -> Iterator[tuple[str, _Sample]]:
    for found in find_files([str(_SAMPLES)]):
        source = read(FoundFile(found.path, named=True))
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
def test_folding_and_editing_commute(
    name: str, cut_body: _Cut, search: Search, key: str, data: st.DataObject
) -> None:
    dialect, events = _STREAMS[name]
    planted = _plant(dialect, events, key, data)
    edited = _edit(dialect, planted, search)
    assert [(event.name, event.id) for event in edited] == [
        (event.name, event.id) for event in events
    ]
    whole = dialect.fold(planted)
    folded = dialect.fold(edited)
    text, _ = cut_body(write_json([whole.value, None]))
    assert [folded.value, None] == read_json(text)
    assert folded.complete == whole.complete
    assert all(key not in text for text in _texts(dialect, edited).values())


def _plant(
    dialect: Dialect, events: SequenceOf[Event], key: str, data: st.DataObject
) -> list[Event]:
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


def _edit(dialect: Dialect, events: SequenceOf[Event], search: Search) -> list[Event]:
    edited, _ = _search(events, dialect.deltas, search)
    return [_event(event, data) for event, data in zip(events, edited, strict=True)]


def _search(
    events: SequenceOf[Event], deltas: Deltas, search: Search
) -> tuple[list[str], tuple[Found, ...]]:
    """Search a stream of these events, and give what becomes of their data."""
    content = _SEPARATOR.join(event.data for event in events)
    document = parse_json("", json.dumps([content]))
    source = _only(document)
    body = Body(content, (), source)
    stream = TextStream(content, NDJSON, EventTexts(tuple(_in_a_row(events)), deltas))
    message = RecordedMessage("response", (), body, Payload(content))
    root = StoredBody(document, message, body, source, Content(content, carrier=stream), None)
    ((*found,),) = find_in([[root]], search)
    edited = _only(apply(document, replace_found(found)))
    return edited.value.split(_SEPARATOR), tuple(found)


def _only(document: Document) -> Scalar:
    """The text in a list of one."""
    match document.roots:
        case (Sequence(items=(Scalar() as only,)),):
            return only
    raise AssertionError("no list of one text")


def _in_a_row(events: SequenceOf[Event]) -> Iterator[Event]:
    start = 0
    for event in events:
        span = Span(start, start + len(event.data))
        yield event._replace(span=span, data_spans=(span,))
        start = span.end + 1


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


def _texts(dialect: Dialect, events: SequenceOf[Event]) -> dict[tuple[str | int, ...], str]:
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


_SEARCH = Search(_find, names=lambda _: False)


@pytest.mark.parametrize(
    ("pieces", "edited"),
    [
        pytest.param(["a KEY b"], ["a CUT b"], id="in one piece"),
        pytest.param(["a KE", "Y b"], ["a CUT", " b"], id="the first piece gets what is new"),
        pytest.param(["a ", "KEY", " b"], ["a ", "CUT", " b"], id="at the borders of pieces"),
        pytest.param(["a", "b"], ["a", "b"], id="nothing to find"),
    ],
)
def test_a_text_that_events_cut(pieces: list[str], edited: list[str]) -> None:
    values: list[Json] = [{"t": piece} for piece in pieces]
    texts, _ = _search(_stream(*values), _deltas, _SEARCH)
    assert [read_json(text) for text in texts] == [{"t": text} for text in edited]


@pytest.mark.parametrize(
    ("events", "location", "rest"),
    [
        pytest.param(
            [{"t": "a"}, {"t": "bKE"}, {"t": "Y"}],
            "ndjson[1] › t",
            'KE"}',
            id="in the event where it begins",
        ),
        pytest.param(
            [{"t": "a"}, {"id": "KEY", "t": "b"}],
            "ndjson[1] › id",
            'KEY", "t": "b"}',
            id="what is no delta is searched, too",
        ),
        pytest.param(
            [{"t": "a"}, 'x{"KEY": 1}'], "ndjson[1]", 'KEY": 1}', id="an event that is no JSON"
        ),
        pytest.param(
            ['{"t": "a", "c": "KEY", "c": 1}'],
            "ndjson[0] › c",
            'KEY", "c": 1}',
            id="what a later member hides",
        ),
        pytest.param(
            [{"t": '{"a": "KE'}, {"t": 'Y"}'}],
            "ndjson[0] › t › json › a",
            'KE"}',
            id="JSON that deltas cut",
        ),
        pytest.param(
            [{"b": b64encode(b"a K").decode()}, {"b": b64encode(b"EY").decode()}],
            "ndjson[0] › b › base64",
            b64encode(b"a K").decode() + '"}',
            id="text in base64",
        ),
    ],
)
def test_places(events: list[Json], location: str, rest: str) -> None:
    stream = _stream(*events)
    _, found = _search(stream, _deltas, _SEARCH)
    document = json.dumps([_SEPARATOR.join(event.data for event in stream)])
    assert [one.location for one in found] == [f"response.body › {location}"]
    assert document.startswith(json.dumps(rest)[1:-1], found[0].offset)


def test_escapes_stay_as_they_are() -> None:
    event = Event(r'{"t": "\u00e9\/KEY\n"}', Span(0, 0), ())
    texts, _ = _search([event._replace(value=read_json(event.data))], _deltas, _SEARCH)
    assert texts == [r'{"t": "\u00e9\/CUT\n"}']


def test_what_is_nested_too_deeply_is_no_json() -> None:
    deep = f'{{"t": "a", "b": {"[" * 250}"KEY"{"]" * 250}}}'
    texts, _ = _search(_stream({"t": "KEY"}, deep), lambda _: [], _SEARCH)
    assert texts == ['{"t": "CUT"}', deep.replace("KEY", "CUT")]


def test_a_piece_in_it_has_no_place_and_cannot_be_edited() -> None:
    deep = f'{{"t": "KEY", "b": {"[" * 250}{"]" * 250}}}'
    (event,) = _stream(deep)
    texts = EventTexts([event], lambda _: [Delta(("text",), ("t",), "KEY")])
    assert texts.locate(1, 2) == (0, Located(("t",), 0))
    with pytest.raises(EditError, match="the JSON of event 0 is not as the standard has it"):
        texts.data_edits({1: [Edit(Span(0, 3), "CUT")]})


def test_data_that_is_a_piece_as_a_whole() -> None:
    events = _stream("x KE", "Y")
    pieces = [Delta(("text",), (), event.data) for event in events]
    texts, found = _search(events, lambda event: [pieces[event.data == "Y"]], _SEARCH)
    assert texts == ["x CUT", ""]
    assert [one.location for one in found] == ["response.body › ndjson[0]"]
