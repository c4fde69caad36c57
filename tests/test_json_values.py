import pytest
from hypothesis import given
from hypothesis import strategies as st

from cassette_cli.json_values import Json, read_json, write_json

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


def test_keys_keep_their_order_and_text_stays_readable() -> None:
    assert write_json({"b": "é", "a": [1.5, None]}) == '{"b": "é", "a": [1.5, null]}'


@given(_VALUES)
def test_what_is_written_reads_the_same(value: Json) -> None:
    assert read_json(write_json(value)) == value
