from collections.abc import Callable
from dataclasses import replace

import pytest

from cassette_cli.errors import EditError
from cassette_cli.model import Cassette
from cassette_cli.rewriting.reorder import Reorder
from cassette_cli.rewriting.rewrite import rewrite


def _cassette(*names: str) -> str:
    return "version: 2\ninteractions:\n" + "".join(
        f"- id: {number}\n  request: {{url: 'http://{name}/', method: GET}}\n"
        "  response: {code: 200}\n"
        for number, name in enumerate(names)
    )


@pytest.mark.parametrize(
    ("positions", "names", "count", "origins"),
    [
        pytest.param((2,), "cabd", 3, (2, 0, 1, 3), id="the last of three goes first"),
        pytest.param((3, 2, 1, 0), "dcba", 4, (3, 2, 1, 0), id="turned round"),
        pytest.param((0, 1), "abcd", 0, (0, 1, 2, 3), id="as it is"),
        pytest.param((0, 2), "acbd", 2, (0, 2, 1, 3), id="what stays is not touched"),
    ],
)
def test_reorder(
    positions: tuple[int, ...],
    names: str,
    count: int,
    origins: tuple[int, ...],
    cassette_of: Callable[..., Cassette],
) -> None:
    rewritten = rewrite(cassette_of(_cassette(*"abcd")), [Reorder(positions)])
    assert rewritten.text == _cassette(*names)
    assert (rewritten.done[0].count, rewritten.origins) == (count, origins)


def test_a_format_without_a_list(cassette_of: Callable[..., Cassette]) -> None:
    cassette = cassette_of(_cassette("a", "b"))
    with pytest.raises(EditError):
        Reorder((1,)).plan(_without_sources(cassette))


def _without_sources(cassette: Cassette) -> Cassette:
    bare = tuple(replace(one, sources={}) for one in cassette.interactions)
    return replace(cassette, interactions=bare)
