import pytest

from cassette_cli.document import Mapping, Scalar, Sequence, Syntax, parse
from cassette_cli.errors import ParseError

REQUEST = "GET http://a/ HTTP/1.1\r\nA: b\r\nA: c\r\n\r\n"
RESPONSE = "HTTP/2.0 200 OK\r\nC: d\r\n\r\nbody"
TRACE = f"httprr trace v1\n{len(REQUEST)} {len(RESPONSE)}\n{REQUEST}{RESPONSE}"


def _texts(node: object) -> object:
    match node:
        case Scalar(value):
            return value
        case Sequence(items):
            return [_texts(item) for item in items]
        case Mapping(entries):
            return [(_texts(name), _texts(value)) for name, value in entries]
    raise TypeError(node)


def test_records_are_a_request_and_a_response() -> None:
    document = parse("x.httprr", TRACE)
    assert document.syntax is Syntax.HTTP
    assert _texts(document.root) == [
        [
            ["GET", "http://a/", "HTTP/1.1", [("A", "b"), ("A", "c")], ""],
            ["HTTP/2.0", "200", "OK", [("C", "d")], "body"],
        ]
    ]


@pytest.mark.parametrize(
    ("request_", "parts"),
    [
        pytest.param("GET /", ["GET", "/", "", [], ""], id="a start line alone"),
        pytest.param(
            "GET / HTTP/1.1\r\nA b\r\n\r\n", ["GET", "/", "HTTP/1.1", [], ""], id="no colon"
        ),
        pytest.param("", ["", "", "", [], ""], id="nothing"),
    ],
)
def test_requests_that_are_not_whole(request_: str, parts: object) -> None:
    text = f"httprr trace v1\n{len(request_)} {len(RESPONSE)}\n{request_}{RESPONSE}"
    root = parse("x.httprr", text).root
    assert isinstance(root, Sequence)
    assert isinstance(root.items[0], Sequence)
    assert _texts(root.items[0].items[0]) == parts


def test_lengths_are_of_bytes() -> None:
    body = "é" + b"\xff".decode("utf-8", "surrogateescape")
    text = f"httprr trace v1\n{len(REQUEST)} {len(RESPONSE) + 3}\n{REQUEST}{RESPONSE}{body}"
    root = parse("x.httprr", text).root
    assert isinstance(root, Sequence)
    assert root.items[0].end == len(text)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        pytest.param(TRACE[:-1], 2, id="cut off"),
        pytest.param("httprr trace v1\n1 x\n", 2, id="no lengths"),
        pytest.param("httprr trace v1\n1 1\né", 2, id="half a character"),
        pytest.param("httprr trace v9\n", 1, id="another version"),
    ],
)
def test_what_cannot_be_read(text: str, line: int) -> None:
    with pytest.raises(ParseError) as caught:
        parse("x.httprr", text)
    assert caught.value.where == f"x.httprr:{line}"
