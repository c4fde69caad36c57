import pytest

from cassette_cli.exchange import Payload, decode_exchange, framing_named, framings
from cassette_cli.json_values import Json
from cassette_cli.model import Body, Header, Interaction, Request, Response, Structured
from cassette_cli.streams.event import Event
from cassette_cli.streams.sse import FRAMING as SSE
from cassette_cli.text import Span

_EVENT_STREAM = (Header("Content-Type", "text/event-stream; charset=utf-8"),)


@pytest.mark.parametrize(
    ("url", "host", "path"),
    [
        pytest.param(
            "https://API.example.org:443/v1/models?page=2#top",
            "api.example.org:443",
            "/v1/models",
            id="host in lower case, path without query",
        ),
        pytest.param("https://example.org/a%3Ab", "example.org", "/a:b", id="path unquoted"),
        pytest.param("<API_BASE>/chat", "", "<API_BASE>/chat", id="a placeholder for the host"),
        pytest.param("http://[HOST]/v1", "", "http://[HOST]/v1", id="no URL at all"),
        pytest.param("", "", "", id="none"),
    ],
)
def test_url(url: str, host: str, path: str) -> None:
    exchange = decode_exchange(Interaction(0, Request("GET", url), Response(200)))
    assert (exchange.host, exchange.path) == (host, path)


@pytest.mark.parametrize(
    ("body", "headers", "payload"),
    [
        pytest.param(None, (), Payload(), id="no body"),
        pytest.param(
            Body('{"a": 1}'),
            (Header("content-type", "Application/JSON; charset=utf-8"),),
            Payload('{"a": 1}', media_type="application/json", value={"a": 1}),
            id="JSON",
        ),
        pytest.param(
            Body(Structured([1]), ("parsed",)),
            (),
            Payload("[1]", layers=("parsed",), value=[1]),
            id="a body stored as data",
        ),
        pytest.param(
            Body(b"\x1f\x8b\x08broken"),
            (),
            Payload(b"\x1f\x8b\x08broken", notes=("the gzip data is broken or cut off",)),
            id="a body that cannot be decoded",
        ),
        pytest.param(
            Body('data: {"a": 1}\n\ndata: [DONE]\n\n'),
            _EVENT_STREAM,
            Payload(
                'data: {"a": 1}\n\ndata: [DONE]\n\n',
                media_type="text/event-stream",
                framing="sse",
                events=(
                    Event('{"a": 1}', Span(0, 16), (Span(6, 14),), value={"a": 1}),
                    Event("[DONE]", Span(16, 30), (Span(22, 28),)),
                ),
            ),
            id="a stream is cut into events, their data read as JSON",
        ),
        pytest.param(
            Body("data: 1\n\n"),
            (Header("Content-Type", "application/json"),),
            Payload(
                "data: 1\n\n",
                media_type="application/json",
                framing="sse",
                events=(Event("1", Span(0, 9), (Span(6, 7),), value=1),),
            ),
            id="a stream is known by its text, whatever its headers say",
        ),
        pytest.param(
            Body("no stream"),
            _EVENT_STREAM,
            Payload("no stream", media_type="text/event-stream"),
            id="text that is called a stream and is none",
        ),
    ],
)
def test_response(body: Body | None, headers: tuple[Header, ...], payload: Payload) -> None:
    response = Response(200, None, headers, body)
    read = decode_exchange(Interaction(0, Request("GET", "/"), response)).response
    assert read == payload
    assert read.events == payload.events


def test_a_request_is_one_whole() -> None:
    request = Request("POST", "/", (), Body("data: 1\n\n"))
    exchange = decode_exchange(Interaction(0, request, Response(200)))
    assert exchange.request == Payload("data: 1\n\n")


@pytest.mark.parametrize(
    ("payload", "value"),
    [
        pytest.param(Payload(value={"a": 1}), {"a": 1}, id="the body"),
        pytest.param(
            Payload(
                framing="sse",
                events=(
                    Event("hi", Span(0, 0), ()),
                    Event("1", Span(0, 0), (), value=1),
                    Event("2", Span(0, 0), (), value=2),
                ),
            ),
            1,
            id="the first event that is JSON",
        ),
        pytest.param(Payload(framing="sse"), None, id="a stream without JSON"),
    ],
)
def test_first_value(payload: Payload, value: Json) -> None:
    assert payload.first_value == value


def test_framings_are_known_by_name() -> None:
    assert framing_named("sse") is SSE
    names = [framing.name for framing in framings()]
    assert len(set(names)) == len(names)
    with pytest.raises(KeyError):
        framing_named("carrier-pigeon")


@pytest.mark.parametrize(
    ("payload", "text"),
    [
        pytest.param(Payload("data: a\n\n"), "data: a\n\n", id="text is what it is"),
        pytest.param(Payload(b"\xff"), "", id="bytes have none"),
        pytest.param(
            Payload(
                b"\xff",
                events=(Event("1", Span(0, 1), ()), Event("2", Span(1, 2), ())),
            ),
            "1\n2",
            id="unless they are a stream of events",
        ),
    ],
)
def test_text_of_a_payload(payload: Payload, text: str) -> None:
    assert payload.text == text
