"""Put the layers back on a body that `peel` took off."""

from base64 import b64decode, b64encode
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from cassette_cli.errors import EditError
from cassette_cli.layers.codings import CODINGS
from cassette_cli.layers.peel import charset, peel
from cassette_cli.model import Body, Header, Structured


class _Change(NamedTuple):
    """What peeled content becomes; `charset` is the one that the headers name."""

    old: str | bytes
    new: str | bytes
    charset: str


def put_back(body: Body, headers: tuple[Header, ...], new_content: str | bytes) -> str | bytes:
    """The stored content that peels to `new_content`, under the same layers as the old one.

    It is text where the recorder stored text, else bytes; content that did not change gives back
    what was stored. Raises EditError where nothing that could be stored would be read as the new
    content, TypeError for a structured body.
    """
    if isinstance(body.content, Structured):
        raise TypeError("a structured body has no layers to put back")
    peeled = peel(body, headers)
    if new_content == peeled.content:
        return body.content
    change = _Change(peeled.content, new_content, charset(headers))
    for stored in _stored(body.content, peeled.layers[len(body.storage) :], change):
        again = peel(replace(body, content=stored), headers)
        if (again.content, again.layers) == (new_content, peeled.layers):
            return stored
    raise EditError(
        "the new body would be read as something else",
        hint="a body of text has to stay text, without NUL characters",
    )


def _stored(old: str | bytes, layers: tuple[str, ...], change: _Change) -> Iterator[str | bytes]:
    """What may be stored instead of `old`, the closest to it first."""
    if isinstance(old, bytes):
        yield from _encoded(old, layers, change)
    elif layers:  # text has one layer of its own: base64
        for data in _encoded(b64decode(old), layers[1:], change):
            yield b64encode(data).decode("ascii")
    elif isinstance(change.new, str):
        yield change.new


def _encoded(old: bytes, codings: tuple[str, ...], change: _Change) -> Iterator[bytes]:
    if codings:
        coding = CODINGS[codings[0]]
        # `peel` names the codings that it could decode, so this is never None.
        for data in _encoded(coding.decode(old) or b"", codings[1:], change):
            yield coding.encode(data, old)
    elif isinstance(change.new, bytes):
        yield change.new
    else:
        # A header may name a charset that the body is not written in.
        if isinstance(change.old, str) and _spell(change.old, change.charset) == old:
            yield _spell(change.new, change.charset)
        yield _spell(change.new, "utf-8")


def _spell(text: str, charset_name: str) -> bytes:
    """The text as bytes; nothing where there is no such charset."""
    try:
        # What the charset cannot spell becomes "?", and is then not read as the new content.
        return text.encode(charset_name, "replace")
    except (LookupError, ValueError):
        return b""
