"""Bodies that a recorder stored as data, not as text: their values are nodes of the cassette."""

from collections.abc import Iterator

from cassette_cli.document import (
    Delete,
    Insert,
    Intent,
    Mapping,
    Node,
    Scalar,
    Sequence,
    SetLiteral,
    SetValue,
    is_binary,
    scalar_value,
)
from cassette_cli.errors import EditError
from cassette_cli.json_values import Json, write_json


def data_intents(node: Node, value: Json) -> Iterator[Intent]:
    """What makes a node stand for another value; EditError where the file cannot spell it."""
    match node, value:
        case Scalar(), (None | bool() | int() | float() | str()):
            yield from _scalar_intents(node, value)
        case Mapping(), dict():
            yield from _member_intents(node, value)
        case Sequence(items), list() if len(items) == len(value):
            for item, member in zip(items, value, strict=True):
                yield from data_intents(item, member)
        case _:
            raise EditError(
                "of a body stored as data, only values and members with a text can be changed",
                hint="edit the file itself",
            )


def _scalar_intents(scalar: Scalar, value: bool | float | str | None) -> Iterator[Intent]:  # noqa: FBT001 -- a JSON value
    old = scalar_value(scalar)
    if type(old) is type(value) and old == value:
        return
    if is_binary(scalar):
        raise EditError("binary data in a body cannot be edited as text")
    if isinstance(value, str):
        yield SetValue(scalar, value)
    elif isinstance(old, str) or old is None or value is None:
        raise EditError(f"{write_json(old)} cannot become {write_json(value)} in this file")
    else:
        yield SetLiteral(scalar, write_json(value))


def _member_intents(mapping: Mapping, value: dict[str, Json]) -> Iterator[Intent]:
    names = mapping.keys()
    for index, name in enumerate(names):
        if name not in value:
            yield Delete(mapping, index)
    for name, member in value.items():
        child = mapping.get(name)
        if child is not None:
            yield from data_intents(child, member)
        elif isinstance(member, str):
            like = len(names) - 1 if names else None
            yield Insert(mapping, len(names), name, member, like=like)
        else:
            raise EditError(
                f"the new member {name!r} is not text, and a body stored as data takes no other",
                hint="edit the file itself",
            )
