from base64 import b64encode
from collections.abc import Callable

import pytest

from cassette_cli.checks.recording import Recording, read_recording
from cassette_cli.checks.spot import Path, body_spot, event_spot, field_spot, file_spot
from cassette_cli.document import parse
from cassette_cli.formats.catalogue import read_cassette


def read(text: str) -> Recording:
    document = parse("test.yaml", text)
    return read_recording(document, read_cassette(document))


def cassette(body: str, key: str = "body") -> str:
    return (
        "interactions:\n- request: {method: GET, uri: 'https://e.org/', headers: {}, body: null}\n"
        f"  response:\n    status: {{code: 200}}\n    headers: {{}}\n"
        f"    {key}: {body}\nversion: 1\n"
    )


@pytest.mark.parametrize(
    ("text", "offset", "path", "location", "there"),
    [
        pytest.param(
            cassette("{string: 'it''s {}'}"), 5, (), "response.body", "{}", id="behind an escape"
        ),
        pytest.param(
            cassette("""{string: '{"a": [1, {"b": 2}]}'}"""),
            0,
            ("a", 1, "b"),
            "response.body › a[1].b",
            "2}]}",
            id="a path in JSON",
        ),
        pytest.param(
            cassette("{a: [1, {b: 2}]}", key="parsed_body"),
            0,
            ("a", 1, "b"),
            "response.body › a[1].b",
            "2}]}",
            id="a path in data",
        ),
        pytest.param(
            cassette('{string: !!binary "YWJj ZGVm"}'),
            4,
            (),
            "response.body",
            "GVm",
            id="in base64",
        ),
        pytest.param(
            cassette("{string: plain}"),
            0,
            ("a",),
            "response.body › a",
            "plain",
            id="no JSON at all",
        ),
        pytest.param(
            cassette("{string: ab}"), 9, (), "response.body", "}", id="past the end is the end"
        ),
    ],
)
def test_body_spot(text: str, offset: int, path: Path, location: str, there: str) -> None:
    recording = read(text)
    spot = body_spot(recording.document, recording.exchanges[0], "response", offset, path)
    assert (spot.interaction, spot.location) == (0, location)
    assert text[spot.offset :].startswith(there)


def test_a_body_that_is_not_there(read_parts: Callable[..., Recording]) -> None:
    recording = read_parts(({}, {}))
    exchange = recording.exchanges[0]
    spot = body_spot(recording.document, exchange, "request")
    assert spot.location == "request.body"
    assert spot.offset == exchange.interaction.sources["request"].start


def test_what_is_compressed_has_the_place_of_it_all() -> None:
    import gzip

    data = b64encode(gzip.compress(b'{"a": 1}')).decode()
    text = cassette(f"{{string: !!binary {data}}}")
    recording = read(text)
    spot = body_spot(recording.document, recording.exchanges[0], "response", path=("a",))
    assert spot.location == "response.body › gzip › a"
    assert text[spot.offset :].startswith("!!binary")


def test_event_spot(read_parts: Callable[..., Recording]) -> None:
    body = 'data: {"a": 1}\n\ndata: {"b": {"c": 2}}\n\n'
    recording = read_parts(({}, {"body": {"string": body}}))
    spot = event_spot(recording.document, recording.exchanges[0], 1, ("b", "c"))
    assert spot.location == "response.body › sse[1] › b.c"
    assert recording.document.text[spot.offset :].startswith("2}}")


def test_a_field_that_is_missing_has_the_place_around_it(
    read_parts: Callable[..., Recording],
) -> None:
    exchange = read_parts(({}, {})).exchanges[0]
    spot = field_spot(exchange, "request.content_length")
    assert spot.offset == exchange.interaction.sources["request"].start


def test_file_spot() -> None:
    assert file_spot() == (None, "", 0, 0)
