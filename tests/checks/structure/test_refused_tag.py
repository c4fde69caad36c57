"""Tags that vcrpy refuses to load."""

from collections.abc import Callable

import pytest

from cassette_cli.checks.check import Problem
from cassette_cli.checks.structure.refused_tag import CHECK

_VCRPY = """\
interactions:
- request: {{method: GET, uri: "https://e.org/", body: null, headers: {{}}}}
  response:
    status: {{code: 200, message: OK}}
    headers:
      X-Server:
      - {}
      - {}
    body: {{string: ""}}
version: 1
"""


@pytest.mark.parametrize(
    ("value", "count"),
    [
        pytest.param("a", 0, id="no tag"),
        pytest.param("!!str 5", 0, id="a tag of YAML"),
        pytest.param("!!binary YQ==", 0, id="bytes"),
        pytest.param("!!python/tuple [a]", 0, id="a tuple"),
        pytest.param("!!python/object/new:_io.BytesIO {state: [a]}", 0, id="a buffer"),
        pytest.param("!!python/object/new:acme.Text {args: [a]}", 1, id="an object, told once"),
        pytest.param("!acme a", 1, id="a tag of somebody's own"),
    ],
)
def test_refused_tag(find_in: Callable[..., list[Problem]], value: str, count: int) -> None:
    found = find_in(CHECK, _VCRPY.format(value, value))
    assert [problem.location.interaction for problem in found] == [0] * count
