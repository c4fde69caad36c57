from collections.abc import Callable

import pytest

from cassette_cli.checks.check import Problem
from cassette_cli.checks.structure.status import CHECK


@pytest.mark.parametrize(
    ("code", "count"),
    [
        pytest.param(200, 0, id="usual"),
        pytest.param(599, 0, id="the last"),
        pytest.param(600, 1, id="past the last"),
        pytest.param(0, 1, id="zero"),
        pytest.param(-1, 1, id="below zero"),
    ],
)
def test_status(find: Callable[..., list[Problem]], code: int, count: int) -> None:
    assert len(find(CHECK, ({}, {"status": {"code": code, "message": ""}}))) == count
