from collections.abc import Callable

import pytest

from cassette_cli.checks.bodies.content_type_mismatch import CHECK
from cassette_cli.checks.check import Problem
from cassette_cli.finding import Severity


@pytest.mark.parametrize(
    ("kind", "body", "code", "severities"),
    [
        pytest.param("text/event-stream", "data: {}\n\n", 200, [], id="a stream"),
        pytest.param("text/event-stream", '{"a": 1}', 200, [None], id="a document"),
        pytest.param("text/event-stream", '{"a": 1}', 400, [Severity.INFO], id="an error"),
        pytest.param(
            "application/json", "data: {}\n\n", 200, [Severity.INFO], id="a stream as JSON"
        ),
        pytest.param("application/json", '{"a": 1}', 200, [], id="JSON"),
    ],
)
def test_content_type_mismatch(
    find: Callable[..., list[Problem]],
    kind: str,
    body: str,
    code: int,
    severities: list[Severity | None],
) -> None:
    response = {
        "headers": {"content-type": [kind]},
        "body": {"string": body},
        "status": {"code": code},
    }
    assert [found.severity for found in find(CHECK, ({}, response))] == severities


def test_no_headers_no_type(find: Callable[..., list[Problem]]) -> None:
    assert find(CHECK, ({}, {"headers": {}})) == []
