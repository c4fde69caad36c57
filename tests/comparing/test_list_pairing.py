import pytest

from cassette_cli.comparing.alignment import Pair
from cassette_cli.comparing.likeness import Features
from cassette_cli.comparing.list_pairing import (
    Paired,
    join_moved,
    pair_by_name,
    pair_items,
    without_moves_between_kinds,
)
from cassette_cli.json_values import Json


def _items(letters: str) -> list[Features]:
    return [Features(letter, "str", letter) for letter in letters]


def test_equal_items_that_are_left_over_have_moved() -> None:
    assert pair_items(_items("abc"), _items("cab")) == [
        Paired(0, 1),
        Paired(1, 2),
        Paired(2, 0, moved=True),
    ]


def test_only_what_is_equal_has_moved() -> None:
    pairs = [Pair(0, None), Pair(None, 0)]
    assert join_moved(pairs, ["a"], ["a"]) == [Paired(0, 0, moved=True)]
    assert join_moved(pairs, ["a"], ["b"]) == [Paired(0, None), Paired(None, 0)]


def test_things_move_freely_past_other_kinds() -> None:
    pairs = [Paired(0, 1, moved=True), Paired(1, 0)]
    assert without_moves_between_kinds(pairs, ["text", "call"]) == [Paired(0, 1), Paired(1, 0)]
    assert without_moves_between_kinds(pairs, ["call", "call"]) == pairs


def test_by_name_order_is_nothing() -> None:
    left: list[Json] = [{"name": "a"}, {"name": "b"}, {"name": "a"}]
    right: list[Json] = [{"name": "b"}, {"name": "a"}, {"name": "c"}]
    assert pair_by_name(left, right) == [
        Paired(0, 1),
        Paired(1, 0),
        Paired(2, None),
        Paired(None, 2),
    ]


@pytest.mark.parametrize(
    ("left", "right", "moves"),
    [
        pytest.param("abc", "cba", [(0, 2), (2, 0)], id="the ends exchanged"),
        pytest.param("abcde", "edcba", [(0, 4), (1, 3), (3, 1), (4, 0)], id="five reversed"),
        pytest.param("abc", "bca", [(0, 2)], id="all rotated"),
        pytest.param("abcd", "acbd", [(1, 2)], id="neighbours exchanged"),
        pytest.param("aabb", "bbaa", [(0, 2), (1, 3)], id="several of a kind"),
    ],
)
def test_as_few_moves_as_explain_the_order(
    left: str, right: str, moves: list[tuple[int, int]]
) -> None:
    found = pair_items(_items(left), _items(right))
    assert [(pair.a, pair.b) for pair in found if pair.moved] == moves
