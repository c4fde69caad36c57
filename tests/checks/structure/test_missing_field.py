from collections.abc import Callable
from textwrap import dedent

import pytest

from cassette_cli.checks.check import Problem
from cassette_cli.checks.structure.missing_field import CHECK

_GOOD = "request: {method: GET, uri: 'https://e.org/'}, response: {status: {code: 200}}"


def _cassette(first: str, second: str) -> str:
    return dedent(f"""\
        interactions:
        - {first}
        - {second}
        version: 1
        """)


@pytest.mark.parametrize(
    ("interaction", "messages"),
    [
        pytest.param(_GOOD, [], id="all there"),
        pytest.param(
            "response: {status: {code: 200}}", ["the interaction has no request"], id="request"
        ),
        pytest.param(
            "request: {method: GET, uri: 'https://e.org/'}",
            ["the interaction has no response"],
            id="response",
        ),
        pytest.param(
            _GOOD.replace("method: GET, ", ""), ["the request has no method"], id="method"
        ),
        pytest.param(_GOOD.replace("uri:", "body:"), ["the request has no URL"], id="URL"),
        pytest.param(
            _GOOD.replace("code: 200", "message: OK"),
            ["the response has no status code"],
            id="status",
        ),
    ],
)
def test_missing_field(
    find_in: Callable[..., list[Problem]], interaction: str, messages: list[str]
) -> None:
    found = find_in(CHECK, _cassette(f"{{{_GOOD}}}", f"{{{interaction}}}"))
    assert [problem.message for problem in found] == messages


def test_what_is_no_interaction_at_all(find_in: Callable[..., list[Problem]]) -> None:
    found = find_in(CHECK, _cassette(f"{{{_GOOD}}}", "nothing"))
    assert [problem.message for problem in found] == ["the interaction is no mapping"]


def test_a_damaged_first_interaction_is_found(find_in: Callable[..., list[Problem]]) -> None:
    found = find_in(CHECK, _cassette("{response: {}}", f"{{{_GOOD}}}"))
    assert {problem.location.interaction for problem in found} == {0}


def test_a_bare_response_has_no_request(find_in: Callable[..., list[Problem]]) -> None:
    text = '{"status": 200, "headers": {}, "body": "{}"}'
    assert find_in(CHECK, text) == []
