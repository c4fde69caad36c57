"""URLs in parts."""

import pytest

from cassette_cli.converting.urls import parts_for, parts_of, without_default_port
from cassette_cli.errors import EditError


@pytest.mark.parametrize(
    ("url", "without"),
    [
        pytest.param("https://a:443/b", "https://a/b", id="the port of HTTPS"),
        pytest.param("http://a:80", "http://a", id="the port of HTTP"),
        pytest.param("https://a:80/b", "https://a:80/b", id="another one"),
        pytest.param("https://a/b:443/", "https://a/b:443/", id="no port, but a path"),
    ],
)
def test_without_default_port(url: str, without: str) -> None:
    assert without_default_port(url) == without


@pytest.mark.parametrize(
    ("url", "origin", "target"),
    [
        pytest.param("https://a/b?c=d#e", "https://a:443", "/b?c=d", id="a fragment is not sent"),
        pytest.param("http://a:8080", "http://a:8080", "", id="its own port, and no path"),
    ],
)
def test_parts(url: str, origin: str, target: str) -> None:
    parts = parts_for(url, "nock")
    assert (parts.origin_with_port, parts.target) == (origin, target)


def test_a_placeholder_has_no_parts() -> None:
    assert parts_of("<API_BASE>/chat") is None
    with pytest.raises(EditError, match="nock needs a whole URL"):
        parts_for("<API_BASE>/chat", "nock")
