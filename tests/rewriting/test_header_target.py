import pytest

from cassette_cli.errors import CassetteError
from cassette_cli.rewriting.header_target import HeaderTarget, read_setting, read_target


@pytest.mark.parametrize(
    ("text", "target"),
    [
        pytest.param("Accept", HeaderTarget("Accept"), id="on both sides"),
        pytest.param("request:Accept", HeaderTarget("Accept", "request"), id="on one side"),
        pytest.param("response:X-A_b", HeaderTarget("X-A_b", "response"), id="on the other"),
    ],
)
def test_read_target(text: str, target: HeaderTarget) -> None:
    assert read_target(text) == target


@pytest.mark.parametrize("text", ["", "request:", "both:Accept", "a b", "Accept:"])
def test_what_names_no_header(text: str) -> None:
    with pytest.raises(CassetteError, match="names no header"):
        read_target(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("A=b=c", "b=c", id="the first sign divides"),
        pytest.param("A=", "", id="nothing"),
    ],
)
def test_read_setting(text: str, value: str) -> None:
    assert read_setting(text) == (HeaderTarget("A"), value)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("Accept", "sets no header", id="no value"),
        pytest.param("A=b\nC: d", "line break", id="a header smuggled in"),
    ],
)
def test_what_sets_no_header(text: str, message: str) -> None:
    with pytest.raises(CassetteError, match=message):
        read_setting(text)


def test_sides() -> None:
    assert HeaderTarget("A").sides == ("request", "response")
    assert HeaderTarget("A", "response").sides == ("response",)
