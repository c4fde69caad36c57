import pytest

from cassette_cli.comparing.change import Category, ChangeKind
from cassette_cli.comparing.difference import Difference, Scope
from cassette_cli.comparing.identities import Renaming
from cassette_cli.comparing.json_comparison import Comparer
from cassette_cli.comparing.noise import DEFAULT_RULES
from cassette_cli.json_path import write_path
from cassette_cli.json_values import Json

_RESPONSE = Scope(response=True)
_REQUEST = Scope(response=False)


def _compare(a: Json, b: Json, scope: Scope = _RESPONSE) -> list[tuple[str, str, Json, Json]]:
    found = Comparer(DEFAULT_RULES, Renaming()).compare(a, b, (), scope)
    return [_row(difference) for difference in found if difference.category is not Category.NOISE]


def _row(difference: Difference) -> tuple[str, str, Json, Json]:
    return (
        difference.kind.value,
        write_path(difference.path),
        difference.before,
        difference.after,
    )


@pytest.mark.parametrize(
    ("a", "b", "rows"),
    [
        pytest.param({"a": 1}, {"a": 2}, [("changed", "a", 1, 2)], id="a number"),
        pytest.param({"a": 1}, {"a": "1"}, [("changed", "a", 1, "1")], id="a type"),
        pytest.param({"a": True}, {"a": 1}, [("changed", "a", True, 1)], id="true is not 1"),
        pytest.param({"a": 1}, {"a": 1.0}, [], id="1 is 1.0"),
        pytest.param({"a": 1}, {"a": 1, "b": 2}, [("added", "b", None, 2)], id="a field more"),
        pytest.param({"a": 1, "b": 2}, {"a": 1}, [("removed", "b", 2, None)], id="a field less"),
        pytest.param({"a": 1}, {"a": 1, "b": None}, [], id="null is nothing"),
        pytest.param(
            {"a": "x"}, {"b": "x"}, [("changed", "", {"a": "x"}, {"b": "x"})], id="a field renamed"
        ),
        pytest.param([1, 2], [1, 3, 2], [("added", "[1]", None, 3)], id="an item more"),
        pytest.param(
            ["one", "two", "three"],
            ["two", "three", "one"],
            [("moved", "", "[0]", "[2]")],
            id="an item moved",
        ),
        pytest.param(
            {"args": '{"a": 1}'},
            {"args": '{"a":2}'},
            [("changed", "args.a", 1, 2)],
            id="JSON in a string is compared by field",
        ),
        pytest.param({"a": "{x"}, {"a": "{y"}, [("changed", "a", "{x", "{y")], id="no JSON"),
        pytest.param({"a": '{"b": 1}'}, {"a": '{"b":1}'}, [], id="its layout is nothing"),
        pytest.param({"created": 1_700_000_000}, {"created": 1_700_000_001}, [], id="a time"),
        pytest.param(
            {"arguments": {"created": 1_700_000_000}},
            {"arguments": {"created": 1_700_000_001}},
            [("changed", "arguments.created", 1_700_000_000, 1_700_000_001)],
            id="a time that a model wrote",
        ),
    ],
)
def test_compare(a: Json, b: Json, rows: list[tuple[str, str, Json, Json]]) -> None:
    assert _compare(a, b) == rows


def test_a_request_has_no_volatile_fields() -> None:
    a: Json = {"created": 1_700_000_000}
    b: Json = {"created": 1_700_000_001}
    assert _compare(a, b, _REQUEST) == [("changed", "created", 1_700_000_000, 1_700_000_001)]


def test_what_a_response_gives_out_is_bound() -> None:
    renaming = Renaming()
    comparer = Comparer(DEFAULT_RULES, renaming)
    a: Json = {"id": "run_a1b2c3d4e5", "number": {"id": 123456}}
    b: Json = {"id": "run_f6g7h8i9j0", "number": {"id": 654321}}
    assert {difference.category for difference in comparer.compare(a, b, (), _RESPONSE)} == {
        Category.NOISE
    }
    assert renaming.forward == {"run_a1b2c3d4e5": "run_f6g7h8i9j0", "123456": "654321"}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param({"id": "gpt-4o"}, {"id": "gpt-5"}, id="a model is no id"),
        pytest.param({"id": 3}, {"id": 4}, id="nor is a small number"),
        pytest.param({"id": True}, {"id": False}, id="nor a flag"),
    ],
)
def test_what_is_not_made_up_is_content(a: dict[str, Json], b: dict[str, Json]) -> None:
    assert _compare(a, b) == [("changed", "id", a["id"], b["id"])]


def test_an_id_that_is_left_out_is_noise() -> None:
    comparer = Comparer(DEFAULT_RULES, Renaming(frozenset(("call_1",))))
    found = list(comparer.compare({"id": "call_1"}, {"id": None}, (), _RESPONSE))
    assert [difference.category for difference in found] == [Category.NOISE]


def test_tools_are_compared_by_name() -> None:
    def tools(*names: str) -> Json:
        return [{"name": name, "description": f"to {name}"} for name in names]

    comparer = Comparer(DEFAULT_RULES, Renaming())
    path = ("prompt", "tool_definitions")
    found = list(comparer.compare(tools("add", "sub"), tools("sub", "mul", "add"), path, _REQUEST))
    assert [(difference.kind, write_path(difference.path)) for difference in found] == [
        (ChangeKind.ADDED, "prompt.tool_definitions[1]")
    ]


def _messages(*turns: tuple[str, str]) -> Json:
    return [
        {"role": role, "parts": [{"type": "text", "content": text} for text in said.split("|")]}
        for role, said in turns
    ]


@pytest.mark.parametrize(
    ("a", "b", "rows"),
    [
        pytest.param(
            [("user", "one"), ("user", "two")],
            [("user", "two")],
            [("removed", "prompt.messages[0]")],
            id="a message less",
        ),
        pytest.param(
            [("user", "one")],
            [("user", "one|more of it")],
            [("added", "prompt.messages[0].parts[1]")],
            id="a part more",
        ),
        pytest.param(
            [("assistant", "one|two")],
            [("assistant", "one"), ("user", "hm"), ("assistant", "two")],
            [("added", "prompt.messages[1]")],
            id="where a turn ends is nothing",
        ),
        pytest.param(
            [("system", "be brief")],
            [("developer", "be brief")],
            [("changed", "prompt.messages[0].role")],
            id="who said it",
        ),
        pytest.param(
            [("user", "one two three"), ("assistant", "x")],
            [("user", "one two four"), ("assistant", "x")],
            [("changed", "prompt.messages[0].parts[0].content")],
            id="what was said",
        ),
    ],
)
def test_messages(
    a: list[tuple[str, str]], b: list[tuple[str, str]], rows: list[tuple[str, str]]
) -> None:
    comparer = Comparer(DEFAULT_RULES, Renaming())
    scope = Scope(response=False, spoken=True)
    found = comparer.compare(_messages(*a), _messages(*b), ("prompt", "messages"), scope)
    assert [(difference.kind.value, write_path(difference.path)) for difference in found] == rows
