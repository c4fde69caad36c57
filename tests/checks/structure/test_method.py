from collections.abc import Callable

import pytest

from cassette_cli.checks.check import Problem
from cassette_cli.checks.structure.method import CHECK


@pytest.mark.parametrize(
    ("method", "count"),
    [
        pytest.param("POST", 0, id="usual"),
        pytest.param("MKCALENDAR", 0, id="one that few know"),
        pytest.param(":get", 0, id="a symbol of Ruby"),
        pytest.param("PO ST", 1, id="a blank"),
        pytest.param("GET\n", 1, id="a line break"),
        pytest.param("P@ST(", 1, id="no token"),
        pytest.param("", 1, id="empty"),
    ],
)
def test_method(find: Callable[..., list[Problem]], method: str, count: int) -> None:
    assert len(find(CHECK, ({"method": method}, {}))) == count
