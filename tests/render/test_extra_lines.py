import pytest

from cassette_cli.json_values import Json
from cassette_cli.render.extra_lines import extra_lines


@pytest.mark.parametrize(
    ("value", "lines"),
    [
        pytest.param(["https://a.example", "b"], ["https://a.example", "b"], id="addresses"),
        pytest.param(
            [{"title": "Lake", "url": "https://a.example", "date": "2026-01-01"}],
            ["Lake — https://a.example"],
            id="a source is its title and address",
        ),
        pytest.param(
            [{"type": "url_citation", "url_citation": {"url": "u", "title": "Lake"}}],
            ["Lake — u"],
            id="a source inside what cites it",
        ),
        pytest.param([{"web": {"uri": "u"}}], ["u"], id="a source without a title"),
        pytest.param(
            {"violence": {"filtered": True, "severity": "high"}, "hate": {"filtered": False}},
            ["violence.filtered: true · violence.severity: high · hate.filtered: false"],
            id="verdicts of a filter",
        ),
        pytest.param(
            {"webSearchQueries": ["a", "b"], "groundingChunks": [{"web": {"uri": "u"}}]},
            ["webSearchQueries: a · webSearchQueries: b · groundingChunks: u"],
            id="lists in an object",
        ),
        pytest.param(
            "content_filter\x1b[2J", ["content_filter\\x1b[2J"], id="a terminal obeys nothing"
        ),
    ],
)
def test_extra_lines(value: Json, lines: list[str]) -> None:
    assert list(extra_lines(value)) == lines
