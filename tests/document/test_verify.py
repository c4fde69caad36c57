import pytest

from cassette_cli.document.nodes import Mapping, Sequence
from cassette_cli.document.parse import parse
from cassette_cli.document.scalar_edits import ScalarPlan
from cassette_cli.document.verify import Changes, prove
from cassette_cli.errors import EditError

_NOTHING = Changes({}, {})


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("a: b", "a:   b # c", id="blanks and comments"),
        pytest.param("a: [b]", "a:\n- b", id="another way to write a list"),
        pytest.param("[&x a, *x]", "[&x a,  *x]", id="an alias of the same node"),
        pytest.param("", "# c", id="nothing"),
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
    changes = Changes({}, {id(old.root): (second, first, alias)})
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
    changes = Changes({id(old.root.get("a")): ScalarPlan((), "c", "string")}, {})
    try:
        prove(old, parse("t", new), changes)
    except EditError:
        assert not proven
    else:
        assert proven
