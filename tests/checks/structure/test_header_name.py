from collections.abc import Callable

import pytest

from cassette_cli.checks.check import Problem
from cassette_cli.checks.structure.header_name import CHECK


@pytest.mark.parametrize(
    ("name", "count"),
    [
        pytest.param("Content-Type", 0, id="usual"),
        pytest.param("x_own.name!", 0, id="rare characters of a token"),
        pytest.param(":authority", 0, id="a field of HTTP/2"),
        pytest.param("Content Type", 1, id="a blank"),
        pytest.param("X-Bäd", 1, id="no ASCII"),
        pytest.param("X(Trace)", 1, id="brackets"),
        pytest.param("Accept:", 1, id="the colon along with it"),
    ],
)
def test_header_name(find: Callable[..., list[Problem]], name: str, count: int) -> None:
    assert len(find(CHECK, ({"headers": {name: ["x"]}}, {}))) == count
    assert len(find(CHECK, ({}, {"headers": {name: ["x"]}}))) == count
