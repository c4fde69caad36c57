import pytest

from cassette_cli.dialects.matching import host_is, is_post, posts_to
from cassette_cli.exchange import decode_exchange
from cassette_cli.model import Interaction, Request, Response


@pytest.mark.parametrize(
    ("method", "url", "claimed"),
    [
        pytest.param("POST", "https://a.example/x/v1/chat", True, id="the end of the path"),
        pytest.param("post", "https://a.example/v1/chat/", True, id="lower case, and a slash"),
        pytest.param("POST", "https://a.example/v1/talk?q=1", True, id="another ending"),
        pytest.param("POST", "https://a.example/v1/chat/1", False, id="the middle of the path"),
        pytest.param("GET", "https://a.example/v1/chat", False, id="another method"),
    ],
)
def test_posts_to(method: str, url: str, claimed: bool) -> None:  # noqa: FBT001 (a column)
    exchange = decode_exchange(Interaction(0, Request(method, url), Response(200)))
    assert posts_to(exchange, "/v1/chat", "/v1/talk") == claimed
    assert is_post(exchange) == (method != "GET")


@pytest.mark.parametrize(
    ("url", "claimed"),
    [
        pytest.param("https://api.writer.example/v1", True, id="a host of the domain"),
        pytest.param("http://writer.example:8080/v1", True, id="with a port"),
        pytest.param("https://writer.example.org/v1", False, id="another domain"),
    ],
)
def test_host_is(url: str, claimed: bool) -> None:  # noqa: FBT001 (a column)
    exchange = decode_exchange(Interaction(0, Request("GET", url), Response(200)))
    assert host_is(exchange, "writer.example") == claimed
