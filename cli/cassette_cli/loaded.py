"""A cassette as Python users see it: decoded bodies, and what was asked and answered.

These values keep their shape when the modules below them change; docs/python.md describes them.
"""

from dataclasses import dataclass, field
from functools import cached_property
from itertools import starmap

from cassette_cli import model
from cassette_cli.exchange import Payload
from cassette_cli.json_values import Json
from cassette_cli.reading import Reading, read_interactions
from cassette_cli.streams.event import Event as StreamEvent
from cassette_cli.transcript import Conversation


@dataclass(frozen=True, slots=True)
class Event:
    """An event of a stream.

    `data` is the payload as text and `json` the same parsed, None where it is not JSON (`[DONE]`).
    `name` is the `event` field of server-sent events, or AWS's `:event-type`, and `id` the last
    event ID. `dispatched` is false for an event that the end of the stream cut off: a client never
    sees it.
    """

    data: str
    name: str | None = None
    id: str | None = None
    json: Json = None
    dispatched: bool = True


@dataclass(frozen=True, slots=True)
class Body:
    """A body as a client sees it: base64 of the file, content coding and charset are taken off.

    `text` is None where the body is binary, and `binary` None where it is text; an absent body is
    the text "". `json` is None where the body is not JSON. `events` are empty where the body is not
    a stream.
    """

    text: str | None
    binary: bytes | None = None
    json: Json = None
    media_type: str | None = None
    events: tuple[Event, ...] = ()


@dataclass(frozen=True, slots=True)
class Request:
    """A recorded request. `headers` are pairs of name and value, as recorded and in order."""

    method: str
    url: str
    headers: tuple[tuple[str, str], ...]
    body: Body

    def header(self, name: str) -> str | None:
        """The first value of a header field, whatever the case of its name, or None."""
        return _header(self.headers, name)


@dataclass(frozen=True, slots=True)
class Response:
    """A recorded response. `status_code` is None where the recorder kept none.

    `headers` are pairs of name and value, as recorded and in order.
    """

    status_code: int | None
    reason: str | None
    headers: tuple[tuple[str, str], ...]
    body: Body

    def header(self, name: str) -> str | None:
        """The first value of a header field, whatever the case of its name, or None."""
        return _header(self.headers, name)


@dataclass(frozen=True)
class Interaction:
    """A request and its response; `index` is the 0-based position in the file.

    Each part is read when it is first asked for.
    """

    index: int
    _reading: Reading = field(repr=False)

    @property
    def recorded_at(self) -> str | None:
        """When it was recorded, in the recorder's own words; None where it kept no date."""
        return self._reading.interaction.recorded_at

    @property
    def duration_ms(self) -> float | None:
        """How long the response took, in milliseconds; None where the recorder did not say."""
        return self._reading.interaction.duration_ms

    @cached_property
    def request(self) -> Request:
        """The request, its body decoded."""
        recorded = self._reading.interaction.request
        body = _body(self._reading.request)
        return Request(recorded.method, recorded.url, _pairs(recorded.headers), body)

    @cached_property
    def response(self) -> Response:
        """The response, its body decoded and cut into events where it is a stream."""
        recorded = self._reading.interaction.response
        body = _body(self._reading.response)
        return Response(recorded.status_code, recorded.reason, _pairs(recorded.headers), body)

    @property
    def conversation(self) -> Conversation | None:
        """What was asked and answered; None where the interaction is not a model call."""
        return self._reading.conversation

    @property
    def notes(self) -> tuple[str, ...]:
        """What could not be read, and why, in words."""
        return self._reading.notes


@dataclass(frozen=True)
class Cassette:
    """A file of recorded interactions.

    `text` is the text of the file, `path` its name, `format` the recorder that writes such files.
    Cassettes are equal where what they recorded is equal, however it was spelled.
    """

    path: str
    format: str
    format_version: str | None
    text: str = field(compare=False, repr=False)
    _recorded: model.Cassette = field(repr=False)

    @cached_property
    def interactions(self) -> tuple[Interaction, ...]:
        """All interactions, in the order of the file."""
        return tuple(starmap(Interaction, enumerate(read_interactions(self._recorded))))


def loaded(recorded: model.Cassette, text: str) -> Cassette:
    """What Python users see of a cassette that was read from this text."""
    return Cassette(recorded.path, recorded.format, recorded.format_version, text, recorded)


def recorded(cassette: Cassette) -> model.Cassette:
    """The cassette that the rest of the program works on."""
    return cassette._recorded  # noqa: SLF001 -- private to users, not to api.py


def _body(payload: Payload) -> Body:
    content = payload.content
    return Body(
        text=content if isinstance(content, str) else None,
        binary=content if isinstance(content, bytes) else None,
        json=payload.value,
        media_type=payload.media_type,
        events=tuple(map(_event, payload.events)),
    )


def _event(event: StreamEvent) -> Event:
    return Event(event.data, event.name, event.id, event.value, event.dispatched)


def _pairs(headers: tuple[model.Header, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((header.name, header.value) for header in headers)


def _header(headers: tuple[tuple[str, str], ...], name: str) -> str | None:
    return next((value for each, value in headers if each.lower() == name.lower()), None)
