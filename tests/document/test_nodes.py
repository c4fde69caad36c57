import pytest

from cassette_cli.document.nodes import Alias, Mapping, Node, Scalar, Sequence, walk
from cassette_cli.document.parse import parse
from cassette_cli.text import Span


def _root(text: str) -> Node:
    root = parse("a.yaml", text).root
    assert root is not None
    return root


@pytest.mark.parametrize(
    ("text", "span"),
    [
        pytest.param(" a ", Span(1, 2), id="scalar"),
        pytest.param(" *a ", Span(1, 3), id="alias"),
        pytest.param(" {a: b} ", Span(1, 7), id="mapping"),
        pytest.param(" [a] # ", Span(1, 4), id="sequence"),
    ],
)
def test_span(text: str, span: Span) -> None:
    assert _root(text).span == span


@pytest.mark.parametrize(
    ("key", "value"),
    [
        pytest.param("b", "2", id="a value"),
        pytest.param("a", "3", id="the last of several"),
        pytest.param("c", None, id="none"),
        pytest.param("*", None, id="an alias is no text"),
    ],
)
def test_get(key: str, value: str | None) -> None:
    mapping = _root("{a: 1, b: 2, a: 3, *a : 4, [c]: 5}")
    assert isinstance(mapping, Mapping)
    found = mapping.get(key)
    assert (found.value if isinstance(found, Scalar) else None) == value
    assert mapping.keys() == ("a", "b", "a")


def test_walk_goes_in_source_order() -> None:
    nodes = list(walk(_root("{a: [b, *c], ? {d: e} : f}")))
    assert [node.start for node in nodes] == sorted(node.start for node in nodes)
    assert [type(node) for node in nodes] == [
        Mapping, Scalar, Sequence, Scalar, Alias, Mapping, Scalar, Scalar, Scalar,
    ]  # fmt: skip
