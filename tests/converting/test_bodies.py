"""Bodies as a client gets them, and headers that agree."""

from dataclasses import replace
from gzip import compress

import pytest

from cassette_cli.converting.bodies import bytes_of_body, decoded, playable, text_or_bytes
from cassette_cli.model import Body, Header, Interaction, Structured, header_value

_GZIP = compress(b"hello", mtime=0)
_CODED = (Header("content-encoding", "gzip"), Header("content-length", "99"))


def _answered(interaction: Interaction, body: Body | None) -> Interaction:
    return replace(interaction, response=replace(interaction.response, headers=_CODED, body=body))


@pytest.mark.parametrize(
    ("body", "content", "coding", "length"),
    [
        pytest.param(Body(_GZIP, ("base64",)), _GZIP, "gzip", "99", id="coded bytes stay"),
        pytest.param(Body("hello"), "hello", None, "5", id="text is not coded"),
        pytest.param(Body(b"\xff"), b"\xff", None, "1", id="neither are these bytes"),
        pytest.param(Body(_GZIP[:-9]), _GZIP[:-9], "gzip", "99", id="cut off is coded"),
        pytest.param(None, None, "gzip", "99", id="no body says nothing"),
    ],
)
def test_playable(
    interaction: Interaction,
    body: Body | None,
    content: object,
    coding: str | None,
    length: str,
) -> None:
    response = playable(_answered(interaction, body)).response
    assert (response.body.content if response.body else None) == content
    assert header_value(response.headers, "content-encoding") == coding
    assert header_value(response.headers, "content-length") == length


def test_decoded_keeps_the_headers_that_were_sent(interaction: Interaction) -> None:
    response = decoded(_answered(interaction, Body(_GZIP, ("base64",)))).response
    assert (response.headers, response.body) == (_CODED, Body("hello"))


@pytest.mark.parametrize(
    ("data", "content"),
    [
        pytest.param(b"caf\xc3\xa9", "café", id="UTF-8"),
        pytest.param(b"\xff", b"\xff", id="no UTF-8"),
        pytest.param(b"a\0", b"a\0", id="a NUL"),
    ],
)
def test_text_or_bytes(data: bytes, content: str | bytes) -> None:
    assert text_or_bytes(data) == content


@pytest.mark.parametrize(
    ("length", "text"),
    [
        pytest.param("8", b'{"n": 1}', id="with blanks, as the length says"),
        pytest.param("7", b'{"n":1}', id="without, as the length says"),
        pytest.param("9", b'{"n":1}', id="without, where no length agrees"),
    ],
)
def test_data_is_spelled_in_its_length(length: str, text: bytes) -> None:
    headers = (Header("Content-Length", length),)
    assert bytes_of_body(Body(Structured({"n": 1})), headers) == text
