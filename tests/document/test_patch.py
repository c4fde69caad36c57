import json
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from cassette_cli.document.document import Document
from cassette_cli.document.intents import (
    Copy,
    Delete,
    Insert,
    Intent,
    Move,
    ReplaceText,
    SetLiteral,
    SetValue,
)
from cassette_cli.document.nodes import Mapping, Node, Scalar, Sequence, walk
from cassette_cli.document.parse import parse
from cassette_cli.document.patch import apply
from cassette_cli.errors import EditError
from cassette_cli.text import Edit, Span, splice
from tests.conftest import source


def test_no_edit_gives_the_same_document() -> None:
    document = parse("t", "a: b # c\n")
    root = document.root
    assert isinstance(root, Mapping)
    value = root.get("a")
    assert isinstance(value, Scalar)
    for intents in ([], [SetValue(value, "b")], [ReplaceText(value, ())], [Move(root, 0, 0)]):
        assert apply(document, intents) is document


@pytest.mark.parametrize(
    ("before", "steps", "after"),
    [
        pytest.param(
            "a: b c\n",
            [
                ("a", ReplaceText, (Edit(Span(2, 3), "C"),)),
                ("a", ReplaceText, (Edit(Span(0, 1), "B"), Edit(Span(1, 1), "!"))),
            ],
            "a: B! C\n",
            id="replacements of one scalar add up",
        ),
        pytest.param(
            source("""
                a: b
                c:
                - d
                - e
                """),
            [("a", SetValue, "x"), ("c", Delete, 0), ("c/1", SetValue, "w"), ("?c", SetValue, "z")],
            source("""
                a: x
                z:
                - w
                """),
            id="edits inside of what is rearranged",
        ),
        pytest.param(
            "a: 1\n'b': 2\n",
            [("?a", SetValue, "b"), ("?b", SetValue, "a")],
            "b: 1\n'a': 2\n",
            id="keys trade names",
        ),
        pytest.param(
            "yes: 1\n", [("?yes", SetValue, "no")], "'no': 1\n", id="a key becomes a text"
        ),
        pytest.param("&a a: b\n", [("", Delete, 0)], "{}\n", id="an anchor that nobody uses"),
        pytest.param("[1, 1]", [("", Move, 0, 1)], "[1, 1]", id="equal items trade places"),
    ],
)
def test_apply(
    edited: Callable[..., str], before: str, steps: list[tuple[Any, ...]], after: str
) -> None:
    assert edited(before, *steps) == after


@pytest.mark.parametrize(
    ("before", "steps", "error"),
    [
        pytest.param(
            "x: 1\na: b\n",
            [("a", SetValue, "c"), ("a", SetValue, "d")],
            "t.yaml:2: the value is edited twice",
            id="twice",
        ),
        pytest.param(
            "a: bcd\n",
            [("a", ReplaceText, (Edit(Span(0, 2), ""), Edit(Span(1, 3), "")))],
            "t.yaml:1: edits overlap at offset 1",
            id="overlapping",
        ),
        pytest.param(
            source("""
                a: &x
                  b: c
                d: *x
                """),
            [("a/b", SetValue, "e")],
            "t.yaml:2: the value is shared by an alias",
            id="shared",
        ),
        pytest.param(
            "a: &x b\nd: *x\n",
            [("", Delete, 0)],
            "t.yaml:2: an alias would lose its anchor",
            id="an alias without its anchor",
        ),
        pytest.param(
            "a: 874\n",
            [("a", SetLiteral, "b")],
            "t.yaml:1: 'b' has not the type of '874'",
            id="type",
        ),
        pytest.param(
            "a: 1\nb: 2\n",
            [("?b", SetValue, "a")],
            "t.yaml:2: two entries would have the same key",
            id="a key that another entry has",
        ),
        pytest.param(
            '{"ab": 1, "b": 2}',
            [("?ab", ReplaceText, (Edit(Span(0, 1), ""),))],
            "t.yaml:1: two entries would have the same key",
            id="a key that another entry has in JSON",
        ),
        pytest.param(
            f"{'k' * 1000}: b\n",
            [("?" + "k" * 1000, SetValue, "k" * 2000)],
            "t.yaml:1: the edit would break the file: not readable as YAML: "
            "mapping values are not allowed in this context",
            id="a key longer than YAML allows",
        ),
    ],
)
def test_what_is_refused(
    edited: Callable[..., str], before: str, steps: list[tuple[Any, ...]], error: str
) -> None:
    with pytest.raises(EditError) as raised:
        edited(before, *steps)
    assert str(raised.value) == error


def test_a_node_of_another_document_is_refused() -> None:
    with pytest.raises(EditError, match="not written in this file"):
        apply(parse("t", "a"), [SetValue(Scalar("b", "", 5, 6), "c")])


def test_resolved_collections_are_known_again() -> None:
    document = parse("t", "a: &x 1\nb: [*x, 2]\n")
    resolved = document.resolved
    assert isinstance(resolved, Mapping)
    items = resolved.get("b")
    assert isinstance(items, Sequence)
    assert apply(document, [Delete(items, 0)]).text == "a: &x 1\nb: [2]\n"


def test_entries_of_a_merge_are_refused() -> None:
    document = parse("t", "a: &x {k: 1}\nb:\n  c: 1\n  <<: *x\n")
    resolved = document.resolved
    assert isinstance(resolved, Mapping)
    merged = resolved.get("b")
    assert isinstance(merged, Mapping)
    with pytest.raises(EditError, match="merge"):
        apply(document, [Delete(merged, 0)])


_STRINGS = st.text(
    st.characters(exclude_categories=["Cs"])
    | st.sampled_from(list(" \n\n'\"\\:#,-{}[]&*!|>%\t\x85\u2028\ufeff01e~=<")),
    max_size=30,
)
_TREES = st.recursive(
    _STRINGS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_STRINGS, inner, max_size=4),
    max_leaves=8,
)


def _dumped(tree: object, draw: st.DrawFn) -> str:
    if draw(st.booleans()):
        return yaml.dump(
            tree,
            default_style=draw(st.sampled_from([None, "'", '"', "|", ">"])),
            default_flow_style=draw(st.sampled_from([True, False, None])),
            width=draw(st.sampled_from([10, 40, 1000])),
            indent=draw(st.sampled_from([2, 4])),
            allow_unicode=draw(st.booleans()),
            line_break=draw(st.sampled_from(["\n", "\r\n"])),
            sort_keys=False,
        )
    return json.dumps(
        tree, ensure_ascii=draw(st.booleans()), indent=draw(st.sampled_from([None, 2]))
    )


@st.composite
def _sources(draw: st.DrawFn) -> str:
    return _dumped({"root": draw(_TREES)}, draw)


def _value(node: Node) -> object:
    match node:
        case Scalar(value):
            return value
        case Mapping(entries):
            return [(_value(key), _value(value)) for key, value in entries]
        case Sequence(items):
            return [_value(item) for item in items]
    raise AssertionError(node)


_LOADERS: tuple[Callable[[str], object], ...] = (
    json.loads,
    partial(yaml.load, Loader=yaml.SafeLoader),
    partial(yaml.load, Loader=yaml.CSafeLoader),
)


def _check_read_alike(before: Document, after: str, expected: object) -> None:
    """Whoever read the text rightly before the edits reads what is expected after them."""
    root = before.root
    assert root is not None
    loaders = [load for load in _LOADERS if _pairs(load, before.text) == _with(root, {})]
    assert [_pairs(load, after) for load in loaders] == [expected] * len(loaders)
    assert loaders


def _pairs(load: Callable[[str], object], text: str) -> object:
    try:
        return _with_pairs(load(text))
    except (ValueError, yaml.YAMLError):
        return None


def _with_pairs(loaded: object) -> object:
    match loaded:
        case dict():
            return [(key, _with_pairs(value)) for key, value in loaded.items()]
        case list():
            return [_with_pairs(item) for item in loaded]
    return loaded


@given(_sources(), st.data())
def test_strings_are_replaced_and_nothing_else(source: str, data: st.DataObject) -> None:
    document = parse("t", source)
    root = document.root
    assert root is not None
    values = _leaves(root)
    intents: list[Intent] = []
    expected: dict[int, str] = {}
    for scalar in values:
        if data.draw(st.booleans()):
            continue
        if data.draw(st.booleans()):
            new = data.draw(_STRINGS)
            intents.append(SetValue(scalar, new))
        else:
            edits = _drawn_edits(scalar.value, data)
            new = splice(scalar.value, edits)
            intents.append(ReplaceText(scalar, edits))
        expected[id(scalar)] = new
    after = apply(document, intents)
    _check_read_alike(document, after.text, _with(root, expected))


def _leaves(node: Node) -> list[Scalar]:
    match node:
        case Scalar():
            return [node]
        case Mapping(entries):
            return [leaf for _, value in entries for leaf in _leaves(value)]
        case Sequence(items):
            return [leaf for item in items for leaf in _leaves(item)]
    return []


def _drawn_edits(value: str, data: st.DataObject) -> tuple[Edit, ...]:
    offsets = sorted(data.draw(st.sets(st.integers(0, len(value)), max_size=4)))
    spans = [Span(*pair) for pair in zip(offsets[::2], offsets[1::2], strict=False)]
    return tuple(Edit(span, data.draw(_STRINGS)) for span in spans)


def _with(node: Node, changes: dict[int, str]) -> object:
    match node:
        case Scalar(value):
            return changes.get(id(node), value)
        case Mapping(entries):
            return [(_value(key), _with(value, changes)) for key, value in entries]
        case Sequence(items):
            return [_with(item, changes) for item in items]
    raise AssertionError(node)


@given(_sources(), st.data())
def test_children_are_rearranged_and_nothing_else(source: str, data: st.DataObject) -> None:
    document = parse("t", source)
    root = document.root
    assert root is not None
    lists = [node for node in walk(root) if isinstance(node, Sequence) and node.items]
    if not lists:
        return
    chosen = data.draw(st.sampled_from(lists))
    last = len(chosen.items) - 1
    index, to = data.draw(st.integers(0, last)), data.draw(st.integers(0, last))
    text = data.draw(_STRINGS)
    items = [_value(item) for item in chosen.items]
    intent: Intent
    match data.draw(st.sampled_from(["delete", "move", "copy", "insert"])):
        case "delete":
            intent = Delete(chosen, index)
            del items[index]
        case "move":
            intent = Move(chosen, index, to)
            items.insert(to, items.pop(index))
        case "copy":
            intent = Copy(chosen, index, to)
            items.insert(to + 1, items[index])
        case _:
            intent = Insert(chosen, index, None, text)
            items.insert(index, text)
    after = apply(document, [intent])
    _check_read_alike(document, after.text, _replaced(root, chosen, items))


def _replaced(node: Node, chosen: Sequence, items: list[object]) -> object:
    if node is chosen:
        return items
    match node:
        case Mapping(entries):
            return [(_value(key), _replaced(value, chosen, items)) for key, value in entries]
        case Sequence(children):
            return [_replaced(item, chosen, items) for item in children]
    return _value(node)


@given(_sources(), _STRINGS, st.data())
def test_a_key_is_renamed_and_stays_unique(source: str, name: str, data: st.DataObject) -> None:
    document = parse("t", source)
    root = document.root
    assert root is not None
    mappings = [node for node in walk(root) if isinstance(node, Mapping) and node.entries]
    chosen = data.draw(st.sampled_from(mappings))
    key = data.draw(st.sampled_from(chosen.entries))[0]
    assert isinstance(key, Scalar)
    intent = ReplaceText(key, (Edit(Span(0, len(key.value)), name),))
    names = chosen.keys()
    if name != key.value and name in names:
        with pytest.raises(EditError, match="two entries would have the same key"):
            apply(document, [intent])
    else:
        after = apply(document, [intent])
        _check_read_alike(document, after.text, _renamed(root, key, name))


def _renamed(node: Node, renamed: Scalar, name: str) -> object:
    match node:
        case Mapping(entries):
            return [
                (name if key is renamed else _value(key), _renamed(value, renamed, name))
                for key, value in entries
            ]
        case Sequence(items):
            return [_renamed(item, renamed, name) for item in items]
    return _value(node)
