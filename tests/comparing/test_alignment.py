import pytest
from hypothesis import given
from hypothesis import strategies as st

from cassette_cli.comparing.alignment import Pair, align

_WORDS = st.lists(st.sampled_from("abcd"), max_size=8)


def _align(left: str, right: str, *, replace: bool = True) -> list[tuple[int | None, int | None]]:
    pairs = align([(key,) for key in left], [(key,) for key in right], lambda *_: replace)
    return [(pair.a, pair.b) for pair in pairs]


@pytest.mark.parametrize(
    ("left", "right", "pairs"),
    [
        pytest.param("", "", [], id="nothing to pair"),
        pytest.param("ab", "ab", [(0, 0), (1, 1)], id="equal ones in order"),
        pytest.param("ab", "b", [(0, None), (1, 0)], id="one removed"),
        pytest.param("b", "ab", [(None, 0), (0, 1)], id="one added"),
        pytest.param("aab", "aaab", [(0, 0), (1, 1), (None, 2), (2, 3)], id="one more of a kind"),
        pytest.param("axb", "ayb", [(0, 0), (1, 1), (2, 2)], id="one replaced by its like"),
    ],
)
def test_align(left: str, right: str, pairs: list[tuple[int | None, int | None]]) -> None:
    assert _align(left, right) == pairs


def test_what_scores_nothing_has_no_counterpart() -> None:
    assert _align("axb", "ayb", replace=False) == [(0, 0), (1, None), (None, 1), (2, 2)]


def test_particular_keys_come_before_general_ones() -> None:
    left = [("GET 1", "GET"), ("GET 2", "GET")]
    right = [("GET 2", "GET")]
    assert align(left, right, lambda *_: 1) == [Pair(0, None), Pair(1, 0)]


def test_the_best_score_wins() -> None:
    scores = {(0, 0): 1, (1, 0): 5}
    pairs = align([("a",), ("b",)], [("c",)], lambda a, b: scores[a, b])
    assert pairs == [Pair(0, None), Pair(1, 0)]


@pytest.mark.parametrize("count", [pytest.param(600, id="too many to try all pairs")])
def test_many_without_a_key_in_common_are_paired_by_position(count: int) -> None:
    left, right = ([(f"{side}{place}",) for place in range(count)] for side in "ab")
    assert align(left, right, lambda *_: 1) == [Pair(place, place) for place in range(count)]


@given(_WORDS, _WORDS)
def test_every_position_occurs_once_and_in_order(left: list[str], right: list[str]) -> None:
    pairs = align([(key,) for key in left], [(key,) for key in right], lambda *_: 1)
    assert [pair.a for pair in pairs if pair.a is not None] == list(range(len(left)))
    assert [pair.b for pair in pairs if pair.b is not None] == list(range(len(right)))


@given(_WORDS, _WORDS)
def test_the_other_way_round_the_same_correspond(left: list[str], right: list[str]) -> None:
    keys_a, keys_b = [(key,) for key in left], [(key,) for key in right]
    there = {(a, b) for a, b in align(keys_a, keys_b, lambda *_: 1)}
    assert {(a, b) for b, a in align(keys_b, keys_a, lambda *_: 1)} == there
