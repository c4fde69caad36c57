import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from cassette_cli.document.nodes import Mapping, Scalar
from cassette_cli.document.parse import parse
from cassette_cli.document.plain_style import is_plain_text, plain_type


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", "null", id="nothing"),
        pytest.param("~", "null", id="tilde"),
        pytest.param("Null", "null", id="null in another case"),
        pytest.param("yes", "bool", id="yes is a boolean to YAML 1.1"),
        pytest.param("y", "bool", id="y is a boolean to some"),
        pytest.param("<<", "merge", id="merge key"),
        pytest.param("=", "default", id="default key"),
        pytest.param("00", "int", id="leading zero"),
        pytest.param("-12", "int", id="negative"),
        pytest.param("0o7", "int", id="octal of YAML 1.2"),
        pytest.param("1_000", "int", id="underscores"),
        pytest.param("1,000", "int", id="commas are digits to Psych"),
        pytest.param("1:30", "int", id="base 60"),
        pytest.param("1e3", "float", id="exponent without a sign"),
        pytest.param("12.", "float", id="nothing behind the point"),
        pytest.param("-.INF", "float", id="infinity"),
        pytest.param("2024-01-02", "time", id="date"),
        pytest.param("2024-01-02 03:04:05 Z", "time", id="date and time"),
        pytest.param(":sym", "symbol", id="symbol of Psych"),
        pytest.param("127.0.0.1", "string", id="address"),
        pytest.param("1.2.3", "string", id="version"),
        pytest.param("-", "string", id="dash"),
        pytest.param("2024-01-02x", "string", id="no date"),
    ],
)
def test_plain_type(text: str, expected: str) -> None:
    assert plain_type(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("text", (True, True), id="a word"),
        pytest.param("", (False, False), id="nothing"),
        pytest.param(" x", (False, False), id="a blank in front"),
        pytest.param("x\n", (False, False), id="a break behind"),
        pytest.param("@x", (False, False), id="an indicator in front"),
        pytest.param("-x", (True, True), id="a dash of a word"),
        pytest.param("- x", (False, False), id="a dash of a list"),
        pytest.param("--- x", (False, False), id="the start of a document"),
        pytest.param("...", (False, False), id="the end of a document"),
        pytest.param("a: b", (False, False), id="a key"),
        pytest.param("a:", (False, False), id="a key without a value"),
        pytest.param("a #b", (False, False), id="a comment"),
        pytest.param("a#b", (True, True), id="no comment"),
        pytest.param("a:b", (True, False), id="a colon"),
        pytest.param("a, b", (True, False), id="a comma"),
        pytest.param("a\x1b", (False, False), id="a control"),
        pytest.param("a\x85b", (False, False), id="a line break of YAML 1.1"),
    ],
)
def test_is_plain_text(text: str, expected: tuple[bool, bool]) -> None:
    assert (is_plain_text(text, flow=False), is_plain_text(text, flow=True)) == expected


@given(st.text(alphabet="-+.:,_~=<>0123456789eExoYyNntTrRuUlLfFaAsS #", min_size=1, max_size=8))
def test_a_plain_string_is_one_to_pyyaml(text: str) -> None:
    if is_plain_text(text, flow=True) and plain_type(text) == "string":
        assert yaml.safe_load(f"[{text}]") == [text]
    if is_plain_text(text, flow=False) and plain_type(text) == "string":
        assert yaml.safe_load(f"- {text}") == [text]


@given(st.text(max_size=10))
def test_a_plain_text_is_read_back(text: str) -> None:
    if is_plain_text(text, flow=False) and "\n" not in text:
        root = parse("a.yaml", f"k: {text}").root
        assert isinstance(root, Mapping)
        value = root.get("k")
        assert isinstance(value, Scalar)
        assert (value.value, value.style) == (text, "")
