from base64 import b64encode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cassette_cli.document import resolve
from cassette_cli.document.nodes import Alias, Node, Scalar
from cassette_cli.document.parse import parse
from cassette_cli.document.resolve import (
    bytes_of,
    integer_of,
    is_binary,
    is_null,
    json_of,
    text_of,
)
from cassette_cli.errors import ParseError
from cassette_cli.json_values import Json, write_json
from tests.conftest import source


def _node(text: str) -> Node:
    root = parse("a.yaml", text).root
    assert root is not None
    return root


def _scalar(text: str) -> Scalar:
    node = _node(text)
    assert isinstance(node, Scalar)
    return node


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("--- ", None, id="empty"),
        pytest.param("~", None, id="tilde"),
        pytest.param("NULL", None, id="null in capitals"),
        pytest.param("nULL", "nULL", id="null in between"),
        pytest.param("'null'", "null", id="quoted null"),
        pytest.param("True", True, id="true"),
        pytest.param("yes", "yes", id="yes is text, as YAML 1.2 has it"),
        pytest.param("-12", -12, id="integer"),
        pytest.param("0", 0, id="zero"),
        pytest.param("012", "012", id="octal to one YAML, decimal to the other"),
        pytest.param("0x1f", "0x1f", id="hexadecimal"),
        pytest.param("1_000", "1_000", id="underscores"),
        pytest.param("'12'", "12", id="quoted number"),
        pytest.param("|\n  12\n", "12\n", id="number in a block"),
        pytest.param("1.5", 1.5, id="float"),
        pytest.param("+.5e-1", 0.05, id="float without a leading digit"),
        pytest.param("1e3", "1e3", id="an exponent alone is text to YAML 1.1"),
        pytest.param("!!float 1e3", 1000.0, id="unless it is tagged"),
        pytest.param("-.INF", float("-inf"), id="infinity"),
        pytest.param("1.2.3", "1.2.3", id="version"),
        pytest.param("2026-11-01", "2026-11-01", id="dates stay text"),
        pytest.param("9" * 5000, "9" * 5000, id="more digits than anyone means"),
        pytest.param("!!str 12", "12", id="a standard tag decides"),
        pytest.param("!!int '12'", 12, id="over the quotes, too"),
        pytest.param("!ruby/symbol 12", "12", id="other tags make text"),
        pytest.param("!!binary 'AA ==\n  '", "AA==", id="binary is its base64 without blanks"),
        pytest.param("[1, [], {a: b}]", [1, [], {"a": "b"}], id="collections"),
        pytest.param(
            "{1: a, [b]: c, ~: d}", {"1": "a", "['b']": "c", "~": "d"}, id="keys are text"
        ),
        pytest.param("{a: 1, a: 2}", {"a": 2}, id="the last of the same keys"),
        pytest.param("*a", None, id="an alias that nobody resolved"),
    ],
)
def test_json_of(text: str, value: Json) -> None:
    assert json_of(_node(text)) == value
    assert type(json_of(_node(text))) is type(value)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    ).filter(lambda value: isinstance(value, list | dict))
)
def test_json_means_what_it_says(value: Json) -> None:
    text = write_json(value)
    if "Infinity" not in text:
        assert json_of(_node(text)) == value


@pytest.mark.parametrize(
    ("text", "null", "binary", "string", "integer"),
    [
        pytest.param("~", True, False, None, None, id="null"),
        pytest.param("''", False, False, "", None, id="an empty string is not null"),
        pytest.param("!!null 'x'", False, False, "x", None, id="nor is what is only called so"),
        pytest.param("!!null ''", True, False, None, None, id="a tagged null"),
        pytest.param("'200'", False, False, "200", 200, id="a quoted number"),
        pytest.param("2.5", False, False, "2.5", None, id="no integer"),
        pytest.param("!!binary w6k=", False, True, "é", None, id="binary text"),
        pytest.param("!binary |\n  w6k=\n", False, True, "é", None, id="as Ruby writes it"),
        pytest.param("!!binary /w==", False, True, "\udcff", None, id="binary that is no text"),
        pytest.param("[1]", False, False, None, None, id="a list"),
    ],
)
def test_scalars(
    text: str,
    null: bool,  # noqa: FBT001 -- a column
    binary: bool,  # noqa: FBT001 -- a column
    string: str | None,
    integer: int | None,
) -> None:
    node = _node(text)
    assert (is_null(node), is_binary(node), text_of(node), integer_of(node)) == (
        null,
        binary,
        string,
        integer,
    )


def test_what_is_absent_is_null() -> None:
    assert (is_null(None), is_binary(None), text_of(None), integer_of(None)) == (
        True,
        False,
        None,
        None,
    )
    assert is_null(Alias("a", 0, 2)) is False


@pytest.mark.parametrize(
    ("text", "data"),
    [
        pytest.param("!!binary AAEC", b"\0\1\2", id="base64"),
        pytest.param(
            source("""
                !!binary |
                  AA
                  EC
                """),
            b"\0\1\2",
            id="over two lines",
        ),
        pytest.param("!!binary ''", b"", id="empty"),
        pytest.param("!!binary AAECA", b"\0\1\2", id="cut off"),
        pytest.param("!!binary AAECé", b"\0\1\2", id="broken"),
        pytest.param("!!binary é", b"", id="broken from the start"),
    ],
)
def test_bytes_of(text: str, data: bytes) -> None:
    assert bytes_of(_scalar(text)) == data


@given(st.binary())
def test_bytes_come_back(data: bytes) -> None:
    assert bytes_of(_scalar(f"!!binary '{b64encode(data).decode()}'")) == data


def test_an_alias_bomb_is_not_expanded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resolve, "MAX_VALUES", 9**3)
    lines = [f"a{n + 1}: &a{n + 1} [{', '.join([f'*a{n}'] * 9)}]" for n in range(9)]
    resolved = parse("bomb.yaml", "\n".join(["a0: &a0 x", *lines])).resolved
    assert resolved is not None
    with pytest.raises(ParseError, match="its aliases expand to millions of values"):
        json_of(resolved)
