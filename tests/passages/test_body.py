from base64 import b64encode

import pytest

from cassette_cli.dialects.dialect import no_deltas
from cassette_cli.document import Intent, Scalar, Sequence, SetBytes, SetValue, parse
from cassette_cli.errors import EditError
from cassette_cli.exchange import Payload
from cassette_cli.layers.peel import peel
from cassette_cli.model import Body, Header
from cassette_cli.passages.body import UNCHANGED, BodyRevision, revise_body, store
from cassette_cli.passages.passage import Search
from cassette_cli.streams.aws_frames import spell_frame

_TEXT = Scalar("abc", "'", 0, 5)
_CHUNKS = (Scalar("6162", "'", 1, 7), Scalar("63", "'", 9, 13))


def _revise(
    data: bytes, search: Search, headers: tuple[Header, ...] = ()
) -> tuple[BodyRevision, Scalar]:
    document = parse("t.yaml", f"!!binary {b64encode(data).decode()}")
    source = document.roots[0]
    assert isinstance(source, Scalar)
    body = Body(data, ("base64",), source)
    peeled = peel(body, headers)
    payload = Payload(peeled.content, peeled.layers, value=peeled.value)
    return revise_body(document, body, headers, payload, no_deltas, lambda _: search), source


def _frame(payload: str) -> bytes:
    return spell_frame(b"", payload.encode())


def _form(value: bytes) -> bytes:
    head = b'--B\r\nContent-Disposition: form-data; name="a"\r\n\r\n'
    return head + value + b"\r\n--B--\r\n"


@pytest.mark.parametrize(
    ("before", "after", "location"),
    [
        pytest.param(b'{"a": "KEY"}', b'{"a": "CUT"}', "a", id="text"),
        pytest.param(_form(b"\xff KEY"), _form(b"\xff CUT"), "multipart[a]", id="a form of bytes"),
        pytest.param(_form(b"a KEY"), _form(b"a CUT"), "multipart[a]", id="a form of text"),
    ],
)
def test_revise_body(before: bytes, after: bytes, location: str, search: Search, key: str) -> None:
    revision, source = _revise(before.replace(b"KEY", key.encode()), search)
    assert revision.intents == (SetBytes(source, after),)
    assert revision.length == len(after)
    assert [find.location for find in revision.found] == [location]


def test_revise_a_stream_of_frames(search: Search, key: str) -> None:
    revision, source = _revise(_frame(f'{{"a": "{key}"}}') + _frame("{}"), search)
    assert revision.intents == (SetBytes(source, _frame('{"a": "CUT"}') + _frame("{}")),)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"\x89PNG\x00KEY", id="bytes that are no text are left alone"),
        pytest.param(b'{"a": "b"}', id="nothing is found"),
    ],
)
def test_what_stays(data: bytes, search: Search, key: str) -> None:
    assert _revise(data.replace(b"KEY", key.encode()), search)[0] == UNCHANGED


def test_a_body_without_a_place_stays(search: Search, key: str) -> None:
    document = parse("t.yaml", "a: 1")
    payload = Payload(key)
    revision = revise_body(document, Body(key), (), payload, no_deltas, lambda _: search)
    assert revision == UNCHANGED


@pytest.mark.parametrize(
    ("body", "stored", "intents"),
    [
        pytest.param(Body("abc", (), _TEXT), "x", (SetValue(_TEXT, "x"),), id="text"),
        pytest.param(Body(b"abc", ("base64",), _TEXT), b"x", (SetBytes(_TEXT, b"x"),), id="base64"),
        pytest.param(Body(b"abc", ("hex",), _TEXT), b"x", (SetValue(_TEXT, "78"),), id="digits"),
        pytest.param(
            Body(b"abc", ("hex",), Sequence(_CHUNKS, True, 0, 14)),  # noqa: FBT003 -- a flow
            b"abcd",
            (SetValue(_CHUNKS[1], "6364"),),
            id="chunks of digits: those that stay are not written",
        ),
    ],
)
def test_store(body: Body, stored: str | bytes, intents: tuple[Intent, ...]) -> None:
    assert store(body, stored) == intents


def test_what_cannot_be_stored() -> None:
    with pytest.raises(EditError, match="stored as erlang-term cannot be written back"):
        store(Body(b"abc", ("erlang-term",), _TEXT), b"x")
