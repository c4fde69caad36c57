from collections.abc import Callable

import pytest

from cassette_cli.checks.check import Problem
from cassette_cli.checks.replay.unreachable_interaction import CHECK

_ITEM = """
-
    request: {{method: GET, url: "https://e.org{path}", headers: {{Host: e.org}}}}
    response: {{status: {{code: "200"}}, headers: {{}}, body: a}}
{index}"""


def cassette(*items: tuple[str, str]) -> str:
    return "".join(_ITEM.format(path=path, index=index) for path, index in items)


@pytest.mark.parametrize(
    ("items", "interactions"),
    [
        pytest.param((("/a", ""), ("/b", "")), [], id="other requests"),
        pytest.param((("/a", "    index: 0"), ("/a", "    index: 1")), [], id="counted"),
        pytest.param((("/a", "    index: 0"), ("/a", "    index: 0")), [1], id="not counted"),
        pytest.param((("/a", ""), ("/a", ""), ("/a", "")), [1, 2], id="no counter"),
    ],
)
def test_unreachable_interaction(
    find_in: Callable[..., list[Problem]],
    items: tuple[tuple[str, str], ...],
    interactions: list[int],
) -> None:
    found = find_in(CHECK, cassette(*items))
    assert [problem.location.interaction for problem in found] == interactions


def test_others_play_each_interaction_once(find: Callable[..., list[Problem]]) -> None:
    assert find(CHECK, ({}, {}), ({}, {})) == []
