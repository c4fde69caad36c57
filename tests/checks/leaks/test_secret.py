import json
from collections.abc import Callable

import pytest

from cassette_cli.checks.check import Problem
from cassette_cli.checks.leaks.secret import CHECK
from cassette_cli.redaction.samples import fake

_KEY = fake("sk-", 48)


@pytest.mark.parametrize(
    ("request_parts", "response_parts", "locations"),
    [
        pytest.param({}, {}, [], id="none"),
        pytest.param(
            {"headers": {"Authorization": [f"Bearer {_KEY}"]}},
            {},
            ["request.headers.Authorization"],
            id="in a header",
        ),
        pytest.param(
            {"headers": {"Authorization": ["Bearer <OPENAI_API_KEY>"]}}, {}, [], id="a placeholder"
        ),
        pytest.param(
            {},
            {"body": {"string": json.dumps({"echo": _KEY})}},
            ["response.body › echo"],
            id="in a body",
        ),
        pytest.param(
            {},
            {"headers": {"Content-Security-Policy": [f"report-uri https://e.org/?api_key={_KEY}"]}},
            [],
            id="what every browser is sent is none",
        ),
    ],
)
def test_secret(
    find: Callable[..., list[Problem]],
    request_parts: dict[str, object],
    response_parts: dict[str, object],
    locations: list[str],
) -> None:
    found = find(CHECK, (request_parts, response_parts))
    assert [problem.location.name for problem in found] == locations
    assert all(_KEY not in problem.message for problem in found)
