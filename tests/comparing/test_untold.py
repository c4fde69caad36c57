import pytest

from cassette_cli.comparing.change import Category
from cassette_cli.comparing.difference import Difference, added, changed, removed
from cassette_cli.comparing.untold import in_short, untold, weighed
from cassette_cli.json_values import Json

_BODY = ("response", "body")
_TOLD = [changed(("completion", "messages", 0, "content"), "Pong", "Pang")]


@pytest.mark.parametrize(
    ("sent", "rest"),
    [
        pytest.param(
            [changed((*_BODY, "choices", 0, "text"), "Pong", "Pang")],
            [],
            id="the same change in other words",
        ),
        pytest.param(
            [changed((*_BODY, "citations", 0), "a.example", "b.example")],
            [changed((*_BODY, "citations", 0), "a.example", "b.example")],
            id="what a transcript leaves out",
        ),
        pytest.param(
            [changed((*_BODY, "id"), "1", "2", Category.NOISE)],
            [changed((*_BODY, "id"), "1", "2", Category.NOISE)],
            id="noise",
        ),
    ],
)
def test_untold(sent: list[Difference], rest: list[Difference]) -> None:
    assert untold(_TOLD, sent, _BODY) == rest


@pytest.mark.parametrize(
    ("value", "category"),
    [
        pytest.param(None, Category.NOISE, id="null"),
        pytest.param([], Category.NOISE, id="an empty list"),
        pytest.param(False, Category.CONTENT, id="a flag"),
        pytest.param(["a"], Category.CONTENT, id="an item"),
    ],
)
def test_a_new_member_matters_if_it_says_something(value: Json, category: Category) -> None:
    (found,) = weighed([added((*_BODY, "citations"), value)])
    assert found.category is category


def test_many_new_members_are_another_schema() -> None:
    members = [added((*_BODY, name), 1) for name in "abc"]
    assert list(in_short(members, _BODY)) == members
    gone = removed((*_BODY, "x", "y"), 2)
    assert list(in_short([*members, gone], _BODY)) == [
        changed((*_BODY, "schema"), {"x.y": 2}, {"a": 1, "b": 1, "c": 1})
    ]
