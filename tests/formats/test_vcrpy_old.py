import pytest

from cassette_cli.document import parse
from cassette_cli.formats.catalogue import read_cassette
from cassette_cli.model import Body, Header, Interaction, Request, Response

_YAML = """\
- request: !!python/object:vcr.request.Request
    body: null
    headers: !!python/object/apply:__builtin__.frozenset
    - - !!python/tuple [accept, b]
      - !!python/tuple [age, '1']
    host: a
    method: GET
    path: /ip
    port: 80
    protocol: http
  response:
    body: {string: !!python/unicode "a"}
    headers: [!!python/unicode "server: x\\r\\n", !!python/unicode "vary: y\\r\\n"]
    status: {code: 200, message: OK}
"""


def test_yaml() -> None:
    cassette = read_cassette(parse("x.yaml", _YAML))
    assert cassette.format == "vcrpy-old"
    assert cassette.interactions == (
        Interaction(
            0,
            Request("GET", "http://a/ip", (Header("accept", "b"), Header("age", "1"))),
            Response(200, "OK", (Header("server", "x"), Header("vary", "y")), Body("a")),
        ),
    )
    sources = cassette.interactions[0].sources
    assert sources.keys() >= {"request.protocol", "request.host", "request.port", "request.path"}
    assert "request.url" not in sources


@pytest.mark.parametrize(
    ("request_parts", "url"),
    [
        pytest.param("protocol: https, port: 443", "https://a/b?c", id="the port of https"),
        pytest.param("protocol: https, port: 80", "https://a:80/b?c", id="another port"),
        pytest.param("protocol: http", "http://a/b?c", id="no port"),
    ],
)
def test_urls(request_parts: str, url: str) -> None:
    text = f'- {{request: {{host: a, path: "/b?c", {request_parts}}}, response: {{}}}}'
    (interaction,) = read_cassette(parse("x.yaml", text)).interactions
    assert interaction.request.url == url
