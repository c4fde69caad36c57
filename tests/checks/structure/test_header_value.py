from collections.abc import Callable

import pytest

from cassette_cli.checks.check import Problem
from cassette_cli.checks.structure.header_value import CHECK


@pytest.mark.parametrize(
    ("value", "count"),
    [
        pytest.param("text/plain; charset=utf-8", 0, id="usual"),
        pytest.param("a\tb", 0, id="a tab"),
        pytest.param("one\r\nX-Injected: two", 1, id="a header in the header"),
        pytest.param("a\nb", 1, id="a line feed"),
        pytest.param("a\0b", 1, id="NUL"),
    ],
)
def test_header_value(find: Callable[..., list[Problem]], value: str, count: int) -> None:
    assert len(find(CHECK, ({}, {"headers": {"X": [value]}}))) == count
