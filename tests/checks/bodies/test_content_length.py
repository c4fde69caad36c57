from collections.abc import Callable

import pytest

from cassette_cli.checks.bodies.content_length import CHECK
from cassette_cli.checks.check import Problem
from cassette_cli.document import apply, parse
from cassette_cli.finding import Severity

_GO = """version: 2
interactions:
- id: 0
  request: {{method: {method}, url: "https://e.org/", content_length: {sent}, body: "é"}}
  response: {{code: {code}, content_length: {got}, body: "a\\nb"}}
"""


def go(sent: int = 2, got: int = 3, method: str = "POST", code: int = 200) -> str:
    return _GO.format(sent=sent, got=got, method=method, code=code)


@pytest.mark.parametrize(
    ("text", "severities"),
    [
        pytest.param(go(), [], id="bytes, not characters"),
        pytest.param(go(sent=1), [Severity.ERROR], id="a request is found by its length"),
        pytest.param(go(got=9), [Severity.WARNING], id="a response is handed on"),
        pytest.param(go(got=4), [Severity.INFO], id="with the CR that YAML lost"),
        pytest.param(
            go(got=9).replace("a\\nb", "<API_KEY>"), [], id="a placeholder of the same length"
        ),
        pytest.param(
            go(got=19).replace("a\\nb", "<API_KEY>"), [Severity.INFO], id="what a sanitiser edited"
        ),
        pytest.param(go(got=-1), [], id="a length that is not known"),
        pytest.param(go(got=9, method="HEAD"), [], id="the answer to HEAD has no body"),
        pytest.param(go(got=9, code=304), [], id="nor has one that was not modified"),
    ],
)
def test_field_of_the_recorder(
    find_in: Callable[..., list[Problem]], text: str, severities: list[Severity]
) -> None:
    assert [found.severity for found in find_in(CHECK, text)] == severities


@pytest.mark.parametrize(
    ("value", "count"),
    [
        pytest.param("2", 0, id="true"),
        pytest.param("874", 1, id="false"),
        pytest.param("many", 0, id="no number"),
    ],
)
def test_header(find: Callable[..., list[Problem]], value: str, count: int) -> None:
    found = find(CHECK, ({}, {"headers": {"content-length": [value]}}))
    assert [problem.severity for problem in found] == [Severity.INFO] * count


def test_a_body_of_data_has_no_length(find_in: Callable[..., list[Problem]]) -> None:
    text = (
        "interactions:\n- request: {method: GET, uri: 'https://e.org/', headers: "
        "{content-length: ['7']}, parsed_body: {a: 1}}\n  response: {status: {code: 200}}\n"
    )
    assert find_in(CHECK, text) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(go(sent=7, got=70), go(), id="both sides"),
        pytest.param(go(), go(), id="nothing to do"),
    ],
)
def test_the_fix_tells_the_truth(
    find_in: Callable[..., list[Problem]], before: str, after: str
) -> None:
    intents = [intent for problem in find_in(CHECK, before) for intent in problem.fix]
    assert apply(parse("test.yaml", before), intents).text == after
