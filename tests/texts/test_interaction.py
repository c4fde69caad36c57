"""Whole files: what is found under which layers, and what becomes of the file."""

import gzip
import zlib
from base64 import b64encode
from collections.abc import Callable
from typing import TypeAlias

import brotli
import pytest
import yaml
import zstandard

from cassette_cli.document import parse
from cassette_cli.formats.catalogue import read_cassette
from cassette_cli.json_values import Json, write_json
from cassette_cli.reading import read_interactions
from cassette_cli.texts.find import Found
from cassette_cli.texts.interaction import roots_of

_Cut: TypeAlias = Callable[..., tuple[str, list[Found]]]

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


def _without_key(text: str) -> str:
    """The same without the key in its header and its URL."""
    return text.replace("KEY", "CUT", 2)


def test_the_texts_of_a_file() -> None:
    text = _cassette('\'{"a": "b"}\'', "see here", "{X: [y]}")
    cassette = read_cassette(parse("t.yaml", text))
    (reading,) = read_interactions(cassette)
    roots = roots_of(cassette.document, reading)
    assert [(part.kind.value, part.name, part.text) for root in roots for part in root.parts()] == [
        ("header", "Content-Type", "application/json"),
        ("header", "Authorization", "Bearer KEY"),
        ("header", "content-length", "10"),
        ("text", "", '{"a": "b"}'),
        ("header", "X", "y"),
        ("text", "", "see here"),
        ("field", "method", "POST"),
        ("url", "", "https://api.example.org/v1?key=KEY"),
        ("field", "message", "OK"),
    ]
    assert {
        text
        for root in roots
        for texts in root.texts()
        for text in texts.texts
        if "KEY" not in text
    } == {"application/json", "10", "a", "b", "y", "see here", "POST", "OK"}


def test_headers_url_and_body(cut: _Cut, key: str) -> None:
    """Each where it stands, lengths follow; what belongs to no interaction stays."""
    length = len(f'{{"a": "{key}"}}')
    text = _cassette('\'{"a": "KEY"}\'').replace("['12']", f"['{length}']")
    after, found = cut(text)
    head, tail = text.split("recorded_by")
    shorter = head.replace("KEY", "CUT").replace(f"['{length}']", "['12']")
    assert after == f"{shorter}recorded_by{tail}"
    assert [one.location for one in found] == [
        "request.headers.Authorization",
        "request.body › a",
        "request.url",
    ]
    assert all(text.replace("KEY", key).startswith(key, one.offset) for one in found)


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
    cut: _Cut,
    key: str,
) -> None:
    stored = encode(f'data: {{"a": "x {key} é", "b": "{key}"}}\n\n'.encode())
    text = _cassette(
        response=f"!!binary |\n        {b64encode(stored).decode()}",
        headers=f"{{Content-Encoding: [{coding}], Content-Length: ['{len(stored)}']}}",
    )
    after, found = cut(_without_key(text))
    response = yaml.safe_load(after)["interactions"][0]["response"]
    assert decode(response["body"]["string"]).decode() == 'data: {"a": "x CUT é", "b": "CUT"}\n\n'
    assert response["headers"]["Content-Length"] == [str(len(response["body"]["string"]))]
    assert [one.location for one in found] == [
        f"response.body › {coding} › sse[0] › a",
        f"response.body › {coding} › sse[0] › b",
    ]
    assert _without_key(text).startswith("!!binary", found[0].offset)


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
def test_styles(before: str, after: str, cut: _Cut, key: str) -> None:
    text = _without_key(_cassette(response=before))
    edited, found = cut(text)
    assert edited == _without_key(_cassette(response=after))
    assert text.replace("KEY", key).startswith(key, found[0].offset)


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
            _one({"url": "http://a", "query_string": "key=KEY"}),
            "request.query_string",
            id="a query that is kept besides the URL",
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
            _one({"url": "http://a"}, {"trailer": '{"token": "secret"}'}),
            "response.trailer › json › token",
            id="JSON in anything else",
        ),
        pytest.param(
            '[{"scope": "http://a:80", "method": "GET", "path": "/?token=KEY", "status": 200}]',
            "request.path",
            id="a part of a URL",
        ),
    ],
)
def test_places_in_json_cassettes(before: str, location: str, cut: _Cut) -> None:
    after, found = cut(before)
    assert after == before.replace("KEY", "CUT").replace("secret", "CUT")
    assert [one.location for one in found] == [location]


def test_hexadecimal_chunks_keep_their_lengths(cut: _Cut, key: str) -> None:
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
    after, found = cut(write_json(recording))
    first, last = yaml.safe_load(after)[0]["response"]
    assert len(first) == 80
    assert gzip.decompress(bytes.fromhex(first + last)).startswith(b'{"a": "CUT", "b": ')
    assert [one.location for one in found] == ["response.body › gzip › a"]


def test_an_interaction_without_a_node_of_its_own_has_no_others() -> None:
    cassette = read_cassette(parse("t.yaml", _cassette()))
    (reading,) = read_interactions(cassette)
    reading.interaction.sources.pop("interaction")  # type: ignore[attr-defined] # a dictionary
    *_, others = roots_of(cassette.document, reading)
    assert list(others.parts()) == []
