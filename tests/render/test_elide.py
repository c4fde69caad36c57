import pytest

from cassette_cli.json_values import Json
from cassette_cli.render.elide import elide_json, elide_text, is_vector, size_of_base64

_LONG = "QUJD" * 100


@pytest.mark.parametrize(
    ("text", "elided"),
    [
        pytest.param("short", "short", id="short text"),
        pytest.param("word " * 200, "word " * 200, id="long text of words"),
        pytest.param(f"see {_LONG}==.", "see <base64, 300 B>.", id="base64 in text"),
        pytest.param(_LONG[:-1], _LONG[:-1], id="a run that is not long enough"),
        pytest.param(
            f"![]( data:image/png;base64,{_LONG} )", "![]( <image/png, 300 B>)", id="a data URI"
        ),
        pytest.param(
            f"data:;charset=utf-8;base64,{_LONG[:64]}", "<data, 48 B>", id="one without a type"
        ),
        pytest.param(
            "data:text/plain;base64,QUJD", "data:text/plain;base64,QUJD", id="a short one"
        ),
        pytest.param("data: none", "data: none", id="data that is none"),
    ],
)
def test_elide_text(text: str, elided: str) -> None:
    assert elide_text(text) == elided


@pytest.mark.parametrize(
    ("value", "elided"),
    [
        pytest.param({"a": [_LONG, 1]}, {"a": ["<base64, 300 B>", 1]}, id="strings within"),
        pytest.param({"e": [0.5] * 17}, {"e": "<vector of 17 numbers>"}, id="a vector"),
        pytest.param([1] * 16, [1] * 16, id="a few numbers"),
        pytest.param([None, 1.5, True], [None, 1.5, True], id="other values"),
    ],
)
def test_elide_json(value: Json, elided: Json) -> None:
    assert elide_json(value) == elided


def test_a_vector_is_numbers_alone() -> None:
    assert is_vector([1, 2.5] * 9)
    assert not is_vector([*[1] * 17, "a"])


@pytest.mark.parametrize("count", range(5))
def test_size_of_base64(count: int) -> None:
    packed = {0: "", 1: "AA==", 2: "AAA=", 3: "AAAA", 4: "AAAAAA=="}[count]
    assert size_of_base64(packed) == f"{count} B"
