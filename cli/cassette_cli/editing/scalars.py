"""Scalars of a cassette that hold one field, and another text for them."""

from cassette_cli.document import Intent, Node, Scalar, SetBytes, SetValue, is_binary
from cassette_cli.errors import EditError


def named_scalar(node: Node | None, name: str) -> Scalar:
    """The node of a field as a scalar. Raises EditError, with the name, where it is none."""
    if isinstance(node, Scalar):
        return node
    raise EditError(f"the cassette keeps no {name} that could be set")


def set_text(scalar: Scalar, text: str) -> Intent:
    """Give a scalar another text, in base64 where it is in base64."""
    return SetBytes(scalar, text.encode()) if is_binary(scalar) else SetValue(scalar, text)
