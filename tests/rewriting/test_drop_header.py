from collections.abc import Callable

import pytest

from cassette_cli.model import Cassette, header_values
from cassette_cli.rewriting.drop_header import DropHeader
from cassette_cli.rewriting.header_target import HeaderTarget
from cassette_cli.rewriting.in_each import InEach
from cassette_cli.rewriting.rewrite import rewrite


def _vcrpy(request: str, response: str) -> str:
    return f"""\
interactions:
- request:
    headers:{request}
    method: GET
    uri: http://a/
  response:
    headers:{response}
    status: {{code: 200, message: OK}}
version: 1
"""


@pytest.mark.parametrize(
    ("target", "before", "after"),
    [
        pytest.param(
            HeaderTarget("x-a"),
            _vcrpy("\n      X-A:\n      - '1'\n      X-B: [b]", "\n      x-a: [a, b]"),
            _vcrpy("\n      X-B: [b]", " {}"),
            id="on both sides",
        ),
        pytest.param(
            HeaderTarget("X-A", "response"),
            _vcrpy(" {X-A: [a]}", " {X-A: [a], X-B: [b]}"),
            _vcrpy(" {X-A: [a]}", " {X-B: [b]}"),
            id="on one side",
        ),
        pytest.param(
            HeaderTarget("X-A"),
            _vcrpy("\n    - - X-A\n      - a\n    - - X-B\n      - b", " [X-A, a, X-B, b]"),
            _vcrpy("\n    - - X-B\n      - b", " [X-B, b]"),
            id="from lists",
        ),
        pytest.param(
            HeaderTarget("X-C"), _vcrpy(" {X-A: [a]}", ""), _vcrpy(" {X-A: [a]}", ""), id="absent"
        ),
    ],
)
def test_drop_header(
    target: HeaderTarget, before: str, after: str, edited: Callable[..., str]
) -> None:
    assert edited(before, DropHeader(target)) == after


def test_no_sample_keeps_the_header(sample: Cassette) -> None:
    after = rewrite(sample, [InEach(DropHeader(HeaderTarget("content-type")))]).cassette
    for interaction in after.interactions:
        for side in (interaction.request, interaction.response):
            assert header_values(side.headers, "Content-Type") == ()
