import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cassette_cli.document.json_document import compose_json
from cassette_cli.document.nodes import Mapping, Node, Scalar, Sequence, walk
from cassette_cli.document.resolve import json_of
from cassette_cli.errors import ParseError
from cassette_cli.json_values import Json

_DEPTH = 20
_FLOAT = "tag:yaml.org,2002:float"


@pytest.mark.parametrize(
    ("text", "node"),
    [
        pytest.param(" 12\n", Scalar("12", "", 1, 3), id="number"),
        pytest.param("-0.5E+3", Scalar("-0.5E+3", "", 0, 7, _FLOAT), id="float"),
        pytest.param("1e3", Scalar("1e3", "", 0, 3, _FLOAT), id="exponent, text to YAML"),
        pytest.param("null", Scalar("null", "", 0, 4), id="literal"),
        pytest.param('"a\\/b\\n"', Scalar("a/b\n", '"', 0, 8), id="escapes"),
        pytest.param('"\\ud83d\\ude00"', Scalar("😀", '"', 0, 14), id="a surrogate pair is one"),
        pytest.param('"\\udc00"', Scalar("\udc00", '"', 0, 8), id="half of a pair is kept"),
        pytest.param("[ ]", Sequence((), flow=True, start=0, end=3), id="empty list"),
        pytest.param("{\n}", Mapping((), flow=True, start=0, end=3), id="empty mapping"),
        pytest.param(
            '{"a" : [1, true]}',
            Mapping(
                (
                    (
                        Scalar("a", '"', 1, 4),
                        Sequence(
                            (Scalar("1", "", 8, 9), Scalar("true", "", 11, 15)),
                            flow=True,
                            start=7,
                            end=16,
                        ),
                    ),
                ),
                flow=True,
                start=0,
                end=17,
            ),
            id="nested",
        ),
        pytest.param(
            '{"a":1,"a":2}',
            Mapping(
                (
                    (Scalar("a", '"', 1, 4), Scalar("1", "", 5, 6)),
                    (Scalar("a", '"', 7, 10), Scalar("2", "", 11, 12)),
                ),
                flow=True,
                start=0,
                end=13,
            ),
            id="names may repeat",
        ),
    ],
)
def test_compose(text: str, node: Node) -> None:
    assert compose_json("a.json", text, _DEPTH) == node


@pytest.mark.parametrize(
    ("text", "reason", "line"),
    [
        pytest.param("", "expecting a value", 1, id="nothing"),
        pytest.param("{\n  a: 1}", "expecting a name in double quotes", 2, id="a name unquoted"),
        pytest.param('{"a"\n1}', "expecting ':'", 2, id="no colon"),
        pytest.param('["a"\n"b"]', "expecting ','", 2, id="no comma"),
        pytest.param("[1,\n]", "a comma before the closing bracket", 2, id="comma too many"),
        pytest.param('{"a": 1,}', "a comma before the closing bracket", 1, id="in a mapping, too"),
        pytest.param('{"a": tru}', "expecting a value", 1, id="no literal"),
        pytest.param("[01]", "expecting ','", 1, id="a zero too many"),
        pytest.param("[+1]", "expecting a value", 1, id="a sign too many"),
        pytest.param("[NaN]", "expecting a value", 1, id="not a number"),
        pytest.param('"a', "unterminated string", 1, id="cut off in a string"),
        pytest.param('"a\n"', "invalid control character", 1, id="a line feed in a string"),
        pytest.param('"\\x"', "invalid \\escape", 1, id="an escape of others"),
        pytest.param('{"a": [', "expecting a value", 1, id="cut off in a list"),
        pytest.param('{"a": 1', "expecting ','", 1, id="cut off in a mapping"),
        pytest.param("1\n2", "text after the end of the value", 2, id="two values"),
        pytest.param(
            "[" * (_DEPTH + 1), f"nested more than {_DEPTH} levels deep", 1, id="too deep"
        ),
    ],
)
def test_what_is_no_json(text: str, reason: str, line: int) -> None:
    with pytest.raises(ParseError) as caught:
        compose_json("a.json", text, _DEPTH)
    assert caught.value.message == f"not readable as JSON: {reason}"
    assert caught.value.where == f"a.json:{line}"


def test_the_greatest_depth_is_read() -> None:
    assert compose_json("a.json", "[" * _DEPTH + "]" * _DEPTH, _DEPTH).end == 2 * _DEPTH


_VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters()),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=30,
)


@given(value=_VALUES, ascii_only=st.booleans(), indent=st.sampled_from([None, 0, 2, "\t"]))
def test_it_reads_as_the_standard_library_does(
    value: Json,
    ascii_only: bool,  # noqa: FBT001 -- drawn
    indent: int | str | None,
) -> None:
    text = json.dumps(value, ensure_ascii=ascii_only, indent=indent)
    root = compose_json("a.json", text, max_depth=200)
    assert json_of(root) == value
    for node in walk(root):
        assert json.loads(text[node.start : node.end]) == json_of(node)


@given(st.text('[]{}",:0123456789.eE+-truefalsn\\ \n'))
def test_any_text_is_read_or_refused_as_the_standard_library_does(text: str) -> None:
    try:
        root = compose_json("a.json", text, _DEPTH)
    except ParseError:
        with pytest.raises(json.JSONDecodeError):
            json.loads(text)
        return
    assert json_of(root) == json.loads(text)
