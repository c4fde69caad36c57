import pytest

from cassette_cli.document.document import Document
from cassette_cli.document.nodes import Mapping, Scalar, Sequence
from cassette_cli.document.parse import parse
from cassette_cli.document.scalar_edits import ScalarPlan
from cassette_cli.document.verify import Changes, prove
from cassette_cli.errors import EditError

_NOTHING = Changes()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("a: b # c", "a:   b  # c", id="blanks"),
        pytest.param('{"a": "b"}', '{ "a":"\\u0062" }', id="blanks and escapes of JSON"),
        pytest.param("a: [b]", "a:\n- b", id="another way to write a list"),
        pytest.param("[&x a, *x]", "[&x a,  *x]", id="an alias of the same node"),
        pytest.param("", "\n\n", id="nothing"),
    ],
)
def test_the_same_is_proven(old: str, new: str) -> None:
    prove(parse("t", old), parse("t", new), _NOTHING)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("a: b", "a: c", id="a value"),
        pytest.param("a: b", "a: 'b'", id="a style"),
        pytest.param("a: b", "a: !x b", id="a tag"),
        pytest.param("a: b", "a: &x b", id="an anchor"),
        pytest.param("a: b", "a: [b]", id="a kind"),
        pytest.param("a: [b]", "a: {b: }", id="a list and a mapping"),
        pytest.param("a: [b]", "a: [b, b]", id="one more"),
        pytest.param("a: [b]", "a: !x [b]", id="the tag of a list"),
        pytest.param("a: b", "a: b\n---\na: b", id="one more document"),
        pytest.param('{"a": 1}', "{a: 1}", id="JSON and YAML"),
        pytest.param('{"a": 1}', '{"b": 1}', id="a key of JSON"),
        pytest.param('{"a": 1}', '{"a": 1.0}', id="an integer and a float of JSON"),
        pytest.param('{"a": 1}', '{"a": "1"}', id="a number and a string of JSON"),
        pytest.param('{"a": null}', '{"a": {}}', id="a kind of JSON"),
        pytest.param('{"a": 1, "b": 2}', '{"b": 2, "a": 1}', id="an order of JSON"),
        pytest.param("a: b # c", "a: b # d", id="a comment"),
        pytest.param("a: b # c", "a: b", id="a lost comment"),
        pytest.param("a: b", "a: b # c", id="a new comment"),
        pytest.param("[&x a, *x]", "[&x a, a]", id="an alias and a text"),
        pytest.param("[&x a, &x a, *x]", "[&y a, &x a, *x]", id="an anchor before an alias"),
        pytest.param("[&x a, &y a, *x]", "[&x a, &y a, *y]", id="another alias"),
    ],
)
def test_another_document_is_refused(old: str, new: str) -> None:
    with pytest.raises(EditError):
        prove(parse("t", old), parse("t", new), _NOTHING)


def test_the_place_is_that_in_the_old_document() -> None:
    with pytest.raises(EditError) as error:
        prove(parse("t", "a: 1\nb: 2"), parse("t", "a: 1\nb: 3"), _NOTHING)
    assert str(error.value) == "t:2: the edit would change more than was asked"


def test_an_alias_has_to_stand_for_the_same_node() -> None:
    old = parse("t", "[&x a, &x a, *x]")
    assert isinstance(old.root, Sequence)
    first, second, alias = old.root.items
    changes = Changes(children={id(old.root): (second, first, alias)})
    with pytest.raises(EditError, match="lose its anchor"):
        prove(old, parse("t", "[&x a, &x a, *x]"), changes)


@pytest.mark.parametrize(
    ("new", "proven"),
    [
        pytest.param("a: c", True, id="as asked"),
        pytest.param("a: b", False, id="not done"),
        pytest.param("a: '1'", False, id="another value"),
    ],
)
def test_what_was_asked_has_to_be_done(new: str, *, proven: bool) -> None:
    old = parse("t", "a: b")
    assert isinstance(old.root, Mapping)
    changes = Changes({id(old.root.get("a")): ScalarPlan((), "c", "string")})
    assert _is_proven(old, new, changes) is proven


@pytest.mark.parametrize(
    ("order", "new", "proven"),
    [
        pytest.param((0, 2), "[1, 3]", True, id="deleted"),
        pytest.param((0, 2), "[1, 2, 3]", False, id="not deleted"),
        pytest.param((0, 2), "[1, 2]", False, id="another one deleted"),
        pytest.param((1, 0, 2), "[2, 1, 3]", True, id="moved"),
        pytest.param((1, 0, 2), "[2, 3, 1]", False, id="moved elsewhere"),
        pytest.param((0, 1, 0, 2), "[1, 2, 1, 3]", True, id="copied"),
        pytest.param((0, 1, 0, 2), "[1, 2, 2, 3]", False, id="another one copied"),
        pytest.param((), "[]", True, id="emptied"),
    ],
)
def test_items_of_json_are_arranged_as_asked(
    order: tuple[int, ...], new: str, *, proven: bool
) -> None:
    old = parse("t", "[1, 2, 3]")
    assert isinstance(old.root, Sequence)
    items = tuple(old.root.items[index] for index in order)
    assert _is_proven(old, new, Changes(children={id(old.root): items})) is proven


@pytest.mark.parametrize(
    ("new", "proven"),
    [
        pytest.param('{"a": 1, "b": "c"}', True, id="an entry"),
        pytest.param('{"b": "c", "a": 1}', False, id="in another place"),
        pytest.param('{"a": 1, "b": "d"}', False, id="with another value"),
        pytest.param('{"a": 1, "c": "c"}', False, id="with another key"),
        pytest.param('{"a": 2, "b": "c"}', False, id="and another change"),
    ],
)
def test_an_entry_of_json_is_inserted_as_asked(new: str, *, proven: bool) -> None:
    old = parse("t", '{"a": 1}')
    assert isinstance(old.root, Mapping)
    key, value = Scalar("b", '"', 0, 0), Scalar("c", '"', 0, 0)
    plans = {id(node): ScalarPlan((), node.value, "string") for node in (key, value)}
    children = (*old.root.entries[0], key, value)
    assert _is_proven(old, new, Changes(plans, {id(old.root): children})) is proven


@pytest.mark.parametrize(
    ("old", "new", "proven"),
    [
        pytest.param("{a: 1, b: 2}", "{c: 1, b: 2}", True, id="a key of its own"),
        pytest.param("{a: 1, c: 2}", "{c: 1, c: 2}", False, id="the key of another entry"),
        pytest.param("{a: 1, 'c': 2}", "{c: 1, 'c': 2}", False, id="spelled in another way"),
        pytest.param("{a: 1, b: {c: 2}}", "{c: 1, b: {c: 2}}", True, id="a key further in"),
        pytest.param("{a: 1, b: 2, b: 3}", "{c: 1, b: 2, b: 3}", True, id="beside doubles"),
    ],
)
def test_a_key_that_is_renamed_stays_unique(old: str, new: str, *, proven: bool) -> None:
    document = parse("t", old)
    assert isinstance(document.root, Mapping)
    key, _ = document.root.entries[0]
    assert _is_proven(document, new, Changes({id(key): ScalarPlan((), "c", "string")})) is proven


def _is_proven(old: Document, new: str, changes: Changes) -> bool:
    try:
        prove(old, parse("t", new), changes)
    except EditError:
        return False
    return True
