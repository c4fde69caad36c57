import json
from base64 import b64encode

import pytest

from cassette_cli.document import parse
from cassette_cli.formats.catalogue import read_cassette
from cassette_cli.json_values import Json
from cassette_cli.model import Body, Cassette, Header, Interaction, Request, Response, Structured

_CODED: list[Json] = [{"name": "Content-Encoding", "value": "gzip"}]
_HEX_CHUNKS = json.dumps([b"ab".hex(), b"c".hex()])
_BASE64_CHUNKS = json.dumps([b64encode(b"ab").decode(), b64encode(b"c").decode()])


def _har(request: Json = None, response: Json = None, **entry: Json) -> Cassette:
    request = {
        "method": "POST",
        "url": "http://a/",
        **(request if isinstance(request, dict) else {}),
    }
    response = {"status": 200, **(response if isinstance(response, dict) else {})}
    entries: Json = [{"request": request, "response": response, **entry}]
    text = json.dumps({"log": {"version": "1.2", "entries": entries}})
    return read_cassette(parse("x.har", text))


def test_read() -> None:
    cassette = _har(
        {
            "headers": [{"name": "A", "value": "b"}, {"name": "A", "value": "c"}],
            "postData": {"mimeType": "text/plain", "text": "hi"},
        },
        {"statusText": "OK", "content": {"text": "there"}},
        startedDateTime="2025-10-09T08:53:20Z",
        time=4.5,
    )
    assert (cassette.format, cassette.format_version) == ("har", "1.2")
    assert cassette.interactions == (
        Interaction(
            0,
            Request("POST", "http://a/", (Header("A", "b"), Header("A", "c")), Body("hi")),
            Response(200, "OK", (), Body("there")),
            recorded_at="2025-10-09T08:53:20Z",
            duration_ms=4.5,
        ),
    )


@pytest.mark.parametrize(
    ("content", "headers", "body"),
    [
        pytest.param({"text": "a"}, [], Body("a"), id="text"),
        pytest.param({"size": 9}, [], None, id="a body that was not kept"),
        pytest.param(
            {"text": "YQ==", "encoding": "base64"}, [], Body(b"a", ("base64",)), id="base64"
        ),
        pytest.param({"text": "61", "_isBinary": True}, [], Body(b"a", ("hex",)), id="hex"),
        pytest.param(
            {"text": _HEX_CHUNKS, "_isBinary": True},
            _CODED,
            Body(b"abc", ("hex-chunks",)),
            id="chunks of hex",
        ),
        pytest.param(
            {"text": _BASE64_CHUNKS, "encoding": "base64"},
            _CODED,
            Body(b"abc", ("base64-chunks",)),
            id="chunks of base64",
        ),
        pytest.param({"text": "[1]"}, _CODED, Body("[1]"), id="a list that is no chunks"),
        pytest.param({"text": _HEX_CHUNKS}, [], Body(_HEX_CHUNKS), id="chunks have a coding"),
    ],
)
def test_response_body(content: Json, headers: Json, body: Body | None) -> None:
    (interaction,) = _har(None, {"content": content, "headers": headers}).interactions
    assert interaction.response.body == body


@pytest.mark.parametrize(
    ("data", "body"),
    [
        pytest.param({"textJSON": {"a": 1}}, Body(Structured({"a": 1}), ("parsed",)), id="data"),
        pytest.param(
            {"params": [{"name": "a", "value": "b"}]},
            Body(Structured([{"name": "a", "value": "b"}]), ("parsed",)),
            id="the fields of a form",
        ),
        pytest.param({"text": "YQ==", "encoding": "base64"}, Body(b"a", ("base64",)), id="base64"),
        pytest.param({"text": "", "params": []}, Body(""), id="no text"),
    ],
)
def test_request_body(data: Json, body: Body) -> None:
    (interaction,) = _har({"postData": data}).interactions
    assert interaction.request.body == body


@pytest.mark.parametrize("status", [0, -1])
def test_where_nothing_came_back_there_is_no_status(status: int) -> None:
    (interaction,) = _har(None, {"status": status}).interactions
    assert interaction.response.status_code is None
