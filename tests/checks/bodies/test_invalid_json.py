from collections.abc import Callable

import pytest

from cassette_cli.checks.bodies.invalid_json import CHECK
from cassette_cli.checks.check import Problem
from cassette_cli.finding import Severity

_JSON = "application/json"


@pytest.mark.parametrize(
    ("kind", "body", "severities"),
    [
        pytest.param(_JSON, '{"a": 1}', [], id="whole"),
        pytest.param(_JSON, '{"a": 1', [None], id="cut off"),
        pytest.param(_JSON, '{"a" 1}', [None], id="broken"),
        pytest.param("application/problem+json", "[1,", [None], id="a type of JSON's family"),
        pytest.param(_JSON, "Not Found", [Severity.INFO], id="something else from the start"),
        pytest.param(_JSON, "", [], id="empty"),
        pytest.param(_JSON, "null", [], id="null"),
        pytest.param(_JSON, "\ufeff{}", [], id="behind a byte order mark"),
        pytest.param(_JSON, '{"a": 1}\n{"a"', [], id="a second value is no end"),
        pytest.param(_JSON, "data: {\n\n", [], id="a stream"),
        pytest.param("application/x-ndjson", '{"a": 1', [], id="lines of JSON"),
        pytest.param("text/plain", '{"a": 1', [], id="text"),
        pytest.param(_JSON, '{"a": <%= x %>}', [], id="a template"),
        pytest.param(_JSON, "9" * 5000, [], id="a number beyond all reason"),
        pytest.param(_JSON, "[" * 100_000, [], id="nested beyond all reason"),
    ],
)
def test_invalid_json(
    find: Callable[..., list[Problem]], kind: str, body: str, severities: list[Severity | None]
) -> None:
    response = {"headers": {"Content-Type": [kind]}, "body": {"string": body}}
    assert [found.severity for found in find(CHECK, ({}, response))] == severities


def test_the_place_is_where_it_breaks(find_in: Callable[..., list[Problem]]) -> None:
    text = (
        "interactions:\n- request: {method: GET, uri: 'https://e.org/', headers: {}, body: null}\n"
        "  response: {status: {code: 200}, headers: {Content-Type: application/json}, "
        "body: {string: '{\"it''s\": 1 2}'}}\nversion: 1\n"
    )
    assert [text[found.location.offset] for found in find_in(CHECK, text)] == ["2"]


_RUBY = """\
http_interactions:
- request: {{method: get, uri: "https://e.org/", body: {{string: ""}}, headers: {{}}}}
  response:
    status: {{code: 200, message: OK}}
    headers: {{Content-Type: [application/json]}}
    body:
      string: '{}'
recorded_with: VCR 6.2.0
"""


@pytest.mark.parametrize(
    ("body", "count"),
    [
        pytest.param('{"id":<APP_ID>}', 0, id="in place of a number"),
        pytest.param('{"id":12<APP_ID>34}', 0, id="in the midst of one"),
        pytest.param('{"id":<APP_ID>', 1, id="and broken besides"),
        pytest.param('{"id":APP_ID}', 1, id="a word that is no placeholder"),
    ],
)
def test_vcr_fills_in_placeholders(
    find_in: Callable[..., list[Problem]], body: str, count: int
) -> None:
    assert len(find_in(CHECK, _RUBY.format(body))) == count
