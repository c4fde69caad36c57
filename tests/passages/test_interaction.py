"""Whole files: what is found under which layers, and what becomes of the file."""

import gzip
import zlib
from base64 import b64encode
from collections.abc import Callable
from dataclasses import replace

import brotli
import pytest
import yaml
import zstandard

from cassette_cli.document import Intent, Scalar, apply, parse
from cassette_cli.exchange import decode_exchange
from cassette_cli.formats.catalogue import read_cassette
from cassette_cli.json_values import Json, write_json
from cassette_cli.passages.interaction import revise_interaction
from cassette_cli.passages.passage import Found, Search

_CASSETTE = """\
version: 1
interactions:
- request:
    body: {request}
    headers:
      Content-Type: [application/json]
      Authorization:
      - 'Bearer KEY'
      content-length: ['{request_length}']
    method: POST
    uri: https://api.example.org/v1?key=KEY
  response:
    body:
      string: {response}
    headers: {headers}
    status: {{code: 200, message: OK}}
recorded_by: KEY
"""


def _cassette(request: str = "''", response: str = "''", headers: str = "{}") -> str:
    length = len(yaml.safe_load(request))
    return _CASSETTE.format(
        request=request, response=response, headers=headers, request_length=length
    )


def _redact(text: str, search: Search) -> tuple[str, list[Found]]:
    cassette = read_cassette(parse("t.yaml", text))
    intents: list[Intent] = []
    found: list[Found] = []
    for interaction in cassette.interactions:
        revision = revise_interaction(cassette.document, decode_exchange(interaction), search)
        intents += revision.intents
        found += revision.found
    return apply(cassette.document, intents).text, found


def test_headers_url_and_body(search: Search, key: str) -> None:
    """Each where it stands, lengths follow; what belongs to no interaction stays."""
    text = _cassette('\'{"a": "KEY"}\'').replace("KEY", key)
    length = len(f'{{"a": "{key}"}}')
    text = text.replace("content-length: ['12']", f"content-length: ['{length}']")
    redacted, found = _redact(text, search)
    head, tail = text.split("recorded_by")
    expected = head.replace(key, "CUT").replace(f"['{length}']", "['12']") + f"recorded_by{tail}"
    assert redacted == expected
    assert [find.location for find in found] == [
        "request.headers.Authorization",
        "request.body › a",
        "request.url",
    ]
    assert all(text.startswith(key, find.offset) for find in found)


@pytest.mark.parametrize(
    ("coding", "encode", "decode"),
    [
        pytest.param("gzip", gzip.compress, gzip.decompress, id="gzip"),
        pytest.param("deflate", zlib.compress, zlib.decompress, id="deflate"),
        pytest.param("br", brotli.compress, brotli.decompress, id="br"),
        pytest.param("zstd", zstandard.compress, zstandard.decompress, id="zstd"),
    ],
)
def test_content_codings(
    coding: str,
    encode: Callable[[bytes], bytes],
    decode: Callable[[bytes], bytes],
    search: Search,
    key: str,
) -> None:
    stored = encode(f'data: {{"a": "x {key} é"}}\n\n'.encode())
    text = _cassette(
        response=f"!!binary |\n        {b64encode(stored).decode()}",
        headers=f"{{Content-Encoding: [{coding}], Content-Length: ['{len(stored)}']}}",
    )
    redacted, found = _redact(text, search)
    response = yaml.safe_load(redacted)["interactions"][0]["response"]
    assert decode(response["body"]["string"]).decode() == 'data: {"a": "x CUT é"}\n\n'
    assert response["headers"]["Content-Length"] == [str(len(response["body"]["string"]))]
    assert [find.location for find in found] == [f"response.body › {coding} › sse[0] › a"]
    assert text.startswith("!!binary", found[0].offset)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("'{\"a\": \"it''s KEY\"}'", "'{\"a\": \"it''s CUT\"}'", id="single quotes"),
        pytest.param('"{\\"a\\": \\"KEY\\"}"', '"{\\"a\\": \\"CUT\\"}"', id="double quotes"),
        pytest.param(
            "|\n        first\n        KEY and\n\n        last\n",
            "|\n        first\n        CUT and\n\n        last\n",
            id="a literal block",
        ),
        pytest.param(
            "'a text with KEY that goes\n        on'", "'a text with CUT that goes\n        on'",
            id="a folded text",
        ),
        pytest.param("see KEY here", "see CUT here", id="plain"),
    ],
)  # fmt: skip
def test_styles(before: str, after: str, search: Search, key: str) -> None:
    text = _cassette(response=before.replace("KEY", key))
    redacted, found = _redact(text, search)
    assert redacted == _cassette(response=after)
    assert [text.startswith(key, find.offset) for find in found] == [True]


def _one(request: dict[str, Json], response: dict[str, Json] | None = None) -> str:
    message: Json = {
        "request": {"method": "GET", "headers": {}, "body": "", **request},
        "response": {"headers": {}, "body": "", "code": 200, **(response or {})},
    }
    return write_json({"version": 2, "interactions": [message]})


@pytest.mark.parametrize(
    ("before", "location"),
    [
        pytest.param(
            _one({"url": "http://a", "form": {"token": ["secret"]}}),
            "request.form.token[0]",
            id="a parameter that is kept besides the body",
        ),
        pytest.param(
            _one({"url": "http://a", "form": {"key": ["KEY"]}}),
            "request.form.key[0]",
            id="a parameter called key",
        ),
        pytest.param(
            _one({"url": "http://a", "headers": {"token": ["KEY"]}}),
            "request.headers.token",
            id="a header field",
        ),
        pytest.param(
            _one({"url": "http://a"}, {"duration": "KEY"}), "response.duration", id="anything else"
        ),
        pytest.param(
            '[{"scope": "http://a:80", "method": "GET", "path": "/?token=KEY", "status": 200}]',
            "request.path",
            id="a part of a URL",
        ),
    ],
)
def test_places_in_json_cassettes(before: str, location: str, search: Search, key: str) -> None:
    text = before.replace("KEY", key)
    redacted, found = _redact(text, search)
    assert redacted == before.replace("KEY", "CUT").replace('"secret"', '"CUT"')
    assert [find.location for find in found] == [location]


def test_hexadecimal_chunks_keep_their_lengths(search: Search, key: str) -> None:
    data = gzip.compress(f'{{"a": "{key}", "b": "{"0123456789" * 20}"}}'.encode()).hex()
    recording: Json = [
        {
            "scope": "http://a:80",
            "method": "GET",
            "path": "/",
            "status": 200,
            "response": [data[:80], data[80:]],
            "rawHeaders": ["Content-Encoding", "gzip", "Content-Type", "application/json"],
        }
    ]
    redacted, found = _redact(write_json(recording), search)
    first, last = yaml.safe_load(redacted)[0]["response"]
    assert len(first) == 80
    assert gzip.decompress(bytes.fromhex(first + last)).startswith(b'{"a": "CUT", "b": ')
    assert [find.location for find in found] == ["response.body › gzip › a"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("{a: [1, 'x KEY'], b: 1.50}", "{a: [1, 'x CUT'], b: 1.50}", id="a string"),
        pytest.param('{a: \'{"token": 1, "b": "KEY"}\'}', '{a: \'{"token": 1, "b": "CUT"}\'}',
                     id="JSON in a string"),
        pytest.param("{token: secret}", "{token: CUT}", id="a member by its name"),
    ],
)  # fmt: skip
def test_bodies_that_are_stored_as_data(before: str, after: str, search: Search, key: str) -> None:
    template = (
        "version: 1\ninteractions:\n- request: {{method: GET, uri: 'http://a', headers: {{}}, "
        "body: {{type: json, content: {body}}}}}\n"
        "  response: {{status: 200, headers: {{}}, body: {{type: text, content: ''}}}}\n"
    )
    text = template.format(body=before.replace("KEY", key))
    redacted, _ = _redact(text, search)
    assert redacted == template.format(body=after)


def test_paths_in_bodies_that_are_stored_as_data(
    search_at_paths: Callable[..., Search],
) -> None:
    template = (
        "version: 1\ninteractions:\n- request: {{method: GET, uri: 'http://a', headers: {{}}, "
        "body: {{type: json, content: {{user: {{id: {id}, name: {name}}}}}}}}}\n"
        "  response: {{status: 200, headers: {{}}, body: {{type: text, content: ''}}}}\n"
    )
    redacted, _ = _redact(template.format(id="12", name="'x'"), search_at_paths(("user",)))
    assert redacted == template.format(id="CUT", name="'CUT'")


def test_a_request_that_changes_is_told(search: Search, key: str) -> None:
    clean = _cassette().replace("KEY", "x")
    for text, changed in ((clean, False), (clean.replace("v1", key), True)):
        cassette = read_cassette(parse("t.yaml", text))
        exchange = decode_exchange(cassette.interactions[0])
        revision = revise_interaction(cassette.document, exchange, search)
        assert revision.request_changed is changed


def test_nodes_may_be_searched_their_own_way(search: Search, key: str) -> None:
    text = _cassette().replace("KEY", key)
    cassette = read_cassette(parse("t.yaml", text))
    nothing = replace(search, find=lambda *_: [])

    def search_at(node: object) -> Search:
        return nothing if isinstance(node, Scalar) and node.style == "'" else search

    exchange = decode_exchange(cassette.interactions[0])
    found = revise_interaction(cassette.document, exchange, search, search_at).found
    assert [find.location for find in found] == ["request.url"]
