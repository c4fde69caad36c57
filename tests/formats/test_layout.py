import pytest

from cassette_cli.document import parse
from cassette_cli.formats.layout import Layout, cassette_of, not_http, read_interaction, read_method
from cassette_cli.model import Body, Header, Interaction, Request, Response

_WHOLE = """\
request:
  method: get
  uri: http://a/
  headers: {Accept: b}
  body: c
response:
  status: {code: 200, message: OK}
  headers: {Age: 1}
  body: d
  extra: e
recorded_at: 2025-10-09
"""


def test_all_fields_and_their_nodes() -> None:
    document = parse("x", _WHOLE)
    assert document.root is not None
    interaction = read_interaction(3, document.root, Layout(others=(("response", "extra"),)))
    assert interaction == Interaction(
        3,
        Request("GET", "http://a/", (Header("Accept", "b"),), Body("c")),
        Response(200, "OK", (Header("Age", "1"),), Body("d")),
        recorded_at="2025-10-09",
    )
    sources = interaction.sources
    assert {name: document.text[node.start : node.end] for name, node in sources.items()} == {
        "interaction": _WHOLE.rstrip(),
        "recorded_at": "2025-10-09",
        "request": _WHOLE[len("request:\n  ") : _WHOLE.index("\nresponse")],
        "request.method": "get",
        "request.url": "http://a/",
        "request.headers": "{Accept: b}",
        "response": _WHOLE[_WHOLE.index("status") : _WHOLE.index("\nrecorded")],
        "response.status_code": "200",
        "response.reason": "OK",
        "response.headers": "{Age: 1}",
        "response.extra": "e",
    }


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("{}", id="no request and no response"),
        pytest.param("{request: 1, response: [2]}", id="of other types"),
        pytest.param(
            "{request: {method: null, uri: [], headers: 1}, response: {status: {code: {}}}}",
            id="fields of other types",
        ),
    ],
)
def test_what_is_missing_is_empty(text: str) -> None:
    root = parse("x", text).root
    assert root is not None
    interaction = read_interaction(0, root, Layout())
    assert interaction == Interaction(0, Request("GET", ""), Response(None))


@pytest.mark.parametrize(
    ("text", "method"),
    [
        pytest.param("POST", "POST", id="as it is"),
        pytest.param("post", "POST", id="small letters"),
        pytest.param(":post", "POST", id="a symbol of Ruby"),
        pytest.param("null", "GET", id="none is GET"),
    ],
)
def test_read_method(text: str, method: str) -> None:
    assert read_method(parse("x", text).root) == method


def test_cassettes() -> None:
    document = parse("x.yaml", "version: 2")
    cassette = cassette_of(document, "some", [], document.root)
    assert (cassette.path, cassette.format, cassette.format_version) == ("x.yaml", "some", None)
    assert not_http(document, "some", 1, "call").not_http == "1 call"
    assert not_http(document, "some", 0, "call").not_http == "0 calls"
