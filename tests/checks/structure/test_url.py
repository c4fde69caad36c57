from collections.abc import Callable

import pytest

from cassette_cli.checks.check import Problem
from cassette_cli.checks.structure.url import CHECK
from cassette_cli.finding import Severity


@pytest.mark.parametrize(
    ("url", "count"),
    [
        pytest.param("https://e.org/v1?a=b", 0, id="usual"),
        pytest.param("https://e.org:8443/", 0, id="a port"),
        pytest.param("<API_BASE>/v1", 0, id="a placeholder"),
        pytest.param("https://<HOST>/v1", 0, id="a placeholder for the host"),
        pytest.param("http://[::1]/", 0, id="an IPv6 address"),
        pytest.param("https:/e.org/", 1, id="a slash too few"),
        pytest.param("https://bad host/v1", 1, id="a blank in the host"),
        pytest.param("https://e.org:99999999/", 1, id="a port too high"),
        pytest.param("https://e.org:port/", 1, id="a port that is a word"),
        pytest.param("/v1/chat", 1, id="a path alone, which is only noted"),
    ],
)
def test_url(find: Callable[..., list[Problem]], url: str, count: int) -> None:
    assert len(find(CHECK, ({"uri": url}, {}))) == count


def test_what_may_be_a_placeholder_is_only_noted(find: Callable[..., list[Problem]]) -> None:
    (found,) = find(CHECK, ({"uri": "API_BASE/v1"}, {}))
    assert found.severity is Severity.INFO
