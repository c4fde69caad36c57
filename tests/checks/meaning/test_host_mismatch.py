from collections.abc import Callable

import pytest

from cassette_cli.checks.check import Problem
from cassette_cli.checks.meaning.host_mismatch import CHECK


@pytest.mark.parametrize(
    ("host", "url", "count"),
    [
        pytest.param("e.org", "https://e.org/", 0, id="the same"),
        pytest.param("E.ORG:443", "https://e.org/", 0, id="letter case and the usual port"),
        pytest.param("other.org", "https://e.org/", 1, id="another"),
        pytest.param("e.org:8080", "https://e.org/", 1, id="another port"),
        pytest.param("other.org", "<BASE>/v1", 0, id="a URL without a host"),
    ],
)
def test_header(find: Callable[..., list[Problem]], host: str, url: str, count: int) -> None:
    assert len(find(CHECK, ({"uri": url, "headers": {"Host": [host]}}, {}))) == count


@pytest.mark.parametrize(
    ("host", "count"),
    [
        pytest.param("e.org", 0, id="the same"),
        pytest.param("''", 0, id="empty"),
        pytest.param("localhost:8080", 1, id="another"),
    ],
)
def test_field_of_go_vcr(find_in: Callable[..., list[Problem]], host: str, count: int) -> None:
    text = (
        "version: 2\ninteractions:\n- id: 0\n  response: {code: 200}\n"
        f"  request: {{method: GET, url: 'https://e.org/', host: {host}}}\n"
    )
    assert len(find_in(CHECK, text)) == count
