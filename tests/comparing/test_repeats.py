from typing import Any

import pytest

from cassette_cli.comparing.change import Category, Change, ChangeKind, Repeat
from cassette_cli.comparing.repeats import told_once
from cassette_cli.json_values import Json


def _change(place: int, path: str, before: Json = "blue sky", after: Json = "grey sky") -> Change:
    return Change(ChangeKind.CHANGED, Category.CONTENT, place, place, path, before, after)


def _in_short(changes: tuple[Change, ...]) -> list[Any]:
    return [(change.a, change.path, change.repeats) for change in changes]


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        pytest.param(
            [_change(0, "completion.content"), _change(1, "prompt.messages[1].content")],
            [(0, "completion.content", (Repeat(1, 1, "prompt.messages[1].content"),))],
            id="the echo of an answer",
        ),
        pytest.param(
            [_change(0, "prompt.seed", 1, 2), _change(1, "prompt.seed", 1, 2)],
            [(0, "prompt.seed", (Repeat(1, 1, "prompt.seed"),))],
            id="a small value at the same place",
        ),
        pytest.param(
            [_change(0, "prompt.seed", 1, 2), _change(1, "prompt.top_k", 1, 2)],
            [(0, "prompt.seed", ()), (1, "prompt.top_k", ())],
            id="a small value at another place",
        ),
        pytest.param(
            [_change(0, "a"), _change(0, "b")],
            [(0, "a", ()), (0, "b", ())],
            id="twice in one interaction",
        ),
        pytest.param(
            [_change(1, "a"), _change(0, "b")],
            [(0, "b", (Repeat(1, 1, "a"),))],
            id="the first interaction tells it",
        ),
    ],
)
def test_told_once(changes: list[Change], told: list[Any]) -> None:
    assert _in_short(told_once(changes)) == told


def test_what_does_not_matter_is_counted_each_time() -> None:
    noise = [
        Change(ChangeKind.CHANGED, Category.NOISE, place, place, "id", "a" * 9, "b" * 9)
        for place in range(3)
    ]
    assert told_once(noise) == tuple(noise)
