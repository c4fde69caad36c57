import pytest

from cassette_cli.json_values import Json
from cassette_cli.misses.difference import Differing, common_prefix
from cassette_cli.recorders.recorder import Compared


@pytest.mark.parametrize(
    ("recorded", "sent", "size"),
    [
        pytest.param("a tide b", "a moon b", 4, id="characters between what is the same"),
        pytest.param("tide", None, 4, id="a side that has nothing"),
        pytest.param([1, 2], [1, 3], 1, id="JSON"),
        pytest.param("aa", "aaa", 1, id="a letter more"),
    ],
)
def test_size(recorded: Json, sent: Json, size: int) -> None:
    assert Differing(Compared.BODY, recorded, sent).size == size


def test_a_spelling_is_no_distance() -> None:
    assert Differing(Compared.BODY, '{"a":1}', '{"a": 1}', spelling=True).size == 0


@pytest.mark.parametrize(("a", "b", "length"), [("", "a", 0), ("ab", "ac", 1), ("ab", "abc", 2)])
def test_common_prefix(a: str, b: str, length: int) -> None:
    assert common_prefix(a, b) == length
