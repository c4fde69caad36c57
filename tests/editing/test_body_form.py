from collections.abc import Callable

import pytest

from cassette_cli.editing.body_form import read_body, suffix_of, write_body
from cassette_cli.errors import EditError
from cassette_cli.model import Cassette
from cassette_cli.reading import Reading
from cassette_cli.rewriting.http_message import HttpMessage
from cassette_cli.rewriting.in_each import InEach
from cassette_cli.rewriting.rewrite import rewrite

_CASSETTE = """\
interactions:
- request: {{method: GET, uri: https://example.com/, headers: {{}}, body: null}}
  response:
    status: {{code: 200, message: OK}}
    headers: {{}}
    body:
      string: {body}
"""
_JSON = """'{"a":1.0,"b":["é"]}'"""
_FORM = '{\n  "a": 1.0,\n  "b": [\n    "é"\n  ]\n}\n'


def _response(cassette: Cassette) -> HttpMessage:
    return HttpMessage(Reading(cassette.interactions[0]), "response")


def _saved(cassette: Cassette, form: str) -> str:
    step = read_body(_response(cassette), form)
    return rewrite(cassette, [InEach(step)]).text


@pytest.mark.parametrize(
    ("body", "form", "suffix"),
    [
        pytest.param(_JSON, _FORM, ".json", id="JSON on several lines"),
        pytest.param("hello", "hello\n", ".txt", id="text with a line break"),
        pytest.param('"hello\\n"', "hello\n\n", ".txt", id="text that ends in one"),
        pytest.param("'\"hello\"'", '"hello"\n', ".txt", id="JSON that is a text alone"),
        pytest.param('"data: 1\\r\\n\\r\\n"', "data: 1\r\n\r\n\n", ".txt", id="a stream"),
        pytest.param("{a: [1]}", '{\n  "a": [\n    1\n  ]\n}\n', ".json", id="data"),
    ],
)
def test_write_body(
    cassette_of: Callable[[str], Cassette], body: str, form: str, suffix: str
) -> None:
    text = _CASSETTE.format(body=body)
    if body.startswith("{"):
        text = text.replace(f"body:\n      string: {body}", f"parsed_body: {body}")
    cassette = cassette_of(text)
    message = _response(cassette)
    assert (write_body(message), suffix_of(message)) == (form, suffix)
    assert _saved(cassette, form) == text


@pytest.mark.parametrize(
    ("body", "form", "after"),
    [
        pytest.param(_JSON, _FORM.replace("1.0", "2"), _JSON.replace("1.0", "2"), id="a value"),
        pytest.param(
            _JSON, _FORM.replace('"b"', '"c": 1, "b"'), _JSON.replace('"b"', '"c":1,"b"'), id="new"
        ),
        pytest.param("hello", "hello", "hello", id="no line break at the end"),
        pytest.param("hello", "hello you\n", "hello you", id="a text"),
    ],
)
def test_a_saved_form(
    cassette_of: Callable[..., Cassette], body: str, form: str, after: str
) -> None:
    cassette = cassette_of(_CASSETTE.format(body=body))
    assert _saved(cassette, form) == _CASSETTE.format(body=after)


def test_broken_json_is_refused_with_its_line(cassette_of: Callable[..., Cassette]) -> None:
    form = """\
{
  "a" 1
}
"""
    with pytest.raises(EditError, match="not JSON any more") as caught:
        read_body(_response(cassette_of(_CASSETTE.format(body=_JSON))), form)
    assert caught.value.where == "line 2"
