from collections.abc import Callable

import pytest

from cassette_cli.checks.bodies.base64 import CHECK
from cassette_cli.checks.check import Problem

_TEXT = """interactions:
- request: {{method: GET, uri: "https://e.org/", headers: {{X: [!!binary {}]}}, body: null}}
  response: {{status: {{code: 200, message: OK}}, headers: {{}}, body: {{string: !!binary "{}"}}}}
version: 1
"""


@pytest.mark.parametrize(
    ("body", "column"),
    [
        pytest.param("SGVsbG8h", None, id="whole"),
        pytest.param("SGVsbG8=", None, id="padded"),
        pytest.param("SGVs bG8h", None, id="blanks are free"),
        pytest.param("SGVsbG*!", 6, id="a character that is none"),
        pytest.param("SGVsb=A8", 6, id="padding in the middle"),
        pytest.param("SGVsbG8", 7, id="cut off"),
    ],
)
def test_base64(find_in: Callable[..., list[Problem]], body: str, column: int | None) -> None:
    text = _TEXT.format("eA==", body)
    found = [problem.location.offset - text.index(body) for problem in find_in(CHECK, text)]
    assert found == ([] if column is None else [column])


def test_a_header_value(find_in: Callable[..., list[Problem]]) -> None:
    found = find_in(CHECK, _TEXT.format("e*==", "SGVsbG8h"))
    assert [problem.location.name for problem in found] == ["request.headers.X"]
