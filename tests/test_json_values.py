import pytest
from hypothesis import given
from hypothesis import strategies as st

from cassette_cli.json_values import (
    FENCE,
    Json,
    read_all_json,
    read_json,
    write_json,
)

_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param('{"b": 1, "a": [true, null]}', {"b": 1, "a": [True, None]}, id="JSON"),
        pytest.param("[DONE]", None, id="what is no JSON is None"),
        pytest.param("", None, id="nothing is None"),
        pytest.param('{"a": 1', None, id="half a JSON text is None"),
        pytest.param("[" * 200_000, None, id="nesting beyond all reason is None"),
        pytest.param("9" * 5000, None, id="an integer that Python refuses is None"),
        pytest.param('"\\ud800"', "\ud800", id="half a surrogate pair is kept"),
    ],
)
def test_read_json(text: str, value: Json) -> None:
    assert read_json(text) == value


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param([], id="nothing"),
        pytest.param(['{"a": 1}', "[DONE]", '{"a": 2}', ""], id="some are no JSON"),
        pytest.param(['{"a": 1}', ' {"a": 2} ', "3", "[4]"], id="some are no objects"),
        pytest.param(['{"a": 1}', '{"a": 2', '{"a": "3'], id="some are cut off"),
        pytest.param(['{"a": [{}', "{}]}", "{}, {}"], id="some would make one value together"),
        pytest.param(['{"a": "{}', '{}"}', "{}, {}"], id="or one string"),
        pytest.param(["{}", "{}], [{}"], id="one would end the list"),
        pytest.param(["{}, {}", "{}"], id="one is two values"),
        pytest.param(["{}", f"{{}}, {FENCE}, {{}}"], id="one has a fence in it"),
        pytest.param(["{}", f'{{"a": {FENCE}}}'], id="or as a value"),
        pytest.param(['{"a": NaN}', "{}", '{"a": ' + "9" * 5000 + "}"], id="odd numbers"),
        pytest.param(["{}", '{"a": ' * 100_000], id="nesting beyond all reason"),
    ],
)
def test_texts_read_together_as_they_do_alone(texts: list[str]) -> None:
    assert repr(read_all_json(texts)) == repr([read_json(text) for text in texts])


@given(st.lists(st.text(alphabet='{}[]",:1a ', max_size=8).map("{{{}".format), max_size=4))
def test_no_texts_join_to_other_values(texts: list[str]) -> None:
    assert read_all_json(texts) == [read_json(text) for text in texts]


def test_keys_keep_their_order_and_text_stays_readable() -> None:
    assert write_json({"b": "é", "a": [1.5, None]}) == '{"b": "é", "a": [1.5, null]}'


@given(_VALUES)
def test_what_is_written_reads_the_same(value: Json) -> None:
    assert read_json(write_json(value)) == value
