from collections.abc import Callable

import pytest

from cassette_cli.checks.check import Problem
from cassette_cli.checks.structure.field_type import CHECK


@pytest.mark.parametrize(
    ("request_parts", "response_parts", "locations"),
    [
        pytest.param({}, {}, [], id="usual types"),
        pytest.param({"method": ["GET"]}, {}, ["request.method"], id="a method that is a list"),
        pytest.param({"headers": 5}, {}, ["request.headers"], id="headers that are a number"),
        pytest.param({"headers": None}, {}, [], id="no headers"),
        pytest.param(
            {}, {"status": {"code": "fine"}}, ["response.status_code"], id="a code that is a word"
        ),
        pytest.param({}, {"status": {"code": "200"}}, [], id="a code in quotes"),
    ],
)
def test_field_type(
    find: Callable[..., list[Problem]],
    request_parts: dict[str, object],
    response_parts: dict[str, object],
    locations: list[str],
) -> None:
    found = find(CHECK, (request_parts, response_parts))
    assert [problem.location.name for problem in found] == locations
