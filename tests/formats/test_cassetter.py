import pytest

from cassette_cli.document import parse
from cassette_cli.formats.catalogue import read_cassette
from cassette_cli.model import Body, Header, Interaction, Request, Response, Structured

_TEXT = """\
version: 1
interactions:
- request:
    method: POST
    uri: http://a/
    headers:
      accept:
      - b
    body:
      type: json
      content:
        a: null
  response:
    status: 200
    headers: {}
    body:
      type: text
      content: a
  recorded_at: '2026-01-01T00:00:00Z'
ws_interactions: []
"""


def test_read() -> None:
    cassette = read_cassette(parse("x.yaml", _TEXT))
    assert (cassette.format, cassette.format_version) == ("cassetter", "1")
    data = Body(Structured({"a": None}), ("parsed",))
    assert cassette.interactions == (
        Interaction(
            0,
            Request("POST", "http://a/", (Header("accept", "b"),), data),
            Response(200, None, (), Body("a")),
            recorded_at="2026-01-01T00:00:00Z",
        ),
    )


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param("{type: none}", None, id="none"),
        pytest.param("{type: binary, content: 00ff}", Body(b"\x00\xff", ("hex",)), id="hex"),
        pytest.param("{type: json, content: 1}", Body(Structured(1), ("parsed",)), id="a number"),
        pytest.param("{type: text, content: ''}", Body(""), id="empty text"),
        pytest.param("a", Body("a"), id="bare"),
    ],
)
def test_bodies(body: str, expected: Body | None) -> None:
    text = f"interactions:\n- {{request: {{uri: /}}, response: {{status: 200, body: {body}}}}}"
    (interaction,) = read_cassette(parse("x.yaml", text)).interactions
    assert interaction.response.body == expected
