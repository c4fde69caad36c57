from dataclasses import replace
from textwrap import dedent

import pytest

from cassette_cli.document import parse
from cassette_cli.exchange import Payload
from cassette_cli.formats.catalogue import read_cassette
from cassette_cli.json_values import Json, write_json
from cassette_cli.model import Body, Cassette, Header, Interaction, Request, Response
from cassette_cli.reading import read_interactions
from cassette_cli.render.cassette_layout import body_fragments, cassette_sheet
from cassette_cli.render.sheet import Fragment, FragmentKind, Section, Sheet, Turn
from cassette_cli.render.view import View, ViewOptions

_EMPTY = parse("a.yaml", "")
_GET = Interaction(
    0,
    Request("GET", "https://example.org/a", (Header("Accept", "*/*"),)),
    Response(404, "Not Found", (Header("Content-Type", "text/plain"),), Body("no such page")),
    duration_ms=3.0,
)
_CHAT = Interaction(
    0,
    Request(
        "POST",
        "https://example.org/v1/chat/completions",
        (Header("Accept", "*/*"),),
        Body('{"model": "m-1", "messages": [{"role": "user", "content": "Hi"}]}'),
    ),
    Response(
        200,
        "OK",
        (),
        Body(
            'data: {"choices": [{"delta": {"content": "Hel\\"lo"}}]}\n\n'
            'event: end\ndata: {"choices": [{"delta": {}, "finish_reason": "stop"}]}\n\n'
        ),
    ),
    duration_ms=3.0,
)


def _sheet(cassette: Cassette, options: ViewOptions) -> Sheet:
    readings = read_interactions(cassette)
    return cassette_sheet(cassette, readings, range(len(readings)), options)


def _section(options: ViewOptions, interaction: Interaction) -> Section:
    return _sheet(Cassette("a.yaml", "vcrpy", "1", (interaction,), _EMPTY), options).sections[0]


def _turn(label: str, *fragments: Fragment, margin: str = "") -> Turn:
    return Turn(label, fragments, margin)


_PAGE = _turn("response", Fragment(FragmentKind.TEXT, "no such page"))
_REQUEST_HEADERS = Fragment(FragmentKind.HEADERS, "Accept: */*")
_RESPONSE_HEADERS = Fragment(FragmentKind.HEADERS, "Content-Type: text/plain")
_NO_CALL = "no model call, shown as HTTP"


@pytest.mark.parametrize(
    ("options", "details", "turns"),
    [
        pytest.param(
            ViewOptions(), (_NO_CALL, "3 ms"), (_PAGE,), id="no model call is shown as HTTP"
        ),
        pytest.param(
            ViewOptions(headers=True),
            (_NO_CALL, "3 ms"),
            (
                _turn("request", _REQUEST_HEADERS),
                _turn("response", _RESPONSE_HEADERS, *_PAGE.fragments),
            ),
            id="with headers",
        ),
        pytest.param(
            ViewOptions(View.HTTP, request=False),
            ("3 ms",),
            (_turn("response", _RESPONSE_HEADERS, *_PAGE.fragments),),
            id="the response alone",
        ),
        pytest.param(
            ViewOptions(View.HTTP, response=False),
            ("3 ms",),
            (_turn("request", _REQUEST_HEADERS),),
            id="the request alone",
        ),
        pytest.param(
            ViewOptions(View.BODY, headers=True), ("3 ms",), (_PAGE,), id="the bodies alone"
        ),
        pytest.param(
            ViewOptions(View.EVENTS),
            ("no stream of events, shown as HTTP", "3 ms"),
            (
                _turn("request", _REQUEST_HEADERS),
                _turn("response", _RESPONSE_HEADERS, *_PAGE.fragments),
            ),
            id="no events",
        ),
        pytest.param(
            ViewOptions(View.RAW),
            ("3 ms",),
            (_turn("", Fragment(FragmentKind.NOTE, "the recorded text is not at hand")),),
            id="no recorded text",
        ),
    ],
)
def test_what_is_no_model_call(
    options: ViewOptions, details: tuple[str, ...], turns: tuple[Turn, ...]
) -> None:
    assert _section(options, _GET) == Section(
        0, "GET https://example.org/a", "404 Not Found", details, turns, failed=True
    )


_USER = _turn("user", Fragment(FragmentKind.TEXT, "Hi"))
_ASSISTANT = _turn("assistant", Fragment(FragmentKind.TEXT, 'Hel"lo'), margin="stop · 3 ms")
_CHUNKS: tuple[Json, ...] = (
    {"choices": [{"delta": {"content": 'Hel"lo'}}]},
    {"choices": [{"delta": {}, "finish_reason": "stop"}]},
)


@pytest.mark.parametrize(
    ("options", "details", "turns"),
    [
        pytest.param(ViewOptions(), ("streamed",), (_USER, _ASSISTANT), id="transcript"),
        pytest.param(
            ViewOptions(headers=True),
            ("streamed",),
            (_turn("request", _REQUEST_HEADERS), _USER, _ASSISTANT),
            id="with headers, where there are any",
        ),
        pytest.param(
            ViewOptions(response=False), ("streamed", "3 ms"), (_USER,), id="the prompt alone"
        ),
        pytest.param(
            ViewOptions(request=False), ("streamed",), (_ASSISTANT,), id="the answer alone"
        ),
        pytest.param(
            ViewOptions(View.EVENTS),
            ("streamed", "3 ms"),
            (
                _turn(
                    "sse",
                    Fragment(FragmentKind.EVENT, write_json(_CHUNKS[0]), "[0]", ((36, 43),)),
                    Fragment(FragmentKind.EVENT, write_json(_CHUNKS[1]), "[1] end"),
                ),
            ),
            id="events, with what belongs to the text marked",
        ),
    ],
)
def test_a_model_call(
    options: ViewOptions, details: tuple[str, ...], turns: tuple[Turn, ...]
) -> None:
    assert _section(options, _CHAT) == Section(
        0,
        "POST https://example.org/v1/chat/completions",
        "200 OK",
        ("openai-chat", "m-1", *details),
        turns,
    )


def test_marks_are_where_the_text_is() -> None:
    (fragment, _) = _section(ViewOptions(View.EVENTS), _CHAT).turns[0].fragments
    ((start, end),) = fragment.marks
    assert fragment.text[start:end] == 'Hel\\"lo'


def test_a_stream_that_broke_off_is_called_incomplete() -> None:
    response = replace(_CHAT.response, body=Body('data: {"choices": [{"delta": {}}]}\n\n'))
    section = _section(ViewOptions(), replace(_CHAT, response=response))
    assert section.details == ("openai-chat", "m-1", "streamed, incomplete")


@pytest.mark.parametrize(
    ("interaction", "request_line", "status", "failed"),
    [
        pytest.param(
            Interaction(0, Request("GET", ""), Response(None)),
            "GET (no URL)",
            "",
            False,
            id="nothing",
        ),
        pytest.param(
            Interaction(0, Request("GET", "/\x1b\n"), Response(399, "Odd\t")),
            "GET /\\x1b\\n",
            "399 Odd\\t",
            False,
            id="one line each",
        ),
        pytest.param(
            Interaction(0, Request("GET", "/"), Response(400)), "GET /", "400", True, id="failed"
        ),
    ],
)
def test_request_and_status(
    interaction: Interaction,
    request_line: str,
    status: str,
    failed: bool,  # noqa: FBT001 -- a column
) -> None:
    section = _section(ViewOptions(), interaction)
    assert (section.request_line, section.status, section.failed) == (request_line, status, failed)


@pytest.mark.parametrize(
    ("cassette", "summary"),
    [
        pytest.param(
            Cassette("a", "vcrpy", "1", (_GET,), _EMPTY), "vcrpy 1, 1 interaction", id="one"
        ),
        pytest.param(Cassette("a", "nock", None, (), _EMPTY), "nock, 0 interactions", id="none"),
        pytest.param(
            Cassette("a", "grpc-calls", None, (), _EMPTY, not_http="3 gRPC calls"),
            "grpc-calls, 3 gRPC calls: not readable as HTTP",
            id="no HTTP",
        ),
    ],
)
def test_summary(cassette: Cassette, summary: str) -> None:
    sheet = _sheet(cassette, ViewOptions())
    assert (sheet.path, sheet.summary) == ("a", summary)
    assert len(sheet.sections) == len(cassette.interactions)


def test_the_raw_view_is_the_recorded_text() -> None:
    recorded = dedent("""\
        - request:
            method: GET
            uri: /
          response:
            status: {code: 200}
        """)
    text = f"# mine\ninteractions:\n{recorded}version: 1\n"
    cassette = read_cassette(parse("a.yaml", text))
    sheet = _sheet(cassette, ViewOptions(View.RAW))
    assert sheet.sections[0].turns == (
        _turn("", Fragment(FragmentKind.TEXT, recorded.rstrip("\n"))),
    )


_VECTOR: Json = [0.5] * 20
_NOTE = Fragment(FragmentKind.NOTE, "odd")


@pytest.mark.parametrize(
    ("payload", "full", "fragments"),
    [
        pytest.param(Payload(), False, [], id="nothing"),
        pytest.param(Payload(notes=("odd",)), False, [_NOTE], id="a note"),
        pytest.param(
            Payload('{"a":1}', value={"a": 1}, notes=("odd",)),
            False,
            [Fragment(FragmentKind.JSON, '{\n  "a": 1\n}'), _NOTE],
            id="JSON is printed nicely",
        ),
        pytest.param(
            Payload("[…]", value=_VECTOR),
            False,
            [Fragment(FragmentKind.JSON, '"<vector of 20 numbers>"')],
            id="vectors are elided",
        ),
        pytest.param(
            Payload("[…]", value=[1, 2]),
            True,
            [Fragment(FragmentKind.JSON, "[\n  1,\n  2\n]")],
            id="in full",
        ),
        pytest.param(
            Payload("1", value=1), False, [Fragment(FragmentKind.TEXT, "1")], id="a JSON scalar"
        ),
        pytest.param(
            Payload("A" * 800), False, [Fragment(FragmentKind.TEXT, "<base64, 600 B>")], id="base64"
        ),
        pytest.param(
            Payload("A" * 800), True, [Fragment(FragmentKind.TEXT, "A" * 800)], id="base64 in full"
        ),
        pytest.param(
            Payload(b"\0" * 1500, media_type="image/png", notes=("odd",)),
            True,
            [Fragment(FragmentKind.MEDIA, "image/png, 1.5 kB"), _NOTE],
            id="bytes",
        ),
        pytest.param(
            Payload(b"\0"),
            False,
            [Fragment(FragmentKind.MEDIA, "binary data, 1 B")],
            id="unknown bytes",
        ),
    ],
)
def test_body_fragments(payload: Payload, full: bool, fragments: list[Fragment]) -> None:  # noqa: FBT001 -- a column
    assert body_fragments(payload, full=full) == fragments
