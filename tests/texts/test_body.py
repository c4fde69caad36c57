from base64 import b64encode
from collections.abc import Iterator

import pytest

from cassette_cli.dialects.dialect import no_deltas
from cassette_cli.document import Intent, Scalar, SetBytes, SetLiteral, parse
from cassette_cli.exchange import Payload
from cassette_cli.formats.fields import items
from cassette_cli.layers.peel import peel
from cassette_cli.model import Body, Header
from cassette_cli.reading import RecordedMessage
from cassette_cli.streams.aws_frames import spell_frame
from cassette_cli.texts.body import StoredBody
from cassette_cli.texts.content import read_content
from cassette_cli.texts.edits import replace_found
from cassette_cli.texts.find import Found, find_in
from cassette_cli.texts.leaf import Located
from cassette_cli.texts.search import Search


def _stored(data: bytes) -> StoredBody:
    document = parse("t.yaml", f"[!!binary {b64encode(data).decode()}, {len(data)}]")
    source, length = items(document.roots[0])
    body = Body(data, ("base64",), source)
    peeled = peel(body, ())
    payload = Payload(peeled.content, peeled.layers, value=peeled.value)
    content = read_content(payload, no_deltas)
    assert content is not None
    message = RecordedMessage("request", (Header("Content-Length", "1", length),), body, payload)
    return StoredBody(document, message, body, source, content, length)


def _frame(payload: str) -> bytes:
    return spell_frame(b"", payload.encode())


def _form(value: bytes) -> bytes:
    head = b'--B\r\nContent-Disposition: form-data; name="a"\r\n\r\n'
    return head + value + b"\r\n--B--\r\n"


def _found(root: StoredBody, search: Search) -> tuple[Found, ...]:
    (found,) = find_in([[root]], search)
    return found


@pytest.mark.parametrize(
    ("before", "after", "location"),
    [
        pytest.param(b'{"a": "KEY"}', b'{"a": "CUT"}', "a", id="text"),
        pytest.param(_form(b"\xff KEY"), _form(b"\xff CUT"), "multipart[a]", id="a form of bytes"),
        pytest.param(_form(b"a KEY"), _form(b"a CUT"), "multipart[a]", id="a form of text"),
    ],
)
def test_layers_are_put_back(
    before: bytes, after: bytes, location: str, search: Search, key: str
) -> None:
    root = _stored(before.replace(b"KEY", key.encode()))
    found = _found(root, search)
    assert list(_without_lengths(replace_found(found))) == [SetBytes(root.node(0), after)]  # type: ignore[arg-type]
    assert [one.location for one in found] == [f"request.body › {location}"]
    assert found[0].offset == 1


def _without_lengths(intents: tuple[Intent, ...]) -> Iterator[Intent]:
    return (intent for intent in intents if not isinstance(intent, SetLiteral))


def test_the_length_beside_it_follows(search: Search, key: str) -> None:
    root = _stored(f"{key}!".encode())
    assert isinstance(root.content_length, Scalar)
    assert SetLiteral(root.content_length, "4") in replace_found(_found(root, search))


def test_frames(search: Search, key: str) -> None:
    root = _stored(_frame(f'{{"a": "{key}", "b": "{key}"}}') + _frame("{}"))
    after = _frame('{"a": "CUT", "b": "CUT"}') + _frame("{}")
    assert SetBytes(root.node(0), after) in replace_found(_found(root, search))  # type: ignore[arg-type]


def test_a_find_under_layers_is_at_the_body() -> None:
    assert _stored(b"x").locate(0, 0) == Located(("request.body",), 1)


def test_what_comes_out_as_it_was_is_no_edit(search: Search) -> None:
    assert list(_stored(b"CUT").intents({0: []})) == []
    assert _found(_stored(b'{"token": "CUT"}'), search) == ()
