"""Text in base64, and what is none."""

from base64 import b64encode

import pytest

from cassette_cli.passages.base64_text import text_in_base64


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
