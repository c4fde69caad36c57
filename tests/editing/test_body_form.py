from collections.abc import Callable

import pytest

from cassette_cli.editing.body_form import body_intents, suffix_of, write_body
from cassette_cli.editing.side import response_side
from cassette_cli.errors import EditError
from cassette_cli.exchange import decode_exchange
from cassette_cli.model import Cassette
from cassette_cli.rewriting.operation import Operation, Step, rewrite

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


def _save(text: str) -> Operation:
    def operation(cassette: Cassette) -> Step:
        return Step(
            tuple(body_intents(response_side(decode_exchange(cassette.interactions[0])), text))
        )

    return operation


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
    side = response_side(decode_exchange(cassette.interactions[0]))
    assert (write_body(side), suffix_of(side)) == (form, suffix)
    assert rewrite(cassette, [_save(form)]).text == text


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
def test_body_intents(edited: Callable[..., str], body: str, form: str, after: str) -> None:
    assert edited(_CASSETTE.format(body=body), _save(form)) == _CASSETTE.format(body=after)


def test_broken_json_is_refused_with_its_line(edited: Callable[..., str]) -> None:
    with pytest.raises(EditError, match="no JSON any more") as caught:
        edited(_CASSETTE.format(body=_JSON), _save('{\n  "a" 1\n}\n'))
    assert caught.value.where == "line 2"
