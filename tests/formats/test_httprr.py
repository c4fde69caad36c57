import pytest

from cassette_cli.document import parse
from cassette_cli.formats.catalogue import read_cassette
from cassette_cli.model import Body, Cassette, Header, Interaction, Request, Response

_REQUEST = "POST http://a/ HTTP/1.1\r\nA: b\r\n\r\nhi"


def _read(response: str) -> Cassette:
    lengths = f"{len(_REQUEST)} {len(response.encode('utf-8', 'surrogateescape'))}"
    return read_cassette(parse("x.httprr", f"httprr trace v1\n{lengths}\n{_REQUEST}{response}"))


def test_read() -> None:
    cassette = _read("HTTP/2.0 200 OK\r\nC: d\r\nC: e\r\n\r\nthere")
    assert cassette.format == "httprr"
    assert cassette.interactions == (
        Interaction(
            0,
            Request("POST", "http://a/", (Header("A", "b"),), Body("hi")),
            Response(200, "OK", (Header("C", "d"), Header("C", "e")), Body("there")),
        ),
    )


@pytest.mark.parametrize(
    ("stored", "body"),
    [
        pytest.param("\r\n", None, id="none"),
        pytest.param("\r\n\udcff", Body(b"\xff"), id="bytes that are no text"),
        pytest.param(
            "Transfer-Encoding: chunked\r\n\r\n1\r\na\r\n2\r\nbc\r\n0\r\n\r\n",
            Body(b"abc", ("chunked",)),
            id="chunks",
        ),
        pytest.param("Transfer-Encoding: chunked\r\n\r\na", Body("a"), id="no chunks after all"),
    ],
)
def test_body(stored: str, body: Body | None) -> None:
    (interaction,) = _read(f"HTTP/1.1 200 OK\r\n{stored}").interactions
    assert interaction.response.body == body
