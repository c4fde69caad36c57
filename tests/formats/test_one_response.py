import pytest

from cassette_cli.document import parse
from cassette_cli.formats.catalogue import read_cassette
from cassette_cli.formats.one_response import FORMAT
from cassette_cli.model import Body, Header, Interaction, Request, Response, Structured


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param('"a"', Body("a"), id="text"),
        pytest.param('{"a": 1}', Body(Structured({"a": 1}), ("parsed",)), id="data"),
        pytest.param("null", None, id="none"),
    ],
)
def test_read(body: str, expected: Body | None) -> None:
    text = f'{{"status": 200, "headers": {{"Age": "1"}}, "body": {body}}}'
    cassette = read_cassette(parse("x.json", text))
    assert cassette.format == "one-response"
    assert cassette.interactions == (
        Interaction(0, Request("", ""), Response(200, None, (Header("Age", "1"),), expected)),
    )


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('{"status": 200, "headers": {}}', id="no body"),
        pytest.param('{"status": "ok", "headers": {}, "body": ""}', id="a word as status"),
        pytest.param('{"status": 200, "headers": [], "body": ""}', id="headers in a list"),
        pytest.param('{"status": 200, "headers": {}, "body": "", "id": 1}', id="another key"),
    ],
)
def test_claims_nothing_else(text: str) -> None:
    assert not FORMAT.matches(parse("x.json", text).root)
