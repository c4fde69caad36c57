from cassette_cli.comparing.likeness import Features, features_of, likeness, shared, without_noise
from cassette_cli.comparing.noise import DEFAULT_RULES
from cassette_cli.json_values import Json


def _features(value: Json) -> Features:
    return features_of(value, frozenset(), DEFAULT_RULES)


def test_noise_and_ids_do_not_count() -> None:
    a = _features({"id": "run_a1b2c3d4e5", "created": 1_700_000_000, "x": 1})
    b = _features({"x": 1, "id": "run_f6g7h8i9j0", "created": 1_700_000_001})
    assert a.digest == b.digest
    assert likeness(a, b) == 40


def test_more_words_in_common_are_more_alike() -> None:
    before = _features({"type": "text", "content": "roll the dice twice"})
    near = _features({"type": "text", "content": "roll the dice once"})
    far = _features({"type": "text", "content": "good morning"})
    assert likeness(before, near) > likeness(before, far) > 0


def test_things_of_two_kinds_have_nothing_in_common() -> None:
    assert likeness(_features({"type": "text"}), _features({"type": "image"})) == 0
    assert likeness(_features("text"), _features(1)) == 0


def test_shared_is_symmetric() -> None:
    assert shared("a b c", "b c d") == shared("b c d", "a b c") == 10
    assert shared("", "") == 0


def test_without_noise() -> None:
    value: Json = [{"usage": {"n": 1}, "created": 1_700_000_000, "signature": "x" * 20, "a": [1]}]
    assert without_noise(value, DEFAULT_RULES) == [{"a": [1]}]
