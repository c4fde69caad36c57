"""Lengths of bodies that a recorder keeps: in a header, and beside the body.

They are corrected where they were right, and left alone where they were not.
"""

from collections.abc import Iterator

from cassette_cli.document import Intent, Node, Scalar, SetBytes, SetLiteral, is_binary
from cassette_cli.model import Body, Header, Structured


def stored_length(content: str | bytes) -> int:
    """The length of a stored body in bytes."""
    return (
        len(content.encode("utf-8", "surrogatepass")) if isinstance(content, str) else len(content)
    )


def length_intents(
    body: Body, headers: tuple[Header, ...], content_length: Node | None, new: int
) -> Iterator[Intent]:
    """What makes the lengths of a body true that is to be `new` bytes long.

    `content_length` is the node that a format has for it, besides the header.
    """
    if isinstance(body.content, Structured):
        return
    old = str(stored_length(body.content))
    for header in headers:
        names_length = header.name.lower() == "content-length" and header.value.strip() == old
        if names_length and isinstance(header.source, Scalar):
            yield _length_intent(header.source, new)
    if isinstance(content_length, Scalar) and content_length.value == old:
        yield SetLiteral(content_length, str(new))


def _length_intent(scalar: Scalar, length: int) -> Intent:
    return (
        SetBytes(scalar, str(length).encode())
        if is_binary(scalar)
        else SetLiteral(scalar, str(length))
    )
