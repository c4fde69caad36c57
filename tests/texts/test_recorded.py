from base64 import b64encode

import pytest

from cassette_cli.document import (
    Intent,
    ReplaceText,
    Scalar,
    SetBytes,
    SetValue,
    parse,
    text_of,
)
from cassette_cli.formats.catalogue import read_cassette
from cassette_cli.formats.fields import entry
from cassette_cli.model import Header
from cassette_cli.text import Edit, Span
from cassette_cli.texts.leaf import Kind, Located, Part
from cassette_cli.texts.recorded import HeaderFields, other_fields

_CASSETTE = """\
version: 2
interactions:
- request:
    url: http://a/?b=c
    form: {d: [e]}
    params: {f: g}
    query_string: h=i
    headers: {}
    method: GET
  response:
    duration: 1.5
    body: ''
    code: 200
"""


def _headers(value: str) -> tuple[HeaderFields, Scalar]:
    document = parse("t.yaml", f"a: {value}")
    source = entry(document.roots[0], "a")
    assert isinstance(source, Scalar)
    header = Header("A", text_of(source) or "", source)
    return HeaderFields(document, "response", (Header("B", "no place"), header)), source


def test_header_fields() -> None:
    fields, source = _headers("'b c'")
    (texts,) = fields.texts()
    assert texts == (Kind.HEADER, ["b c"], ["A"])
    assert list(fields.parts()) == [Part(1, Kind.HEADER, "A", "b c")]
    assert fields.node(1) == source
    assert fields.locate(1, 2) == Located(("response.headers.A",), 6)


def test_a_field_without_a_place() -> None:
    fields, _ = _headers("b")
    with pytest.raises(TypeError):
        fields.node(0)


@pytest.mark.parametrize(
    ("value", "intent"),
    [
        pytest.param("b c", lambda source: SetValue(source, "x c"), id="text"),
        pytest.param(
            f"!!binary {b64encode(b'b c').decode()}",
            lambda source: SetBytes(source, b"x c"),
            id="bytes",
        ),
    ],
)
def test_edits_of_a_field(value: str, intent: type[Intent]) -> None:
    fields, source = _headers(value)
    assert list(fields.intents({1: [Edit(Span(0, 1), "x")]})) == [intent(source)]  # type: ignore[call-arg, arg-type]


def test_a_letter_of_bytes_has_no_place() -> None:
    fields, source = _headers(f"!!binary {b64encode(b'b c').decode()}")
    assert fields.locate(1, 2).offset == source.start


def test_other_fields() -> None:
    cassette = read_cassette(parse("t.yaml", _CASSETTE))
    others = other_fields(cassette.document, cassette.interactions[0], ())
    assert [(part.kind.value, part.name, part.text, part.path) for part in others.parts()] == [
        ("url", "", "http://a/?b=c", ("request", "url")),
        ("parameter", "d", "e", ("request", "form", "d", 0)),
        ("parameter", "f", "g", ("request", "params", "f")),
        ("form", "", "h=i", ("request", "query_string")),
        ("field", "method", "GET", ("request", "method")),
        ("field", "body", "", ("response", "body")),
    ]
    assert {texts.kind: list(texts.texts) for texts in others.texts()} == {
        Kind.URL: ["http://a/?b=c"],
        Kind.PARAMETER: ["e", "g"],
        Kind.FORM: ["h=i"],
        Kind.FIELD: ["GET", ""],
    }
    assert others.locate(0, 1) == Located(("request.url",), _CASSETTE.index("ttp://"))
    edits = [Edit(Span(0, 1), "x")]
    assert list(others.intents({1: edits})) == [ReplaceText(others.node(1), tuple(edits))]
