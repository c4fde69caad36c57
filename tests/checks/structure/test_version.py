from collections.abc import Callable

import pytest

from cassette_cli.checks.check import Problem
from cassette_cli.checks.structure.version import CHECK
from cassette_cli.finding import Severity

_REST = """interactions:
- request: {method: GET, uri: "https://e.org/", headers: {}, body: null}
  response: {status: {code: 200, message: OK}, headers: {}, body: {string: ""}}
"""


@pytest.mark.parametrize(
    ("version", "severities"),
    [
        pytest.param("version: 1\n", [], id="what vcrpy writes"),
        pytest.param("version: 99\n", [None], id="a version that is none"),
        pytest.param("version: banana\n", [None], id="no number"),
        pytest.param("", [Severity.INFO], id="a missing version still plays"),
    ],
)
def test_version(
    find_in: Callable[..., list[Problem]], version: str, severities: list[Severity | None]
) -> None:
    assert [found.severity for found in find_in(CHECK, version + _REST)] == severities


def test_other_recorders_have_others(find_in: Callable[..., list[Problem]]) -> None:
    text = _REST.replace("uri", "url").replace("status: {code: 200, message: OK}", "code: 200")
    assert find_in(CHECK, f"version: 2\n{text}") == []
