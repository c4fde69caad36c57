from collections.abc import Callable

import pytest

from cassette_cli.checks.bodies.missing_content_type import CHECK
from cassette_cli.checks.check import Problem


@pytest.mark.parametrize(
    ("headers", "body", "count"),
    [
        pytest.param({"Content-Type": ["text/plain"]}, "a", 0, id="there"),
        pytest.param({"Server": ["nginx"]}, "a", 1, id="missing"),
        pytest.param({"Server": ["nginx"]}, "", 0, id="no body"),
        pytest.param({}, "a", 0, id="no headers at all"),
        pytest.param({"Content-Length": ["0"]}, "", 1, id="a body of no bytes"),
    ],
)
def test_missing_content_type(
    find: Callable[..., list[Problem]], headers: dict[str, list[str]], body: str, count: int
) -> None:
    assert len(find(CHECK, ({}, {"headers": headers, "body": {"string": body}}))) == count


@pytest.mark.parametrize(
    ("request_fields", "status"),
    [
        pytest.param({}, 204, id="No Content"),
        pytest.param({}, 304, id="Not Modified"),
        pytest.param({"method": "HEAD"}, 200, id="HEAD"),
    ],
)
def test_what_has_no_body(
    find: Callable[..., list[Problem]], request_fields: dict[str, str], status: int
) -> None:
    response = {"headers": {"Content-Length": ["0"]}, "status": {"code": status, "message": None}}
    assert find(CHECK, (request_fields, response | {"body": {"string": ""}})) == []
