from collections.abc import Callable

import pytest

from cassette_cli.selecting.values import duration, glob, number, status


@pytest.mark.parametrize(
    ("pattern", "text", "fits"),
    [
        pytest.param("gpt-4o", "gpt-4o", True, id="the text"),
        pytest.param("gpt-4o", "gpt-4o-mini", False, id="the whole text"),
        pytest.param("gpt-4o*", "gpt-4o-mini", True, id="a star"),
        pytest.param("*/chat/*", "/v1/chat/a/b", True, id="a star crosses slashes"),
        pytest.param("gpt-?", "gpt-4", True, id="a question mark"),
        pytest.param("post", "POST", True, id="case never counts"),
        pytest.param("a.[b]", "a.[b]", True, id="no other sign"),
        pytest.param("a.b", "axb", False, id="a dot is a dot"),
    ],
)
def test_a_glob(pattern: str, text: str, *, fits: bool) -> None:
    assert glob(pattern)(text) is fits


@pytest.mark.parametrize(
    ("test", "value", "asked", "fits"),
    [
        pytest.param(number, ">5", 6, True, id="more"),
        pytest.param(number, ">5", 5, False, id="not more"),
        pytest.param(number, ">=5", 5, True, id="at least"),
        pytest.param(number, "<5", 5, False, id="not less"),
        pytest.param(number, "<=5", 5, True, id="at most"),
        pytest.param(number, "5", 5, True, id="equal"),
        pytest.param(status, "4xx", 429, True, id="a class"),
        pytest.param(status, "4XX", 500, False, id="another class"),
        pytest.param(status, ">=400", 500, True, id="a status is a number"),
        pytest.param(duration, ">2s", 2001, True, id="seconds"),
        pytest.param(duration, "<500ms", 499, True, id="milliseconds"),
        pytest.param(duration, ">1.5m", 89_000, False, id="minutes"),
        pytest.param(duration, ">2", 2001, True, id="seconds without a unit"),
    ],
)
def test_a_number(
    test: Callable[[str], Callable[[float], bool]], value: str, asked: float, *, fits: bool
) -> None:
    assert test(value)(asked) is fits


@pytest.mark.parametrize(
    ("test", "value"),
    [(number, ">lots"), (number, "5s"), (number, "few"), (status, "xx"), (duration, "2 weeks")],
)
def test_other_values_are_refused(test: Callable[[str], object], value: str) -> None:
    with pytest.raises(ValueError, match=value):
        test(value)
