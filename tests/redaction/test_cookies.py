import pytest

from cassette_cli.redaction.cookies import cookie_spans


@pytest.mark.parametrize(
    ("value", "parts"),
    [
        pytest.param("a=1; b=2", ["1", "2"], id="each cookie"),
        pytest.param("a=b=c", ["b=c"], id="the first equals sign divides"),
        pytest.param("a=1; Path=/; Max-Age=5; HttpOnly", ["1"], id="attributes stay"),
        pytest.param("a=1; Expires=Wed, 01 Dec 2027 00:00:00 GMT", ["1"], id="a comma in a date"),
        pytest.param("a=1; Path=/, b=2; Secure", ["1", "2"], id="joined fields"),
        pytest.param("opaque", ["opaque"], id="no cookie: the whole text"),
    ],
)
def test_cookie_spans(value: str, parts: list[str]) -> None:
    assert [value[span.start : span.end] for span in cookie_spans(value)] == parts
