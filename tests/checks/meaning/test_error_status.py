from collections.abc import Callable

import pytest

from cassette_cli.checks.check import Problem
from cassette_cli.checks.meaning.error_status import CHECK
from cassette_cli.finding import Severity


@pytest.mark.parametrize(
    ("code", "severities"),
    [
        pytest.param(200, [], id="success"),
        pytest.param(302, [], id="a redirection"),
        pytest.param(404, [Severity.INFO], id="of the client"),
        pytest.param(503, [None], id="of the server"),
    ],
)
def test_error_status(
    find: Callable[..., list[Problem]], code: int, severities: list[Severity | None]
) -> None:
    found = find(CHECK, ({}, {"status": {"code": code}}))
    assert [problem.severity for problem in found] == severities
