import pytest

from cassette_cli.document import parse
from cassette_cli.formats.catalogue import read_cassette
from cassette_cli.formats.one_interaction import FORMAT
from cassette_cli.model import Body, Header, Interaction, Request, Response

_JSON = """\
{
  "request": {"method": "POST", "url": "http://a/", "headers": {"Accept": "b"}, "body": "{}"},
  "response": {"status": {"code": 200, "message": "OK"}, "headers": {"Age": "1"}, "body": "a"}
}"""


def test_json() -> None:
    cassette = read_cassette(parse("x.json", _JSON))
    assert cassette.format == "one-interaction"
    assert cassette.interactions == (
        Interaction(
            0,
            Request("POST", "http://a/", (Header("Accept", "b"),), Body("{}")),
            Response(200, "OK", (Header("Age", "1"),), Body("a")),
        ),
    )


@pytest.mark.parametrize(
    ("url", "status"),
    [
        pytest.param("uri", '"status": {"code": 204}', id="uri"),
        pytest.param("url", '"status": 204', id="a bare status"),
        pytest.param("url", '"status_code": 204', id="a status code"),
    ],
)
def test_other_layouts(url: str, status: str) -> None:
    text = f'{{"request": {{"{url}": "/a", "method": "GET"}}, "response": {{{status}}}}}'
    assert read_cassette(parse("x.json", text)).interactions == (
        Interaction(0, Request("GET", "/a"), Response(204)),
    )


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('{"request": {"url": "/", "method": "GET"}}', id="no response"),
        pytest.param('{"request": {"url": "/"}, "response": {"status": 200}}', id="no method"),
        pytest.param(
            '{"request": {"url": "/", "method": "GET"}, "response": {"status": 200}, "id": 1}',
            id="another key",
        ),
        pytest.param(
            '{"request": {"url": "/", "method": "GET"}, "response": {"text": ""}}', id="no status"
        ),
    ],
)
def test_claims_nothing_else(text: str) -> None:
    assert not FORMAT.matches(parse("x.json", text).root)
