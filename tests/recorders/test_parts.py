import pytest

from cassette_cli.model import Body, Header, Interaction, Request, Response, Structured
from cassette_cli.recorders.parts import body, body_by_value, headers


def _with(content: Body | None) -> Interaction:
    fields = (Header("A", "1"), Header("B", "2"), Header("A", "3"))
    return Interaction(0, Request("GET", "http://a/", fields, content), Response(200))


def test_headers_of_one_name_are_one() -> None:
    assert headers(_with(None)) == {("A", ("1", "3")), ("B", ("2",))}


@pytest.mark.parametrize(
    ("content", "letters", "value"),
    [
        pytest.param(None, "", "", id="none"),
        pytest.param(Body('{"b": 1}'), '{"b": 1}', '{"b": 1}', id="JSON"),
        pytest.param(Body('{"b":1,"a":2}'), '{"b":1,"a":2}', '{"a": 2, "b": 1}', id="spelling"),
        pytest.param(Body("a\r\nb"), "a\r\nb", "ab", id="line ends"),
        pytest.param(Body(b"\xff"), b"\xff", b"\xff", id="bytes"),
        pytest.param(Body(Structured({"a": 1})), '{"a": 1}', '{"a": 1}', id="data"),
    ],
)
def test_bodies(content: Body | None, letters: str | bytes, value: str | bytes) -> None:
    assert (body(_with(content)), body_by_value(_with(content))) == (letters, value)
