from collections.abc import Callable
from typing import Any, TypeAlias

import pytest

from cassette_cli.comparing.http_comparison import normalized_url
from cassette_cli.comparing.noise import DEFAULT_RULES
from cassette_cli.json_values import Json
from cassette_cli.model import Interaction

Build: TypeAlias = Callable[..., Interaction]
Tell: TypeAlias = Callable[[list[Interaction], list[Interaction]], list[tuple[Any, ...]]]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param("https://h.example/", "https://H.example", id="the host's case, no path"),
        pytest.param("https://h.example:443/x", "https://h.example/x", id="the port of the scheme"),
        pytest.param("https://h.example/a%20b", "https://h.example/a b", id="escapes"),
        pytest.param("https://h.example/?b=1&a=2", "https://h.example/?a=2&b=1", id="the order"),
        pytest.param("https://h.example/?key=1", "https://h.example/?key=2", id="a credential"),
    ],
)
def test_urls_that_mean_the_same(a: str, b: str) -> None:
    assert normalized_url(a, DEFAULT_RULES) == normalized_url(b, DEFAULT_RULES)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param("https://h.example/x", "https://h.example/y", id="another path"),
        pytest.param("https://h.example/?a=1", "https://h.example/?a=2", id="another value"),
        pytest.param("https://h.example/?a=1&a=2", "https://h.example/?a=2&a=1", id="repeats"),
        pytest.param("https://h.example/#a", "https://h.example/#b", id="another fragment"),
        pytest.param("http://[HOST]/x", "http://[HOST]/y", id="placeholders that are no host"),
    ],
)
def test_urls_that_do_not(a: str, b: str) -> None:
    assert normalized_url(a, DEFAULT_RULES) != normalized_url(b, DEFAULT_RULES)


@pytest.mark.parametrize(
    ("a", "b", "row"),
    [
        pytest.param(
            {"method": "PUT"},
            {"method": "patch"},
            ("content", "request.method", "PUT", "patch"),
            id="method",
        ),
        pytest.param(
            {"status_code": 200},
            {"status_code": 203},
            ("content", "response.status_code", 200, 203),
            id="status",
        ),
        pytest.param(
            {"url": "https://h.example/?a=1"},
            {"url": "https://h.example/?a=2"},
            ("content", "request.url", "https://h.example/?a=1", "https://h.example/?a=2"),
            id="URL",
        ),
        pytest.param(
            {"headers": (("Content-Type", "text/plain"),)},
            {"headers": (("content-type", "text/html"),)},
            ("header", "response.headers.content-type", "text/plain", "text/html"),
            id="content type",
        ),
        pytest.param(
            {"request_headers": (("X", "1"),)},
            {"request_headers": (("X", "1"), ("Anthropic-Beta", "tools"))},
            ("header", "request.headers.Anthropic-Beta", None, "tools"),
            id="a version that only one side asks for",
        ),
        pytest.param(
            {"sent": "plain"},
            {"sent": "other"},
            ("content", "request.body", "plain", "other"),
            id="a body of text",
        ),
        pytest.param(
            {"got": "only here"},
            {},
            ("content", "response.body", "only here", None),
            id="a body that is gone",
        ),
    ],
)
def test_one_difference(
    a: dict[str, Any], b: dict[str, Any], row: tuple[Any, ...], http: Build, told: Tell
) -> None:
    [(_, category, _, _, *rest)] = told([http(**a)], [http(**b)])
    assert (category, *rest) == row


_MULTIPART = "--{0}\r\nContent-Disposition: form-data; name=a\r\n\r\nx\r\n--{0}--\r\n"
_FORM = (("Content-Type", "application/x-www-form-urlencoded"),)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param({"method": "get"}, {"method": "GET"}, id="the case of a method"),
        pytest.param(
            {"headers": (("Server", "a"), ("Set-Cookie", "b=1"))}, {"headers": ()}, id="headers"
        ),
        pytest.param(
            {"headers": (("Content-Type", "application/json"),)},
            {"headers": (("Content-Type", "application/json; charset=UTF-8"),)},
            id="UTF-8 goes without saying",
        ),
        pytest.param(
            {"headers": (("Content-Type", "application/json"),)},
            {"headers": (("Date", "x"),)},
            id="a recorder may keep no content type",
        ),
        pytest.param(
            {"sent": _MULTIPART.format("boundary-12345678")},
            {"sent": _MULTIPART.format("boundary-87654321")},
            id="a boundary that was made up",
        ),
        pytest.param(
            {"sent": "a=1&b=2", "request_headers": _FORM},
            {"sent": "b=2&a=1", "request_headers": _FORM},
            id="the order of a form",
        ),
        pytest.param(
            {"got": 'data: {"a": 1}\n\n'}, {"got": 'data:{"a":1}\r\n\r\n'}, id="the spelling of SSE"
        ),
    ],
)
def test_no_difference(a: dict[str, Json], b: dict[str, Json], http: Build, told: Tell) -> None:
    assert told([http(**a)], [http(**b)]) == []
