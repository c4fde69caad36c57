"""What a file lacks that is nearly a cassette."""

import pytest

from cassette_cli.document import parse
from cassette_cli.formats.nearly import what_is_missing


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        pytest.param("interactions: 3", "`interactions` is no list", id="no list"),
        pytest.param(
            "interactions: [{response: {}}]",
            "an interaction has a response, but no request",
            id="no request",
        ),
        pytest.param(
            "interactions: [{request: {uri: a}}]",
            "an interaction has a request, but no response",
            id="no response",
        ),
        pytest.param(
            "interactions: [{request: {method: GET}, response: {}}]",
            "a request has neither `uri` nor `url`",
            id="no URL",
        ),
        pytest.param("request: {}", "it has a request, but no response", id="half of one"),
        pytest.param(
            "log: {version: 1}",
            "the `log` of an HTTP archive needs a list of `entries`",
            id="a log without entries",
        ),
        pytest.param(
            "log: {entries: []}",
            "the `log` of an HTTP archive needs a `version` or a `creator`",
            id="a log without a version",
        ),
        pytest.param("name: ci", None, id="something else"),
        pytest.param("[1, 2]", None, id="a list of numbers"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_what_is_missing(text: str, missing: str | None) -> None:
    assert what_is_missing(parse("x.yaml", text).resolved) == missing
