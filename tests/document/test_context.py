import pytest

from cassette_cli.document.context import Context, locate
from cassette_cli.document.nodes import Scalar, location_of, walk
from cassette_cli.document.parse import parse

_YAML = Context(json=False, ascii=True, newline="\n")
_JSON = Context(json=True, ascii=True, newline="\n", flow=True, key_end=4, also_yaml=True)


@pytest.mark.parametrize(
    ("text", "context"),
    [
        pytest.param("x", _YAML, id="the root"),
        pytest.param("a: x", _YAML._replace(indent=0, key_end=1), id="a value"),
        pytest.param("x: a", _YAML._replace(indent=0, is_key=True), id="a key"),
        pytest.param("- x", _YAML._replace(indent=0), id="an item"),
        pytest.param("- - x", _YAML._replace(indent=2), id="an item of an item"),
        pytest.param("a:\n    b: x", _YAML._replace(indent=4, step=4, key_end=8), id="deeper"),
        pytest.param("a:\n  - x", _YAML._replace(indent=2, dash=2), id="an indented list"),
        pytest.param("a: [x]", _YAML._replace(indent=0, flow=True), id="within brackets"),
        pytest.param('{"a": "x"}', _JSON, id="JSON"),
        pytest.param("\u00e9:\r\n- x\r\n", Context(False, False, "\r\n", 0), id="CRLF"),  # noqa: FBT003 -- a row
        pytest.param(
            "a: &p\n  b: &q x",
            _YAML._replace(indent=2, key_end=9, anchors=("p", "q")),
            id="below anchors",
        ),
    ],
)
def test_locate(text: str, context: Context) -> None:
    document = parse("a", text)
    node = next(
        node
        for root in document.roots
        for node in walk(root)
        if isinstance(node, Scalar) and node.value == "x"
    )
    located = locate(document, [location_of(node)])[location_of(node)]
    assert located.node is node
    assert located.context == context
