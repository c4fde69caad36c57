from collections.abc import Callable

import pytest

from cassette_cli.checks.check import Problem
from cassette_cli.checks.structure.missing_field import CHECK

_GOOD = "request: {method: GET, uri: 'https://e.org/'}, response: {status: {code: 200}}"


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
    text = f"interactions:\n- {{{_GOOD}}}\n- {{{interaction}}}\nversion: 1\n"
    assert [found.message for found in find_in(CHECK, text)] == messages


def test_what_is_no_interaction_at_all(find_in: Callable[..., list[Problem]]) -> None:
    text = f"interactions:\n- {{{_GOOD}}}\n- nothing\nversion: 1\n"
    assert [found.message for found in find_in(CHECK, text)] == ["the interaction is no mapping"]


def test_a_damaged_first_interaction_is_found(find_in: Callable[..., list[Problem]]) -> None:
    text = f"interactions:\n- {{response: {{}}}}\n- {{{_GOOD}}}\nversion: 1\n"
    assert {found.location.interaction for found in find_in(CHECK, text)} == {0}


def test_a_bare_response_has_no_request(find_in: Callable[..., list[Problem]]) -> None:
    text = '{"status": 200, "headers": {}, "body": "{}"}'
    assert find_in(CHECK, text) == []
