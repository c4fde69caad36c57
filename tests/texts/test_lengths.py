import pytest

from cassette_cli.document import Intent, Scalar, SetBytes, SetLiteral
from cassette_cli.model import Body, Header, Structured
from cassette_cli.texts.lengths import body_length, data_length, length_intents, stored_length

_TEXT = Scalar("5", "", 0, 1)
_BINARY = Scalar("NQ==", "", 0, 4, "tag:yaml.org,2002:binary")


@pytest.mark.parametrize(
    ("content", "length"),
    [
        pytest.param("aé€", 6, id="text in UTF-8"),
        pytest.param("\ud800", 3, id="half a surrogate pair"),
        pytest.param(b"ab\xff", 3, id="bytes"),
    ],
)
def test_stored_length(content: str | bytes, length: int) -> None:
    assert stored_length(content) == length


@pytest.mark.parametrize(
    ("header", "beside", "intents"),
    [
        pytest.param(
            Header("content-LENGTH", "5", _TEXT), None, [SetLiteral(_TEXT, "7")], id="a header"
        ),
        pytest.param(
            Header("Content-Length", "5", _BINARY), None, [SetBytes(_BINARY, b"7")], id="of bytes"
        ),
        pytest.param(Header("Content-Length", "4", _TEXT), None, [], id="one that was wrong"),
        pytest.param(Header("X-Length", "5", _TEXT), None, [], id="another header"),
        pytest.param(Header("Content-Length", "5"), None, [], id="one without a place"),
        pytest.param(Header("A", "b"), _TEXT, [SetLiteral(_TEXT, "7")], id="beside the body"),
        pytest.param(Header("A", "b"), Scalar("-1", "", 0, 2), [], id="unknown when recorded"),
    ],
)
def test_length_intents(header: Header, beside: Scalar | None, intents: list[Intent]) -> None:
    assert list(length_intents(Body("12345"), (header,), beside, 7)) == intents


def test_data_is_sent_as_json_without_blanks() -> None:
    headers, body = (Header("Content-Length", "5", _TEXT),), Body(Structured({"a": "é"}))
    assert body_length(body) == data_length({"a": "é"}) == 10
    assert list(length_intents(body, headers, None, 7)) == []
    assert list(length_intents(Body(Structured([1, 2])), headers, None, 7)) == [
        SetLiteral(_TEXT, "7")
    ]
