"""A cassette as a file of another recorder: what survives, what is lost, and what is refused."""

import json
from pathlib import Path

import pytest

from cassette_cli.converting.catalogue import target_named
from cassette_cli.converting.convert import Conversion, Loss, convert
from cassette_cli.document import parse
from cassette_cli.errors import EditError
from cassette_cli.formats.catalogue import read_cassette
from cassette_cli.model import Cassette, Structured

_SAMPLES = Path(__file__).parents[2] / "sample_cassettes"
_RECORDERS = ("betamax", "go-vcr", "nock", "vcr", "vcrpy")
_WHOLE = (*_RECORDERS, "har")

_VCRPY = """\
interactions:
- request:
    body: '{{"model": "gpt-4o-mini"}}'
    headers:
      Accept:
      - '*/*'
    method: POST
    uri: https://api.openai.com/v1/chat/completions?n=1
  response:
    body:
      string: {body}
    headers:
      Content-Encoding:
      - gzip
      Content-Length:
      - '{length}'
      Set-Cookie:
      - a=1
      - b=2
    status:
      code: 200
      message: OK
version: 1
"""


def _cassette(text: str) -> Cassette:
    return read_cassette(parse("t.yaml", text))


def _convert(cassette: Cassette, name: str) -> Conversion:
    return convert(cassette, target_named(name))


def _said(cassette: Cassette) -> list[tuple[object, ...]]:
    """Method, URL, status and bodies, these as JSON where a recorder keeps them so."""
    return [
        (
            one.request.method,
            one.request.url.replace(":443/", "/"),
            one.response.status_code,
            *(
                json.dumps(body.content.value) if isinstance(body.content, Structured) else body
                for body in (one.request.body, one.response.body)
                if body is not None and body.content
            ),
        )
        for one in cassette.interactions
    ]


@pytest.mark.parametrize("target", _WHOLE)
@pytest.mark.parametrize(
    "sample", sorted((_SAMPLES / "vcrpy").glob("*.yaml")), ids=lambda p: p.stem
)
def test_a_sample_comes_back_from_every_recorder(sample: Path, target: str) -> None:
    before = _cassette(sample.read_text("utf-8"))
    # Archives hold bodies without their content coding.
    there = _cassette_of(_convert(_cassette_of(_convert(before, "har")), "vcrpy"))
    if not there.interactions or (target == "nock" and "binary" in str(_convert(there, target))):
        pytest.skip("nock has no place for it")
    back = _cassette_of(_convert(_cassette_of(_convert(there, target)), "vcrpy"))
    assert _said(back) == _said(there)


def _cassette_of(conversion: Conversion) -> Cassette:
    return _cassette(conversion.text)


@pytest.mark.parametrize("target", _RECORDERS)
def test_a_coding_that_the_body_does_not_have_is_left_out(target: str) -> None:
    conversion = _convert(_cassette(_VCRPY.format(body="hello", length=25)), target)
    headers = _cassette_of(conversion).interactions[0].response.headers
    assert [(header.name, header.value) for header in headers] == [
        ("Content-Length", "5"),
        ("Set-Cookie", "a=1"),
        ("Set-Cookie", "b=2"),
    ]
    assert conversion.losses[-1] == Loss(
        "Content-Encoding headers of bodies that are not encoded", (0,)
    )


def test_metadata_of_a_cassette_is_told_as_lost() -> None:
    text = _VCRPY.format(body="x", length=1) + "metadata:\n  by: hand\n"
    assert Loss("metadata of the cassette") in _convert(_cassette(text), "go-vcr").losses


def test_a_duration_survives_where_the_target_has_one() -> None:
    sample = _cassette((_SAMPLES / "go-vcr" / "openai-chat-plain.yaml").read_text("utf-8"))
    assert "duration: 1.204125s" in _convert(sample, "go-vcr").text
    assert Loss("durations", (0,)) in _convert(sample, "vcrpy").losses


@pytest.mark.parametrize(
    ("url", "target", "reason"),
    [
        pytest.param("<API_BASE>/chat", "nock", "needs a whole URL", id="no host for nock"),
        pytest.param("http://x/a b", "http", "without blanks", id="a blank in an .http file"),
    ],
)
def test_what_a_target_cannot_hold_at_all_is_refused(url: str, target: str, reason: str) -> None:
    text = _VCRPY.replace("https://api.openai.com/v1/chat/completions?n=1", url)
    with pytest.raises(EditError, match=reason):
        _convert(_cassette(text.format(body="x", length=1)), target)


def test_a_response_without_a_status_is_refused() -> None:
    text = _VCRPY.format(body="x", length=1).replace("code: 200", "code: null")
    with pytest.raises(EditError, match="has no status code, which vcr needs"):
        _convert(_cassette(text), "vcr")


def test_what_is_no_http_is_refused() -> None:
    sample = _SAMPLES / "websocket-messages" / "openai-realtime.yaml"
    with pytest.raises(EditError, match="no HTTP, but 3 WebSocket messages"):
        _convert(_cassette(sample.read_text("utf-8")), "vcrpy")
