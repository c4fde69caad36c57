from collections.abc import Callable

import pytest

from cassette_cli.model import Cassette, header_values
from cassette_cli.rewriting.drop_header import DropHeader
from cassette_cli.rewriting.header_target import HeaderTarget
from cassette_cli.rewriting.in_each import InEach
from cassette_cli.rewriting.rewrite import rewrite
from tests.rewriting.conftest import with_headers


@pytest.mark.parametrize(
    ("target", "before", "after"),
    [
        pytest.param(
            HeaderTarget("x-a"),
            with_headers(
                """
                X-A:
                - '1'
                X-B: [b]
                """,
                """
                x-a: [a, b]
                """,
            ),
            with_headers(
                """
                X-B: [b]
                """,
                "{}",
            ),
            id="on both sides",
        ),
        pytest.param(
            HeaderTarget("X-A", "response"),
            with_headers("{X-A: [a]}", "{X-A: [a], X-B: [b]}"),
            with_headers("{X-A: [a]}", "{X-B: [b]}"),
            id="on one side",
        ),
        pytest.param(
            HeaderTarget("X-A"),
            with_headers(
                """
                - - X-A
                  - a
                - - X-B
                  - b
                """,
                "[X-A, a, X-B, b]",
            ),
            with_headers(
                """
                - - X-B
                  - b
                """,
                "[X-B, b]",
            ),
            id="from lists",
        ),
        pytest.param(
            HeaderTarget("X-C"),
            with_headers("{X-A: [a]}", ""),
            with_headers("{X-A: [a]}", ""),
            id="absent",
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
