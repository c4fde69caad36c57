from collections.abc import Callable

import pytest

from cassette_cli.checks.check import Problem
from cassette_cli.checks.structure.status_mismatch import CHECK
from cassette_cli.finding import Severity


@pytest.mark.parametrize(
    ("code", "reason", "count"),
    [
        pytest.param(200, "OK", 0, id="the phrase of the code"),
        pytest.param(404, "OK", 1, id="the phrase of another"),
        pytest.param(404, "not found", 0, id="letter case is free"),
        pytest.param(404, "Resource Not Found", 0, id="words of its own"),
        pytest.param(401, "PermissionDenied", 0, id="one word of its own"),
        pytest.param(302, "Moved Temporarily", 0, id="the phrase of HTTP/1.0"),
        pytest.param(413, "Request Entity Too Large", 0, id="the phrase before RFC 9110"),
        pytest.param(200, None, 0, id="no reason"),
        pytest.param(200, "", 0, id="an empty reason"),
    ],
)
def test_status_mismatch(
    find: Callable[..., list[Problem]], code: int, reason: str | None, count: int
) -> None:
    assert len(find(CHECK, ({}, {"status": {"code": code, "message": reason}}))) == count


@pytest.mark.parametrize(
    ("line", "count"),
    [
        pytest.param("200 OK", 0, id="they agree"),
        pytest.param("404 Not Found", 1, id="the line of another code"),
        pytest.param("200 Not Found", 1, id="the phrase of another code"),
        pytest.param("200", 0, id="no phrase"),
    ],
)
def test_a_whole_status_line(find_in: Callable[..., list[Problem]], line: str, count: int) -> None:
    text = (
        "version: 2\ninteractions:\n- id: 0\n  request: {method: GET, url: 'https://e.org/'}\n"
        f"  response: {{code: 200, status: {line}}}\n"
    )
    assert len(find_in(CHECK, text)) == count


def test_a_success_called_otherwise_is_only_noted(find: Callable[..., list[Problem]]) -> None:
    (found,) = find(CHECK, ({}, {"status": {"code": 201, "message": "OK"}}))
    assert found.severity is Severity.INFO
