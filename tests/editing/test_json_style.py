import pytest

from cassette_cli.document import parse_json
from cassette_cli.editing.json_style import JsonStyle, style_of


@pytest.mark.parametrize(
    ("text", "style"),
    [
        pytest.param('{"a":1,"b":2}', JsonStyle(":", ",", None, ascii=True), id="compact"),
        pytest.param('{"a": "é"}', JsonStyle(": ", ", ", None, ascii=False), id="one member"),
        pytest.param("[1,  2]", JsonStyle(": ", ",  ", None, ascii=True), id="an array"),
        pytest.param('{\n\t"a" : [1]\n}', JsonStyle(" : ", ",", "\t", ascii=True), id="tabs"),
        pytest.param(
            ' [\n   {\n     "a": 1}]', JsonStyle(": ", ",", "  ", ascii=True), id="margin"
        ),
        pytest.param("1", JsonStyle(": ", ", ", None, ascii=True), id="no member"),
    ],
)
def test_style_of(text: str, style: JsonStyle) -> None:
    assert style_of(parse_json("", text)) == style
