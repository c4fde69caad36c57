from collections.abc import Callable

import pytest

from cassette_cli.checks.check import Problem
from cassette_cli.checks.structure.interaction_ids import CHECK
from cassette_cli.document import apply, parse

_ITEM = "- id: {}\n  request: {{method: GET, url: 'https://e.org/'}}\n  response: {{code: 200}}\n"


def cassette(*ids: object) -> str:
    return "version: 2\ninteractions:\n" + "".join(map(_ITEM.format, ids))


@pytest.mark.parametrize(
    ("ids", "interactions"),
    [
        pytest.param((0, 1, 2), [], id="in sequence"),
        pytest.param((0, 2), [1], id="a gap"),
        pytest.param((0, 0, 2), [1], id="one twice"),
        pytest.param((1, 0), [0, 1], id="swapped"),
        pytest.param(("none", 1), [], id="no number is another check's concern"),
    ],
)
def test_interaction_ids(
    find_in: Callable[..., list[Problem]], ids: tuple[object, ...], interactions: list[int]
) -> None:
    found = find_in(CHECK, cassette(*ids))
    assert [problem.location.interaction for problem in found] == interactions


def test_the_fix_counts_anew(find_in: Callable[..., list[Problem]]) -> None:
    text = cassette(0, 7, 7)
    intents = [intent for problem in find_in(CHECK, text) for intent in problem.fix]
    # Nodes are found by their place, so another parse of the same text will do.
    assert apply(parse("test.yaml", text), intents).text == cassette(0, 1, 2)
