"""Take the layers off a stored body: content codings, base64 in plain text, charset."""

import binascii
from base64 import b64decode
from dataclasses import dataclass

from cassette_cli.gzip_data import TooLargeError
from cassette_cli.json_values import Json, read_json, write_json
from cassette_cli.layers.codings import CODINGS, Coding
from cassette_cli.model import Body, Header, Structured, header_value, header_values


@dataclass(frozen=True, slots=True)
class Peeled:
    """A body with its layers off: text where it is text, else bytes.

    `layers` are the names of what was taken off, outermost first, storage included ("base64",
    "gzip"). `value` is the body as JSON, None where it is none.
    """

    content: str | bytes = ""
    layers: tuple[str, ...] = ()
    value: Json = None
    notes: tuple[str, ...] = ()


def peel(body: Body | None, headers: tuple[Header, ...]) -> Peeled:
    """Read a stored body. Never fails: what cannot be decoded stays as it is, with a note."""
    if body is None:
        return Peeled()
    if isinstance(body.content, Structured):
        return Peeled(write_json(body.content.value), body.storage, body.content.value)
    content, layers = body.content, list(body.storage)
    notes: tuple[str, ...] = ()
    if isinstance(content, str) and is_base64_multipart(content, headers):
        content = b64decode(content)
        layers.append("base64")
    if isinstance(content, bytes):
        content, codings, notes = take_off_codings(content, headers)
        layers += codings
        content = _decode_charset(content, headers)
    value = read_json(content) if isinstance(content, str) and _may_be_json(content) else None
    return Peeled(content, tuple(layers), value, notes)


def take_off_codings(
    content: bytes, headers: tuple[Header, ...]
) -> tuple[bytes, tuple[str, ...], tuple[str, ...]]:
    """Bytes without their content codings, the names of these, outermost first, and notes.

    Recorders store text after decoding it, and leave the Content-Encoding header as it was: a
    coding that the bytes do not have is passed over.
    """
    layers, notes = [], []
    for coding in _codings(content, headers):
        try:
            decoded = coding.decode(content)
        except TooLargeError:
            notes.append(f"the {coding.name} data decompresses to too much to read")
            break
        if decoded is None:
            if content.startswith(coding.magic or b"\0"):
                notes.append(f"the {coding.name} data is broken or cut off")
            continue
        content = decoded
        layers.append(coding.name)
    return content, tuple(layers), tuple(notes)


def media_type(headers: tuple[Header, ...]) -> str | None:
    """The type and subtype of Content-Type in lower case, without parameters."""
    value = header_value(headers, "content-type")
    return value.partition(";")[0].strip().lower() if value else None


def charset(headers: tuple[Header, ...]) -> str:
    """The charset that Content-Type names, `utf-8` where it names none."""
    _, _, parameters = (header_value(headers, "content-type") or "").partition(";")
    for parameter in parameters.split(";"):
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset":
            return value.strip().strip('"').lower()
    return "utf-8"


def is_base64_multipart(content: str, headers: tuple[Header, ...]) -> bool:
    """Whether a recorder wrote a multipart body as base64 without saying so."""
    # Base64 of the two hyphens that a multipart body begins with begins so, and little else does.
    if not content.startswith("LS") or not (media_type(headers) or "").startswith("multipart/"):
        return False
    try:
        return b64decode(content, validate=True).startswith(b"--")
    except (binascii.Error, ValueError):
        return False


def _codings(content: bytes, headers: tuple[Header, ...]) -> list[Coding]:
    named = [
        name.strip().lower()
        for value in header_values(headers, "content-encoding")
        for name in value.split(",")
    ]
    # Applied first to last by the server (RFC 9110, section 8.4), so taken off last to first.
    codings = [CODINGS[name] for name in reversed(named) if name in CODINGS]
    return (
        codings
        or [
            coding
            for coding in CODINGS.values()
            if coding.magic and content.startswith(coding.magic)
        ][:1]
    )


def _decode_charset(content: bytes, headers: tuple[Header, ...]) -> str | bytes:
    for name in dict.fromkeys(("utf-8", charset(headers))):
        try:
            text = content.decode(name)
        except (ValueError, LookupError):
            continue
        # Control characters decode as UTF-8, but a body full of them is no text.
        if "\0" not in text:
            return text
    return content


def _may_be_json(content: str) -> bool:
    return content.lstrip()[:1] in '{["-0123456789tfn' and content != ""
