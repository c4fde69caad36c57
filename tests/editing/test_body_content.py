import gzip
from base64 import b64decode, b64encode
from collections.abc import Callable

from cassette_cli.editing.set_body import SetBody

_CASSETTE = """\
interactions:
- request:
    method: POST
    uri: https://example.com/
    body: "q=1"
    headers:
      Content-Length: ['3']
  response:
    status: {{code: 200, message: OK}}
    headers:
      Content-Length: ['{length}']
      Content-Encoding: [{coding}]
    body:
      string: {body}
"""


def _cassette(body: str, length: int = 0, coding: str = "identity") -> str:
    return _CASSETTE.format(body=body, length=length, coding=coding)


def test_text_keeps_its_quotes_and_the_length_follows(edited: Callable[..., str]) -> None:
    cassette = _cassette("hello")
    after = edited(cassette, SetBody("request", "q=10"))
    assert after == cassette.replace('"q=1"', '"q=10"').replace("['3']", "['4']")


def test_lengths_count_bytes(edited: Callable[..., str]) -> None:
    cassette = _cassette("hello", length=5)
    after = edited(cassette, SetBody("response", "h\u00e9llo"))
    assert after == cassette.replace("hello", "h\u00e9llo").replace("['5']", "['6']")


def test_a_wrong_length_is_left_alone(edited: Callable[..., str]) -> None:
    cassette = _cassette("hello", length=7)
    assert edited(cassette, SetBody("response", "hi")) == cassette.replace("hello", "hi")


def test_layers_are_put_back(edited: Callable[..., str]) -> None:
    packed = gzip.compress(b"hello")
    cassette = _cassette(f"!!binary {b64encode(packed).decode()}", len(packed), "gzip")
    after = edited(cassette, SetBody("response", "hello to you"))
    stored = b64decode(after.partition("!!binary ")[2])
    assert gzip.decompress(stored) == b"hello to you"
    assert f"Content-Length: ['{len(stored)}']" in after


def test_data_stays_data(edited: Callable[..., str]) -> None:
    cassette = _cassette("").replace("string: ", "a: 1\n      b: [x]")
    after = edited(cassette, SetBody("response", '{"a": 2, "b": ["x"]}'))
    assert after == cassette.replace("a: 1", "a: 2")


def test_the_same_text_is_no_edit(edited: Callable[..., str]) -> None:
    cassette = _cassette("hello")
    assert edited(cassette, SetBody("response", "hello")) == cassette
