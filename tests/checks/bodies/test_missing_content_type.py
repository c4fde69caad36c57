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
    ],
)
def test_missing_content_type(
    find: Callable[..., list[Problem]], headers: dict[str, list[str]], body: str, count: int
) -> None:
    assert len(find(CHECK, ({}, {"headers": headers, "body": {"string": body}}))) == count
