"""An interaction with its layers off and its stream cut into events: what a dialect looks at."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from cassette_cli.json_values import Json
from cassette_cli.layers.peel import Peeled, media_type, peel
from cassette_cli.model import Body, Header, Interaction
from cassette_cli.plugins import iter_plugins
from cassette_cli.streams.event import Event, Framing

# Asked first: most streams are of it, and the others then need no import.
_COMMON = ("sse",)


@dataclass(frozen=True, slots=True)
class Payload:
    """A decoded body. `value` is its JSON, `events` what a stream of this `framing` consists of."""

    content: str | bytes = ""
    layers: tuple[str, ...] = ()
    media_type: str | None = None
    value: Json = None
    framing: str | None = None
    events: tuple[Event, ...] = field(default=(), repr=False)
    notes: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The body as text; where it is bytes, the data of its events, a line each."""
        if isinstance(self.content, str):
            return self.content
        return "\n".join(event.data for event in self.events)

    @property
    def first_value(self) -> Json:
        """The body as JSON, or the first event that is JSON: what tells dialects apart."""
        if self.framing is None:
            return self.value
        return next((event.value for event in self.events if event.value is not None), None)


@dataclass(frozen=True, slots=True)
class Exchange:
    """One interaction, decoded. `host` and `path` are those of the URL, unquoted, "" if absent."""

    interaction: Interaction
    host: str
    path: str
    request: Payload
    response: Payload


def decode_exchange(interaction: Interaction) -> Exchange:
    """Take the layers off both bodies of an interaction."""
    host, path = _split_url(interaction.request.url)
    return Exchange(
        interaction,
        host,
        path,
        request=_read_whole(interaction.request.body, interaction.request.headers),
        response=_read_stream(interaction.response.body, interaction.response.headers),
    )


def framings() -> Iterator[Framing]:
    """All framings, imported as they are reached; at most one matches a body."""
    return iter_plugins("cassette_cli.streams", "FRAMING", Framing, _COMMON)


def framing_of(content: str | bytes) -> Framing | None:
    """The framing in which a decoded body is a stream, if it is one."""
    return next((framing for framing in framings() if framing.matches(content)), None)


def framing_named(name: str) -> Framing:
    """The framing of this name; KeyError where there is none."""
    return {framing.name: framing for framing in framings()}[name]


def _split_url(url: str) -> tuple[str, str]:
    try:
        parts = urlsplit(url)
    except ValueError:  # recorders write placeholders into URLs: http://[HOST]/v1
        return "", url
    return parts.netloc.lower(), unquote(parts.path)


def _read_whole(body: Body | None, headers: tuple[Header, ...]) -> Payload:
    return _payload(peel(body, headers), headers)


def _read_stream(body: Body | None, headers: tuple[Header, ...]) -> Payload:
    peeled = peel(body, headers)
    framing = framing_of(peeled.content)
    if framing is None:
        return _payload(peeled, headers)
    events = framing.decode(peeled.content)
    return _payload(peeled, headers, framing.name, events, framing.notes(peeled.content))


def _payload(
    peeled: Peeled,
    headers: tuple[Header, ...],
    framing: str | None = None,
    events: tuple[Event, ...] = (),
    notes: tuple[str, ...] = (),
) -> Payload:
    return Payload(
        content=peeled.content,
        layers=peeled.layers,
        media_type=media_type(headers),
        value=peeled.value,
        framing=framing,
        events=events,
        notes=peeled.notes + notes,
    )
