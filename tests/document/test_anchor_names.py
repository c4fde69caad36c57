import pytest

from cassette_cli.document.intents import Intent, RenameAnchor, SetValue
from cassette_cli.document.nodes import Mapping, Scalar
from cassette_cli.document.parse import parse
from cassette_cli.document.patch import apply
from cassette_cli.errors import EditError
from tests.conftest import source

_BEFORE = source("""\
    a: &one 1
    b: !t &one {c: *one, d: &two e}
    f: &one !t&one x
    g: [*one , *two]
    """)


def test_an_anchor_is_renamed_everywhere() -> None:
    after = apply(parse("a.yaml", _BEFORE), [RenameAnchor("one", "uno")])
    assert after.text == source("""\
        a: &uno 1
        b: !t &uno {c: *uno, d: &two e}
        f: &uno !t&one x
        g: [*uno , *two]
        """)


def test_names_trade_places() -> None:
    intents = [RenameAnchor("one", "two"), RenameAnchor("two", "one")]
    assert (
        apply(parse("a.yaml", "[&one a, &two b, *one]"), intents).text == "[&two a, &one b, *two]"
    )


def test_a_name_is_changed_beside_a_value() -> None:
    document = parse("a.yaml", "a: &one 1\nb: c\nd: *one\n")
    assert isinstance(document.root, Mapping)
    value = document.root.get("b")
    assert isinstance(value, Scalar)
    intents: list[Intent] = [RenameAnchor("one", "uno"), SetValue(value, "x")]
    assert apply(document, intents).text == "a: &uno 1\nb: x\nd: *uno\n"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        pytest.param("three", "x", "there is no anchor 'three'", id="an unknown one"),
        pytest.param("one", "two", "there would be two anchors 'two'", id="a name in use"),
        pytest.param("one", "u no", "'u no' is no name for an anchor", id="a blank"),
        pytest.param("one", "", "'' is no name for an anchor", id="nothing"),
    ],
)
def test_what_is_refused(old: str, new: str, message: str) -> None:
    with pytest.raises(EditError) as error:
        apply(parse("a.yaml", _BEFORE), [RenameAnchor(old, new)])
    assert str(error.value) == f"a.yaml: {message}"


def test_two_anchors_do_not_get_one_name() -> None:
    intents = [RenameAnchor("one", "x"), RenameAnchor("two", "x")]
    with pytest.raises(EditError, match="there would be two anchors 'x'"):
        apply(parse("a.yaml", _BEFORE), intents)


def test_an_anchor_is_renamed_once() -> None:
    with pytest.raises(EditError, match="the anchor 'one' is renamed twice"):
        apply(parse("a.yaml", _BEFORE), [RenameAnchor("one", "x"), RenameAnchor("one", "y")])
