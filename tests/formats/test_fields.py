import pytest

from cassette_cli.document import Scalar, Sequence, parse
from cassette_cli.errors import ParseError
from cassette_cli.formats.fields import (
    entry,
    first_item,
    has_keys,
    has_only_keys,
    items,
    read_body,
    read_headers,
    read_hex,
    read_message_body,
)
from cassette_cli.model import Body, Structured


@pytest.mark.parametrize(
    ("text", "headers"),
    [
        pytest.param("{Accept: [a, b], Vary: c}", ["Accept: a", "Accept: b", "Vary: c"], id="map"),
        pytest.param("{Age: 3, Empty: '', None: null}", ["Age: 3", "Empty: "], id="null is none"),
        pytest.param("{Accept: [!!binary dGV4dC9wbGFpbg==]}", ["Accept: text/plain"], id="base64"),
        pytest.param("{!!binary QWdl: [3]}", ["Age: 3"], id="a name may be base64"),
        pytest.param(
            "? !!python/object/apply:multidict._multidict.istr [Age]\n: [3]",
            ["Age: 3"],
            id="a name may be a Python object",
        ),
        pytest.param(
            "? !!python/object/new:multidict._multidict.istr {args: [Age]}\n: 3",
            ["Age: 3"],
            id="a name may be a Python object with state",
        ),
        pytest.param("{[a, b]: 3, {c: d}: 4}", [], id="a name that is none is left out"),
        pytest.param("[[Age, 3], [Vary, [a, b]]]", ["Age: 3", "Vary: a", "Vary: b"], id="pairs"),
        pytest.param("[[[Age, 3], [Vary, a]]]", ["Age: 3", "Vary: a"], id="a set of pairs"),
        pytest.param("{Vary: !!python/tuple [[a], b]}", ["Vary: a", "Vary: b"], id="tuple"),
        pytest.param("[]", [], id="an empty list is no headers"),
        pytest.param("null", [], id="null is no headers"),
        pytest.param("3", [], id="a number is no headers"),
    ],
)
def test_read_headers(text: str, headers: list[str]) -> None:
    read = read_headers(parse("x", text).root)
    assert [f"{header.name}: {header.value}" for header in read] == headers


def test_headers_know_their_nodes() -> None:
    (header,) = read_headers(parse("x", "{Age: [3]}").root)
    assert isinstance(header.source, Scalar)
    assert isinstance(header.name_source, Scalar)
    assert (header.source.value, header.name_source.value) == ("3", "Age")


@pytest.mark.parametrize(
    ("text", "body"),
    [
        pytest.param("null", None, id="null is no body"),
        pytest.param("''", Body(""), id="empty text is a body"),
        pytest.param("12", Body("12"), id="a number is text"),
        pytest.param("!!binary /w==", Body(b"\xff", ("base64",)), id="binary is bytes"),
        pytest.param("!binary /w==", Body(b"\xff", ("base64",)), id="Ruby's binary is bytes"),
        pytest.param("!!python/unicode 'a'", Body("a"), id="other tags are text"),
        pytest.param("[1]", Body(Structured([1]), ("parsed",)), id="a list is data"),
    ],
)
def test_read_body(text: str, body: Body | None) -> None:
    assert read_body(parse("x", text).root) == body


@pytest.mark.parametrize(
    ("text", "body"),
    [
        pytest.param("{}", None, id="absent"),
        pytest.param("{body: a}", Body("a"), id="bare"),
        pytest.param("{body: {encoding: UTF-8, string: a}}", Body("a"), id="with its encoding"),
        pytest.param("{body: {string: null}}", None, id="null text"),
        pytest.param("{body: {base64_string: /w==}}", Body(b"\xff", ("base64",)), id="base64"),
        pytest.param("{body: {base64_string: /w==x}}", Body(b"\xff", ("base64",)), id="cut base64"),
        pytest.param("{body: {base64_string: é}}", Body(b"", ("base64",)), id="no base64 at all"),
        pytest.param("{body: {base64_string: null, string: a}}", Body("a"), id="null base64"),
        pytest.param("{body: {a: 1}}", Body(Structured({"a": 1}), ("parsed",)), id="data"),
        pytest.param("{body: {}}", None, id="empty mapping"),
    ],
)
def test_read_message_body(text: str, body: Body | None) -> None:
    assert read_message_body(parse("x", text).root) == body


@pytest.mark.parametrize(
    ("text", "content"),
    [
        pytest.param("00ff", b"\x00\xff", id="digits"),
        pytest.param("[00, ff]", b"\x00\xff", id="chunks"),
        pytest.param("00fx", b"\x00", id="digits up to a fault"),
    ],
)
def test_read_hex(text: str, content: bytes) -> None:
    root = parse("x", text).root
    assert isinstance(root, Scalar | Sequence)
    assert read_hex(root) == Body(content, ("hex",))


def test_paths() -> None:
    root = parse("x", "{a: {b: [1, 2]}}").root
    numbers = entry(root, "a", "b")
    assert numbers is not None
    assert (entry(root, "a", "b", "c"), entry(root, "x"), entry(None, "a")) == (None, None, None)
    assert items(numbers) == numbers[0]
    assert (items(root), first_item(root)) == ((), None)
    assert first_item(numbers) is items(numbers)[0]


def test_keys() -> None:
    root = parse("x", "{a: null, b: 1}").root
    assert has_keys(root, "a", "b")
    assert not has_keys(root, "a", "c")
    assert not has_keys(None)
    assert has_only_keys(root, "a", "b", "c")
    assert not has_only_keys(root, "a")
    assert not has_only_keys(None)


def test_aliases_do_not_expand_beyond_all_reason() -> None:
    levels = "".join(
        f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 10)}]\n" for level in range(1, 9)
    )
    root = parse("t.yaml", f"a0: &a0 [x, x]\n{levels}headers: {{A: *a8}}\n").resolved
    with pytest.raises(ParseError, match="its aliases expand"):
        read_headers(entry(root, "headers"))
    with pytest.raises(ParseError, match="its aliases expand"):
        read_headers(entry(root, "a8"))
