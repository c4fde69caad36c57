import pytest

from cassette_cli.document import parse
from cassette_cli.formats.catalogue import read_cassette
from cassette_cli.formats.go_vcr import FORMAT, read_duration
from cassette_cli.model import Body, Header, Interaction, Request, Response
from tests.conftest import source

_VERSION_2 = """\
---
version: 2
interactions:
- id: 0
  request:
    proto: HTTP/1.1
    content_length: 2
    host: a
    body: "{}"
    form: {}
    headers:
      Accept:
      - b
    url: http://a/
    method: POST
  response:
    proto: HTTP/2.0
    content_length: -1
    uncompressed: true
    body: !!binary |
      /w==
    headers:
      Age:
      - "1"
    status: 404 Not Found
    code: 404
    duration: 1.5s
"""


def test_version_2() -> None:
    cassette = read_cassette(parse("x.yaml", _VERSION_2))
    assert (cassette.format, cassette.format_version) == ("go-vcr", "2")
    assert cassette.interactions == (
        Interaction(
            0,
            Request("POST", "http://a/", (Header("Accept", "b"),), Body("{}")),
            Response(404, "Not Found", (Header("Age", "1"),), Body(b"\xff", ("base64",))),
            duration_ms=1500.0,
        ),
    )
    assert cassette.interactions[0].sources.keys() >= {
        "id",
        "request.host",
        "request.form",
        "request.content_length",
        "response.content_length",
        "response.duration",
    }


def test_version_1_and_keys_left_out() -> None:
    text = source("""
        version: 1
        interactions:
        - request: {url: /}
          response: {code: 204}
    """)
    cassette = read_cassette(parse("x.yaml", text))
    assert cassette.interactions == (Interaction(0, Request("GET", "/"), Response(204)),)


@pytest.mark.parametrize(
    ("text", "claimed"),
    [
        pytest.param("version: 2\ninteractions: []", True, id="empty"),
        pytest.param("version: 1\ninteractions: []", False, id="empty of version 1 is vcrpy's"),
        pytest.param("version: 2\ninteractions: null", False, id="no list"),
        pytest.param("version: 3\ninteractions: [{request: {url: /}}]", False, id="version 3"),
        pytest.param("version: 2\ninteractions: [{request: {uri: /}}]", False, id="uri is vcrpy's"),
    ],
)
def test_matches(text: str, *, claimed: bool) -> None:
    assert FORMAT.matches(parse("x", text).root) is claimed


@pytest.mark.parametrize(
    ("text", "milliseconds"),
    [
        pytest.param("0s", 0.0, id="zero"),
        pytest.param("365.150042ms", 365.150042, id="milliseconds"),
        pytest.param("1m2.5s", 62_500.0, id="minutes and seconds"),
        pytest.param("1h0m0s", 3_600_000.0, id="hours"),
        pytest.param("812.5µs", 0.8125, id="micro sign"),
        pytest.param("2μs", 0.002, id="Greek mu"),
        pytest.param("100ns", 0.0001, id="nanoseconds"),
        pytest.param("12", None, id="no unit"),
        pytest.param("soon", None, id="a word"),
        pytest.param("", None, id="empty"),
        pytest.param(None, None, id="absent"),
    ],
)
def test_read_duration(text: str | None, milliseconds: float | None) -> None:
    assert read_duration(text) == (None if milliseconds is None else pytest.approx(milliseconds))
