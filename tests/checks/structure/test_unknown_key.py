from collections.abc import Callable

import pytest

from cassette_cli.checks.check import Problem
from cassette_cli.checks.structure.unknown_key import CHECK

_GO = """version: 2
interactions:
- {id: 0, request: {url: "https://e.org/"}, response: {code: 200}}
"""


@pytest.mark.parametrize(
    ("more", "lines"),
    [
        pytest.param("", [], id="what the recorder writes"),
        pytest.param("note: mine\n", [4], id="one more"),
    ],
)
def test_unknown_key(find_in: Callable[..., list[Problem]], more: str, lines: list[int]) -> None:
    found = find_in(CHECK, _GO + more)
    assert [(_GO + more).count("\n", 0, problem.location.offset) + 1 for problem in found] == lines


def test_formats_whose_keys_are_not_known(find_in: Callable[..., list[Problem]]) -> None:
    request, response = '{"method": "GET", "url": "https://e.org/"}', '{"status": {"code": 200}}'
    text = f'{{"request": {request}, "response": {response}}}'
    assert find_in(CHECK, text) == []
