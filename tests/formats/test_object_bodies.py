"""Bodies that a recorder wrote as objects of its language."""

from base64 import b64encode
from collections.abc import Callable
from zlib import compress

import pytest

from cassette_cli.document import apply, parse
from cassette_cli.formats.catalogue import read_cassette
from cassette_cli.model import Body, Cassette, Structured
from cassette_cli.texts.stored import store

_FILE = """\
interactions:
- request: {{method: POST, uri: "http://a/", headers: {{}}, body: {}}}
  response: {{status: {{code: 200}}, headers: {{}}, body: {{string: ""}}}}
"""
_BUFFER = "!!python/object/new:_io.BytesIO {state: !!python/tuple [!!binary aGk=, 0, null]}"
_ITERATOR = "!!python/object/apply:builtins.iter {args: [[%s]], state: 0}"


def _body(cassette: Cassette) -> Body | None:
    return cassette.interactions[0].request.body


@pytest.mark.parametrize(
    ("text", "content"),
    [
        pytest.param(_BUFFER, b"hi", id="a buffer"),
        pytest.param(_ITERATOR % "!!binary aGk=", b"hi", id="an iterator of one part"),
        pytest.param(_ITERATOR % "!!binary aGk=, there", b"hithere", id="an iterator of several"),
        pytest.param('!ruby/string {str: hi, "@name": x}', "hi", id="a string with a variable"),
        pytest.param("{state: 1}", Structured({"state": 1}), id="data without a tag"),
        pytest.param("!acme {a: b}", Structured({"a": "b"}), id="an object that nobody knows"),
    ],
)
def test_read(cassette_of: Callable[[str], Cassette], text: str, content: object) -> None:
    body = _body(cassette_of(_FILE.format(text)))
    assert body is not None
    assert body.content == content


_R = """\
http_interactions:
- request: {{method: post, uri: "http://a/", headers: {{}}, body: {{fields: {{a: b}}}}}}
  response:
    status: 200
    headers: {{}}
    body:
      raw_gzip: {}
recorded_with: vcr/2.0.0
"""


def test_a_body_of_r_is_read_and_written_back() -> None:
    text = _R.format(b64encode(compress(b"hello")).decode())
    cassette = read_cassette(parse("x.yml", text))
    interaction = cassette.interactions[0]
    assert interaction.request.body == Body(Structured({"a": "b"}), ("parsed",))
    body = interaction.response.body
    assert body == Body(b"hello", ("base64", "zlib"))
    edited = apply(cassette.document, store(body, b"goodbye"))
    again = read_cassette(edited).interactions[0].response.body
    assert again == Body(b"goodbye", ("base64", "zlib"))


def test_what_is_no_zlib_stays_base64() -> None:
    cassette = read_cassette(parse("x.yml", _R.format("aGVsbG8=")))
    assert cassette.interactions[0].response.body == Body(b"hello", ("base64",))
