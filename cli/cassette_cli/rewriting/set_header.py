"""Give a header a value in the interactions that have it, or add it on a side that was named."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from cassette_cli.document import (
    Delete,
    Insert,
    Intent,
    Mapping,
    Node,
    Scalar,
    Sequence,
    SetBytes,
    SetLiteral,
    SetValue,
    is_binary,
    is_null,
    scalar_value,
    text_of,
)
from cassette_cli.errors import EditError
from cassette_cli.model import Interaction
from cassette_cli.reading import Reading
from cassette_cli.rewriting.cassette_file import CassetteFile
from cassette_cli.rewriting.drop_header import deletions
from cassette_cli.rewriting.header_fields import HeaderField, header_fields, is_named
from cassette_cli.rewriting.header_target import HeaderTarget
from cassette_cli.rewriting.step import Plan, Told


@dataclass(frozen=True, slots=True)
class SetHeader:
    """Give the first field of the name this value alone, and take out further ones.

    Where a side was named, an interaction that has no such field there gets one.
    """

    target: HeaderTarget
    value: str
    told: ClassVar[Told] = Told("header set", "headers set")

    def plan(self, reading: Reading, file: CassetteFile) -> Plan:
        """Counts the sides on which something changes. EditError where no field can be added."""
        changes = [
            tuple(self._intents(reading.interaction, side, file)) for side in self.target.sides
        ]
        return Plan(
            tuple(intent for change in changes for intent in change), sum(map(bool, changes))
        )

    def holds(self, before: Reading, after: Reading) -> bool:
        """Whether each side that had the field, or was named, has it once."""
        return all(
            len(list(self.target.fields_on(side, after.interaction))) == 1
            for side in self.target.sides
            if self.target.side or any(self.target.fields_on(side, before.interaction))
        )

    def _intents(self, interaction: Interaction, side: str, file: CassetteFile) -> Iterator[Intent]:
        fields = tuple(self.target.fields_on(side, interaction))
        if fields:
            yield from _set_field(fields[0], self.value)
            yield from deletions(fields[1:])
        elif self.target.side is not None:
            new = (self.value,) if file.lists_header_values else self.value
            yield from _add(interaction, side, self.target.name, new)


def _set_field(field: HeaderField, value: str) -> Iterator[Intent]:
    if not field.line:
        yield from _set_only(field.value, value)
    elif isinstance(field.value, Scalar):
        name, _, old = field.value.value.partition(":")
        blank = old[: len(old) - len(old.lstrip(" "))]
        ending = old[len(old.rstrip()) :]
        yield from _set_scalar(field.value, f"{name}:{blank}{value}{ending}")


def _set_only(node: Node, value: str) -> Iterator[Intent]:
    """Make a value the only one of a list, or of a scalar."""
    match node:
        case Scalar():
            yield from _set_scalar(node, value)
        case Sequence(items=()):
            yield Insert(node, 0, None, value)
        case Sequence(items=(first, *others)):
            yield from _set_only(first, value)
            for index in range(1, len(others) + 1):
                yield Delete(node, index)
        case _:
            raise EditError("a header whose value is data cannot be set")


def _set_scalar(scalar: Scalar, value: str) -> Iterator[Intent]:
    if text_of(scalar) == value:
        return
    if is_binary(scalar):
        yield SetBytes(scalar, value.encode("utf-8"))
        return
    old, new = scalar_value(scalar), scalar_value(scalar._replace(value=value))
    stays_bare = not isinstance(old, str) and not is_null(scalar) and type(old) is type(new)
    yield SetLiteral(scalar, value) if stays_bare else SetValue(scalar, value)


def _add(
    interaction: Interaction, side: str, name: str, value: str | tuple[str, ...]
) -> Iterator[Intent]:
    """Add a field behind the others; `value` is a list where the first field has one."""
    node = interaction.sources.get(f"{side}.headers")
    fields = header_fields(node)
    only = value if isinstance(value, str) else value[0]
    match node:
        case Mapping(entries=()):
            yield Insert(node, 0, name, value)
        case Mapping(entries):
            yield Insert(node, len(entries), name, only, like=len(entries) - 1)
        case Sequence(items=(*_, last)) if fields and fields[-1].line:
            text = f"{name}: {only}{_line_ending(last)}"
            yield Insert(node, len(node.items), None, text, like=len(node.items) - 1)
        case Sequence(items=(*_, Mapping() as last)) if not is_named(last):
            yield Insert(last, len(last.entries), name, only, like=len(last.entries) - 1)
        case Sequence() if fields:
            yield from _add_like(fields[-1], name, only)
        case _:
            raise EditError(
                f"the {side} has no headers to which one could be added",
                hint=f"add `headers` to the {side} first",
            )


def _add_like(field: HeaderField, name: str, value: str) -> Iterator[Intent]:
    """Add a pair to pairs, or a name and a value to a list in which they take turns."""
    container, last = field.container, field.indexes[-1]
    if isinstance(container.items[last] if isinstance(container, Sequence) else None, Mapping):
        yield Insert(container, last + 1, None, (name, value), like=_plain(container))
        return
    if len(field.indexes) == 1:
        yield Insert(container, last + 1, None, (name, value), like=last)
        return
    yield Insert(container, last + 1, None, name, like=field.indexes[0])
    yield Insert(container, last + 1, None, value, like=last)


def _plain(container: Mapping | Sequence) -> int:
    """The last item that is a name and a value, in this order, and nothing else (HAR)."""
    items = container.items if isinstance(container, Sequence) else ()
    pairs = [
        index
        for index, item in enumerate(items)
        if isinstance(item, Mapping) and item.keys()[0] == "name" and is_named(item)
        if len(item.entries) == len(("name", "value"))
    ]
    if not pairs:
        raise EditError("there is no header of a name and a value that a new one could be like")
    return pairs[-1]


def _line_ending(node: Node) -> str:
    text = text_of(node) or ""
    return text[len(text.rstrip()) :]
