import json

import pytest

from cassette_cli.document import parse
from cassette_cli.formats.catalogue import read_cassette
from cassette_cli.json_values import Json
from cassette_cli.model import Body, Header, Interaction, Request, Response, Structured

_RECORDING: dict[str, Json] = {
    "scope": "https://a:443",
    "method": "POST",
    "path": "/b",
    "body": {"c": 1},
    "status": 200,
    "response": "a",
    "rawHeaders": ["Age", "1", "Vary", "b", "Vary", "c"],
    "reqheaders": {"accept": "b", "host": ["a"]},
    "responseIsBinary": False,
}
_ENCODED = ["Content-Encoding", "gzip"]


def _read(**changes: Json) -> Interaction:
    cassette = read_cassette(parse("x.json", json.dumps([_RECORDING | changes])))
    assert cassette.format == "nock"
    (interaction,) = cassette.interactions
    return interaction


def test_read() -> None:
    interaction = _read()
    assert interaction == Interaction(
        0,
        Request(
            "POST",
            "https://a:443/b",
            (Header("accept", "b"), Header("host", "a")),
            Body(Structured({"c": 1}), ("parsed",)),
        ),
        Response(
            200, None, (Header("Age", "1"), Header("Vary", "b"), Header("Vary", "c")), Body("a")
        ),
    )
    assert "request.url" not in interaction.sources
    assert interaction.sources.keys() >= {"request.scope", "request.path"}


@pytest.mark.parametrize(
    ("changes", "body"),
    [
        pytest.param(
            {"response": {"a": 1}}, Body(Structured({"a": 1}), ("parsed",)), id="JSON is data"
        ),
        pytest.param(
            {"response": ["ff"]},
            Body(Structured(["ff"]), ("parsed",)),
            id="a list is data without a content coding",
        ),
        pytest.param(
            {"response": ["00", "ff"], "rawHeaders": [*_ENCODED]},
            Body(b"\x00\xff", ("hex",)),
            id="a list is chunks in hex with a content coding",
        ),
        pytest.param(
            {"response": ["Hello"], "rawHeaders": [*_ENCODED]},
            Body(Structured(["Hello"]), ("parsed",)),
            id="a list of words is no hex",
        ),
        pytest.param(
            {"response": "00ff", "responseIsBinary": True},
            Body(b"\x00\xff", ("hex",)),
            id="binary is hex",
        ),
        pytest.param({"response": ""}, Body(""), id="empty"),
        pytest.param({"response": None}, None, id="null"),
    ],
)
def test_response_bodies(changes: dict[str, Json], body: Body | None) -> None:
    assert _read(**changes).response.body == body


def test_headers_in_a_mapping() -> None:
    interaction = _read(rawHeaders={"Age": "1"})
    assert interaction.response.headers == (Header("Age", "1"),)


def test_a_single_definition_is_a_recording_of_one() -> None:
    definition = '{"scope": "http://a:80", "method": "GET", "path": "/", "status": 200, "body": ""}'
    cassettes = [read_cassette(parse("x.json", text)) for text in (definition, f"[{definition}]")]
    assert [one.format for one in cassettes] == ["nock", "nock"]
    assert cassettes[0].interactions == cassettes[1].interactions
