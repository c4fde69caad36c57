from collections.abc import Callable

import pytest

from cassette_cli.errors import CassetteError
from cassette_cli.model import Cassette
from cassette_cli.reading import read_interactions
from cassette_cli.selecting.where import Where, compile_where


@pytest.mark.parametrize(
    ("expression", "positions"),
    [
        pytest.param("", [0, 1], id="nothing is everything"),
        pytest.param("status:200 tool:add", [0], id="and"),
        pytest.param("tool:add | tokens:>300", [0, 1], id="or"),
        pytest.param("status:404|2xx", [0, 1], id="one of two values"),
        pytest.param("!tool:add", [1], id="not"),
        pytest.param("-(tool:add | status:4xx)", [1], id="not, of a group"),
        pytest.param("STATUS:200", [0, 1], id="a field in capitals"),
        pytest.param('"no such words"', [], id="a text"),
    ],
)
def test_an_expression_selects(
    expression: str, positions: list[int], read_sample: Callable[[str], Cassette]
) -> None:
    cassette = read_sample("go-vcr/openai-chat-multi-tool-streaming.yaml")
    where = Where(expression)
    found = [one.index for one in read_interactions(cassette) if where.holds(one, cassette)]
    assert found == positions


@pytest.mark.parametrize(
    ("expression", "message", "hint"),
    [
        pytest.param(
            "a statsu:200",
            "no field is called 'statsu' (position 3, at 'statsu:200')",
            "did you mean status?",
            id="field",
        ),
        pytest.param("https://x", "no field is called 'https'", "needs quotes", id="a URL"),
        pytest.param(
            "status:200|banana",
            "status: cannot be 'banana' (position 12, at 'banana')",
            "it can be 200, 4xx, >=400",
            id="value",
        ),
        pytest.param("model:", "model: needs a value (position 7, at the end)", "gpt", id="none"),
        pytest.param("text:~(", "is not a regular expression", "", id="regular expression"),
    ],
)
def test_what_cannot_be_asked_is_said(expression: str, message: str, hint: str) -> None:
    with pytest.raises(CassetteError) as caught:
        compile_where(expression)
    assert message in caught.value.message
    assert hint in caught.value.hint
