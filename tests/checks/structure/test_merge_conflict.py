from collections.abc import Callable

import pytest

from cassette_cli.checks.check import Problem
from cassette_cli.checks.structure.merge_conflict import CHECK

_TEXT = """interactions:
- request: {{method: GET, uri: "https://e.org/", headers: {{}}, body: null}}
  response:
    status: {{code: 200, message: OK}}
    headers: {{}}
    body:
      string: |
{}
version: 1
"""


@pytest.mark.parametrize(
    ("lines", "found_on"),
    [
        pytest.param(("a",), [], id="no marker"),
        pytest.param(("<<<<<<< HEAD", "a", "=======", "b", ">>>>>>> theirs"), [8], id="a conflict"),
        pytest.param(
            ("x", "<<<<<<< HEAD", "=======", ">>>>>>> b", "<<<<<<< HEAD", "=======", ">>>>>>> b"),
            [9, 12],
            id="two conflicts",
        ),
        pytest.param(("Title", "======="), [], id="an underlined title"),
        pytest.param(("<<<<<<< HEAD", "a"), [], id="the first marker alone"),
        pytest.param((">>>>>>> b", "=======", "<<<<<<< a"), [], id="in another order"),
    ],
)
def test_merge_conflict(
    find_in: Callable[..., list[Problem]], lines: tuple[str, ...], found_on: list[int]
) -> None:
    text = _TEXT.format("\n".join(f"        {line}" for line in lines))
    found = find_in(CHECK, text)
    assert [text.count("\n", 0, problem.location.offset) + 1 for problem in found] == found_on
    assert {problem.location.interaction for problem in found} <= {0}
