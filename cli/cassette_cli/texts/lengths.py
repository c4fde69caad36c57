"""Lengths of bodies that a recorder keeps: in a header, and beside the body.

They are corrected where they were right, and left alone where they were not.
"""

import json
from collections.abc import Iterator

from cassette_cli.document import Intent, Node, Scalar, SetBytes, SetLiteral, is_binary
from cassette_cli.json_values import Json
from cassette_cli.model import Body, Header, Structured

# Those and the quotation marks of a list of one chunk.
_BRACKETS = len('[""]')


def stored_length(content: str | bytes) -> int:
    """The length of a stored body in bytes."""
    return (
        len(content.encode("utf-8", "surrogatepass")) if isinstance(content, str) else len(content)
    )


def body_length(body: Body) -> int:
    """The length of a body in bytes, as it is stored or, where it is data, sent."""
    if isinstance(body.content, Structured):
        return data_length(body.content.value)
    return stored_length(body.content)


def data_length(value: Json) -> int:
    """The length in bytes of a value as JSON without blanks: what a recorder sends of data."""
    return stored_length(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def length_intents(
    body: Body, headers: tuple[Header, ...], content_length: Node | None, new: int
) -> Iterator[Intent]:
    """What makes the lengths of a body true that is to be `new` bytes long.

    `content_length` is the node that a format has for it, besides the header.
    """
    old = body_length(body)
    for header in headers:
        names_length = header.name.lower() == "content-length" and header.value.strip() == str(old)
        if names_length and isinstance(header.source, Scalar):
            yield _length_intent(header.source, new)
    beside = (content_length,) if isinstance(content_length, Scalar) else ()
    for number in (*beside, *body.lengths):
        if number.value == str(old):
            yield SetLiteral(number, str(new))
        elif (spelled := _spelled_length(body, new)) and number.value == str(_text_length(body)):
            yield SetLiteral(number, str(spelled))


def _text_length(body: Body) -> int:
    """The length of the text that the file has for the body."""
    return stored_length(body.source.value) if isinstance(body.source, Scalar) else 0


def _spelled_length(body: Body, length: int) -> int | None:
    """The length of the text that spells a body of `length` bytes; None where it is as long."""
    in_base64, in_hex = -(-length // 3) * 4, length * 2
    match body.storage:
        case ("base64",):
            return in_base64
        case ("hex",):
            return in_hex
        case ("base64-chunks",):
            return in_base64 + _BRACKETS
        case ("hex-chunks",):
            return in_hex + _BRACKETS
    return None


def _length_intent(scalar: Scalar, length: int) -> Intent:
    return (
        SetBytes(scalar, str(length).encode())
        if is_binary(scalar)
        else SetLiteral(scalar, str(length))
    )
