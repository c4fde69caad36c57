from cassette_cli.comparing.likeness import Features
from cassette_cli.comparing.list_pairing import Paired
from cassette_cli.comparing.message_comparison import Item, MessagePairing, items_of, pair_messages
from cassette_cli.json_values import Json


def test_items_are_the_parts_of_messages() -> None:
    messages: list[Json] = [
        {"role": "user", "parts": ["a", "b"]},
        {"role": "assistant", "parts": []},
    ]
    assert items_of(messages) == [
        Item(0, 0, "user", "a"),
        Item(0, 1, "user", "b"),
        Item(1, None, "assistant", None),
    ]


def _features(items: list[Item]) -> list[Features]:
    return [Features(str(item.value), "str", str(item.value)) for item in items]


def test_a_message_without_a_counterpart_is_told_as_one() -> None:
    left = [Item(0, 0, "user", "a"), Item(1, 0, "user", "b"), Item(1, 1, "user", "c")]
    right = [Item(0, 0, "user", "a")]
    pairing = pair_messages(left, right, _features(left), _features(right))
    assert pairing == MessagePairing(
        [Paired(0, 0), Paired(1, None), Paired(2, None)], frozenset((1,)), frozenset()
    )


def test_what_another_role_says_is_still_the_same() -> None:
    left, right = [Item(0, 0, "system", "a")], [Item(0, 0, "developer", "a")]
    assert pair_messages(left, right, _features(left), _features(right)).pairs == [Paired(0, 0)]
