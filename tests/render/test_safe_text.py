import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cassette_cli.json_values import Json
from cassette_cli.render.safe_text import safe_json, safe_line, safe_text


@pytest.mark.parametrize(
    ("text", "safe", "line"),
    [
        pytest.param("plain é 😀", "plain é 😀", "plain é 😀", id="text stays as it is"),
        pytest.param("a\tb\nc", "a\tb\nc", "a\\tb\\nc", id="tabs and line feeds"),
        pytest.param("a\r\nb\rc", "a\nb\\x0dc", "a\\nb\\x0dc", id="carriage returns"),
        pytest.param(
            "\x1b[31mred\x1b[0m", "\\x1b[31mred\\x1b[0m", "\\x1b[31mred\\x1b[0m", id="CSI"
        ),
        pytest.param(
            "\x9b31m\x7f\0", "\\x9b31m\\x7f\\x00", "\\x9b31m\\x7f\\x00", id="C1, DEL, NUL"
        ),
        pytest.param("a\u202eb\u2066", "a\\u202eb\\u2066", "a\\u202eb\\u2066", id="directions"),
        pytest.param("a\u2028b", "a\\u2028b", "a\\u2028b", id="line separators"),
        pytest.param("\udcff", "\\udcff", "\\udcff", id="half a surrogate pair"),
        pytest.param("[bold]", "[bold]", "[bold]", id="brackets are text"),
    ],
)
def test_safe_text(text: str, safe: str, line: str) -> None:
    assert safe_text(text) == safe
    assert safe_line(text) == line


@given(st.text(st.characters()))
def test_what_is_safe_is_safe(text: str) -> None:
    safe = safe_text(text)
    assert safe_text(safe) == safe
    assert all(
        character in "\t\n" or character.isprintable() or ord(character) > 0x9F
        for character in safe
    )
    assert "\n" not in safe_line(text)
    safe.encode()


@pytest.mark.parametrize(
    ("value", "indent", "text"),
    [
        pytest.param({"a": ["é", None]}, None, '{"a": ["é", null]}', id="on one line"),
        pytest.param({"a": 1}, 2, '{\n  "a": 1\n}', id="indented"),
        pytest.param("\x1b\x9b\x7f\ud800", None, '"\\u001b\\u009b\\u007f\\ud800"', id="escaped"),
    ],
)
def test_safe_json(value: Json, indent: int | None, text: str) -> None:
    assert safe_json(value, indent) == text


@given(st.text(st.characters()))
def test_safe_json_is_the_same_json(text: str) -> None:
    assert json.loads(safe_json(text)) == text
    safe_json(text).encode()
