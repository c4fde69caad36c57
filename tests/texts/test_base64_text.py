"""Text in base64, and what is none."""

from base64 import b64encode

import pytest

from cassette_cli.text import Edit, Span
from cassette_cli.texts.base64_text import Base64Text, text_in_base64
from cassette_cli.texts.leaf import Kind, Located, Part, Texts


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The answer is 42.", id="a sentence"),
        pytest.param('{"a": "é"}', id="JSON"),
        pytest.param("two\nlines\tand a tab", id="white space"),
    ],
)
def test_text(text: str) -> None:
    assert text_in_base64(b64encode(text.encode()).decode()) == text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The answer is 42.", id="plain text"),
        pytest.param("abcd", id="a word"),
        pytest.param(b64encode(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR").decode(), id="an image"),
        pytest.param(b64encode(b"a protobuf: \n\x0a\x01 text").decode(), id="control characters"),
        pytest.param("QUJDQUJDQUJDQUJD=", id="wrong padding"),
        pytest.param("", id="nothing"),
    ],
)
def test_no_text(text: str) -> None:
    assert text_in_base64(text) is None


def test_it_carries_the_text() -> None:
    encoded = Base64Text("data", b64encode(b"a b").decode(), "a b")
    assert list(encoded.texts()) == [Texts(Kind.FIELD, ("a b",), ("data",))]
    assert list(encoded.parts()) == [Part(0, Kind.FIELD, "data", "a b")]


def test_an_edit_spells_it_anew() -> None:
    encoded = Base64Text("data", "YSBi", "a b")
    edits = [Edit(Span(0, 1), "é"), Edit(Span(3, 3), "!")]
    assert list(encoded.lift({0: edits})) == [Edit(Span(0, 4), b64encode("é b!".encode()).decode())]
    assert encoded.locate(0, 2) == Located(("base64",), 0)
