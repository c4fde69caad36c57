import pytest

from cassette_cli.document import (
    Delete,
    Document,
    Insert,
    Intent,
    Mapping,
    Move,
    ReplaceText,
    Scalar,
    Sequence,
    SetBytes,
    SetLiteral,
    SetValue,
    apply,
    parse,
)
from cassette_cli.errors import EditError
from cassette_cli.text import Edit, Span

REQUEST = "GET http://a/ HTTP/1.1\r\nA: b\r\nC: d\r\n\r\n"
RESPONSE = "HTTP/2.0 200 OK\r\nC: d\r\n\r\nbody"
HEAD = "httprr trace v1\n"


def _record(request: str = REQUEST, response: str = RESPONSE) -> str:
    sizes = [len(text.encode("utf-8", "surrogateescape")) for text in (request, response)]
    return f"{sizes[0]} {sizes[1]}\n{request}{response}"


def _document() -> Document:
    return parse("x.httprr", HEAD + _record() + _record())


def _message(document: Document, side: int) -> Sequence:
    assert isinstance(document.root, Sequence)
    record = document.root.items[0]
    assert isinstance(record, Sequence)
    message = record.items[side]
    assert isinstance(message, Sequence)
    return message


def _scalar(document: Document, side: int, part: int) -> Scalar:
    scalar = _message(document, side).items[part]
    assert isinstance(scalar, Scalar)
    return scalar


def _headers(document: Document) -> Mapping:
    headers = _message(document, 0).items[3]
    assert isinstance(headers, Mapping)
    return headers


def test_the_lengths_of_a_record_follow() -> None:
    document = _document()
    intents: list[Intent] = [
        ReplaceText(_scalar(document, 0, 1), (Edit(Span(7, 8), "host"),)),
        SetLiteral(_scalar(document, 1, 1), "404"),
        SetValue(_scalar(document, 1, 2), "Not Found"),
        SetBytes(_scalar(document, 1, 4), b"\xff\xc3\xa9"),
    ]
    request = REQUEST.replace("http://a/", "http://host/")
    response = RESPONSE.replace("200 OK", "404 Not Found").replace("body", "\udcffé")
    assert apply(document, intents).text == HEAD + _record(request, response) + _record()


def test_an_empty_body_gets_a_text() -> None:
    document = _document()
    edited = apply(document, [SetValue(_scalar(document, 0, 4), "hi")])
    assert edited.text == HEAD + _record(REQUEST + "hi") + _record()


def test_a_record_is_dropped() -> None:
    document = _document()
    assert isinstance(document.root, Sequence)
    assert apply(document, [Delete(document.root, 1)]).text == HEAD + _record()


def test_headers_are_dropped() -> None:
    document = _document()
    headers = _headers(document)
    edited = apply(document, [Delete(headers, 0), Delete(headers, 1)])
    assert edited.text == HEAD + _record("GET http://a/ HTTP/1.1\r\n\r\n") + _record()


def test_a_header_is_added() -> None:
    document = _document()
    edited = apply(document, [Insert(_headers(document), 2, "E", "f")])
    assert edited.text == HEAD + _record(REQUEST.replace("C: d", "C: d\r\nE: f")) + _record()


def test_what_breaks_the_message_is_refused() -> None:
    document = _document()
    with pytest.raises(EditError):
        apply(document, [SetValue(_scalar(document, 0, 1), "http://a/\r\nX: y")])


def test_what_is_edited_twice_is_refused() -> None:
    document = _document()
    target = _scalar(document, 0, 1)
    with pytest.raises(EditError, match="edited twice"):
        apply(document, [SetValue(target, "a"), SetValue(target, "b")])
    insert = Insert(_headers(document), 2, "E", "f")
    with pytest.raises(EditError, match="edited twice"):
        apply(document, [insert, insert])


def test_other_edits_are_refused() -> None:
    document = _document()
    assert isinstance(document.root, Sequence)
    with pytest.raises(EditError, match="cannot be edited like this"):
        apply(document, [Move(document.root, 0, 1)])
