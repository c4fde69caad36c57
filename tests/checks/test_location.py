import gzip
from base64 import b64encode
from collections.abc import Callable
from textwrap import dedent

import pytest

from cassette_cli.checks.context import Context, read_context
from cassette_cli.checks.location import (
    body_location,
    event_location,
    field_location,
    file_location,
    header_location,
)
from cassette_cli.document import parse
from cassette_cli.formats.catalogue import read_cassette
from cassette_cli.json_path import JsonPath

ReadParts = Callable[..., Context]

_CASSETTE = dedent("""\
    interactions:
    - request: {method: GET, uri: 'https://e.org/', headers: {}, body: null}
      response:
        status: {code: 200}
        headers: {}
        BODY
    version: 1
    """)


def cassette(body: str) -> str:
    """A cassette with this line as the body of its response."""
    return _CASSETTE.replace("BODY", body)


def read(text: str) -> Context:
    return read_context(read_cassette(parse("test.yaml", text)))


@pytest.mark.parametrize(
    ("body", "offset", "path", "name", "there"),
    [
        pytest.param(
            "body: {string: 'it''s {}'}", 5, (), "response.body", "{}", id="behind an escape"
        ),
        pytest.param(
            """body: {string: '{"a": [1, {"b": 2}]}'}""",
            0,
            ("a", 1, "b"),
            "response.body › a[1].b",
            "2}]}",
            id="a path in JSON",
        ),
        pytest.param(
            "parsed_body: {a: [1, {b: 2}]}",
            0,
            ("a", 1, "b"),
            "response.body › a[1].b",
            "2}]}",
            id="a path in data",
        ),
        pytest.param(
            """body: {string: '{"a b": {"x-y": 2}}'}""",
            0,
            ("a b", "x-y"),
            'response.body › ["a b"].x-y',
            "2}}",
            id="a name with a blank is quoted",
        ),
        pytest.param(
            'body: {string: !!binary "YWJj ZGVm"}', 4, (), "response.body", "GVm", id="in base64"
        ),
        pytest.param(
            "body: {string: plain}", 0, ("a",), "response.body › a", "plain", id="no JSON at all"
        ),
        pytest.param(
            "body: {string: ab}", 9, (), "response.body", "}", id="past the end is the end"
        ),
    ],
)
def test_body_location(body: str, offset: int, path: JsonPath, name: str, there: str) -> None:
    text = cassette(body)
    context = read(text)
    location = body_location(context.document, context.readings[0], "response", offset, path)
    assert (location.interaction, location.name) == (0, name)
    assert text[location.offset :].startswith(there)


def test_a_body_that_is_not_there(read_parts: ReadParts) -> None:
    context = read_parts(({}, {}))
    reading = context.readings[0]
    location = body_location(context.document, reading, "request")
    assert location.name == "request.body"
    assert location.offset == reading.interaction.sources["request"].start


def test_what_is_compressed_has_the_place_of_it_all() -> None:
    data = b64encode(gzip.compress(b'{"a": 1}')).decode()
    text = cassette(f"body: {{string: !!binary {data}}}")
    context = read(text)
    location = body_location(context.document, context.readings[0], "response", path=("a",))
    assert location.name == "response.body › gzip › a"
    assert text[location.offset :].startswith("!!binary")


def test_event_location(read_parts: ReadParts) -> None:
    body = dedent("""\
        data: {"a": 1}

        data: {"b": {"c": 2}}

        """)
    context = read_parts(({}, {"body": {"string": body}}))
    location = event_location(context.document, context.readings[0], 1, ("b", "c"))
    assert location.name == "response.body › sse[1] › b.c"
    assert context.document.text[location.offset :].startswith("2}}")


@pytest.mark.parametrize(
    ("header", "name"),
    [
        pytest.param("X-A", "request.headers.X-A", id="a token"),
        pytest.param("X A", 'request.headers["X A"]', id="a name that cannot be"),
    ],
)
def test_header_location(read_parts: ReadParts, header: str, name: str) -> None:
    reading = read_parts(({"headers": {header: ["a"]}}, {})).readings[0]
    (recorded,) = reading.interaction.request.headers
    assert header_location(reading, "request", recorded).name == name


def test_a_field_that_is_missing_has_the_place_around_it(read_parts: ReadParts) -> None:
    reading = read_parts(({}, {})).readings[0]
    location = field_location(reading, "request.content_length")
    assert location.offset == reading.interaction.sources["request"].start


def test_file_location() -> None:
    assert file_location() == (None, "", 0, 0)
