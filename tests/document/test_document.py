import pytest
from hypothesis import given
from hypothesis import strategies as st

from cassette_cli.document.document import Document, Syntax
from cassette_cli.document.nodes import Mapping, Node, Sequence, walk
from cassette_cli.document.parse import parse
from cassette_cli.document.resolve import json_of
from cassette_cli.json_values import Json


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("a: 1", {"a": 1}, id="without aliases"),
        pytest.param("a: &x 1\nb: *x", {"a": 1, "b": 1}, id="an alias is what it stands for"),
        pytest.param(
            "a: &x 1\nb: *x\nc: &x 2\nd: *x",
            {"a": 1, "b": 1, "c": 2, "d": 2},
            id="the anchor last seen counts",
        ),
        pytest.param("a: *x", {"a": None}, id="an alias of nothing is null"),
        pytest.param("a: &x [1, *x]", {"a": [1, None]}, id="an alias of its own ancestor is null"),
        pytest.param("*x : 1", {"null": 1}, id="as a key, too"),
        pytest.param(
            "a: &x {b: 1, c: 2}\nd:\n  c: 3\n  <<: *x",
            {"a": {"b": 1, "c": 2}, "d": {"b": 1, "c": 3}},
            id="own entries win over merged ones, wherever they stand",
        ),
        pytest.param(
            "- &x {a: 1, b: 1}\n- &y {b: 2, c: 2}\n- <<: [*x, *y]",
            [{"a": 1, "b": 1}, {"b": 2, "c": 2}, {"a": 1, "b": 1, "c": 2}],
            id="of several merged mappings the first wins",
        ),
        pytest.param("- &x a\n- {<<: *x, b: 1}", ["a", {"b": 1}], id="a scalar merges nothing"),
        pytest.param(
            '- &x {a: 1}\n- {"<<": *x}', [{"a": 1}, {"<<": {"a": 1}}], id="a quoted key is a key"
        ),
        pytest.param(
            "- &x {a: 1}\n- &y {<<: *x}\n- *y",
            [{"a": 1}, {"a": 1}, {"a": 1}],
            id="an anchor holds what was merged into it",
        ),
    ],
)
def test_resolved(text: str, value: Json) -> None:
    root = parse("a.yaml", text).resolved
    assert root is not None
    assert json_of(root) == value


@pytest.mark.parametrize(
    "text", [pytest.param("", id="none"), pytest.param("a\n---\n*x", id="several")]
)
def test_without_a_single_root_nothing_is_resolved(text: str) -> None:
    assert parse("a.yaml", text).resolved is None


def test_an_alias_bomb_stays_small() -> None:
    lines = ["a0: &a0 [x, x]", *(f"a{n + 1}: &a{n + 1} [*a{n}, *a{n}]" for n in range(60))]
    resolved = parse("bomb.yaml", "\n".join(lines)).resolved
    assert isinstance(resolved, Mapping)
    assert resolved.keys()[-1] == "a60"
    different: dict[int, Node] = {}
    todo: list[Node] = [resolved]
    while todo:
        node = todo.pop()
        different[id(node)] = node
        todo += [child for child in _children(node) if id(child) not in different]
    assert len(different) < 300


def _children(node: Node) -> list[Node]:
    match node:
        case Mapping(entries):
            return [child for entry in entries for child in entry]
        case Sequence(items):
            return list(items)
    return []


@given(text=st.text("ab\n\r é😀"), data=st.data())
def test_line_and_column(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    line, column = Document("a.yaml", text, Syntax.YAML, ()).line_and_column(offset)
    lines = text[:offset].split("\n")
    assert (line, column) == (len(lines), len(lines[-1]) + 1)


def test_resolving_leaves_the_source_as_it_is() -> None:
    document = parse("a.yaml", "a: &x 1\nb: *x")
    before = list(walk(document.roots[0]))
    assert document.resolved is not document.root
    assert list(walk(document.roots[0])) == before
    assert document.resolved is document.resolved
