from collections.abc import Callable

import pytest

from cassette_cli.checks.check import Problem
from cassette_cli.checks.meaning.mixed_hosts import CHECK


@pytest.mark.parametrize(
    ("hosts", "interactions"),
    [
        pytest.param(("a.org", "a.org"), [], id="the same"),
        pytest.param(("a.org", "b.org", "b.org"), [1], id="another from there on"),
    ],
)
def test_mixed_hosts(
    find: Callable[..., list[Problem]], hosts: tuple[str, ...], interactions: list[int]
) -> None:
    calls: list[tuple[dict[str, object], dict[str, object]]] = [
        ({"uri": f"https://{host}/v1/chat/completions", "body": '{"messages": []}'}, {})
        for host in hosts
    ]
    assert [found.location.interaction for found in find(CHECK, *calls)] == interactions
