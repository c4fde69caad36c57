import pytest

from cassette_cli.document import Node, parse
from cassette_cli.json_path import JsonPath
from cassette_cli.texts.scalars import is_below, scalars_of

_YAML = """\
name: x-api-key
value: [a, 'b']
? [c]
: {d: 1.5}
e: !!binary YQ==
"""


def _root(text: str) -> Node:
    (root,) = parse("t.yaml", text).roots
    return root


def test_scalars_of() -> None:
    scalars = scalars_of(_root(_YAML), "")
    assert [(one.location, one.name, one.scalar.value, one.is_string) for one in scalars] == [
        ("name (key)", "", "name", True),
        ("value (key)", "", "value", True),
        ('[""][0]', "", "c", True),
        ("e (key)", "", "e", True),
        ("name", "name", "x-api-key", True),
        ("value[0]", "x-api-key", "a", True),
        ("value[1]", "x-api-key", "b", True),
        ('[""].d (key)', "", "d", True),
        ('[""].d', "d", "1.5", False),
        ("e", "e", "YQ==", True),
    ]


def test_without_keys_and_some_nodes() -> None:
    scalars = scalars_of(_root(_YAML), "", {_YAML.index("[a")}, keys=False)
    assert [one.scalar.value for one in scalars] == ["x-api-key", "1.5", "YQ=="]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("{value: a, key: b}", "b", id="beside a key"),
        pytest.param("{value: a, name: [b]}", "value", id="beside a list"),
        pytest.param("{value: a}", "value", id="alone"),
    ],
)
def test_the_name_of_a_value(text: str, name: str) -> None:
    assert scalars_of(_root(text), "", keys=False)[0].name == name


@pytest.mark.parametrize(
    ("path", "below"),
    [
        pytest.param(("a",), True, id="the member"),
        pytest.param(("a", 0), True, id="below it"),
        pytest.param((), False, id="above it"),
        pytest.param(("b",), False, id="beside it"),
    ],
)
def test_is_below(path: JsonPath, below: bool) -> None:  # noqa: FBT001 -- a column
    assert is_below(path, {("a",)}) is below
    assert not is_below(path, ())
