"""Scalars below a node of a document, each with its path and the name that it goes by."""

from collections.abc import Collection
from typing import NamedTuple

from cassette_cli.document import Mapping, Node, Scalar, Sequence, scalar_value
from cassette_cli.json_path import JsonPath, write_path

# Makes a named tuple of a tuple, without the call of its constructor: a file has thousands.
_new_tuple = tuple.__new__


class NamedScalar(NamedTuple):
    """A scalar below a node: the path to it, and the name of the member that it is in.

    The path to the key of a member is that to its value.
    """

    scalar: Scalar
    path: JsonPath
    name: str
    is_key: bool = False

    @property
    def location(self) -> str:
        """The path in words."""
        return f"{write_path(self.path)} (key)" if self.is_key else write_path(self.path)

    @property
    def is_string(self) -> bool:
        """Whether it spells a string, and not a number, a boolean or null."""
        scalar = self.scalar
        return bool(scalar.style and scalar.tag is None) or isinstance(scalar_value(scalar), str)


def scalars_of(
    node: Node, name: str, leave_out: Collection[int] = (), *, keys: bool = True
) -> list[NamedScalar]:
    """Every scalar below a node in order, of `keys` too where they are wanted.

    The keys of a mapping come before what they lead to.
    `name` is that of the node itself. Nodes that start at the offsets to `leave_out` are not
    entered.
    """
    walk = _Walk([], leave_out, keys)
    walk.enter(node, (), name)
    return walk.found


class _Walk(NamedTuple):
    """A walk over nodes, which no document nests without bound; it runs over much of each file."""

    found: list[NamedScalar]
    leave_out: Collection[int]
    keys: bool

    def enter(self, node: Node, path: JsonPath, name: str) -> None:
        if node.start in self.leave_out:
            return
        if isinstance(node, Scalar):
            self.found.append(_new_tuple(NamedScalar, (node, path, name, False)))
        elif isinstance(node, Mapping):
            if self.keys:
                self._enter_keys(node, path)
            for key, value in node.entries:
                label = key.value if isinstance(key, Scalar) else ""
                name = _paired_name(node) if label == "value" else label
                self.enter(value, (*path, label), name)
        elif isinstance(node, Sequence):
            for index, item in enumerate(node.items):
                self.enter(item, (*path, index), name)

    def _enter_keys(self, mapping: Mapping, path: JsonPath) -> None:
        for key, _ in mapping.entries:
            if isinstance(key, Scalar) and key.start not in self.leave_out:
                self.found.append(_new_tuple(NamedScalar, (key, (*path, key.value), "", True)))
            else:
                self.enter(key, (*path, ""), "")


def is_below(path: JsonPath, members: Collection[JsonPath]) -> bool:
    """Whether a path leads to one of the members, or into it."""
    return bool(members) and any(path[:length] in members for length in range(len(path) + 1))


def _paired_name(mapping: Mapping) -> str:
    """The name that `value` has in a pair such as `{"name": "x-api-key", "value": "…"}`."""
    named = mapping.get("name") or mapping.get("key")
    return named.value if isinstance(named, Scalar) else "value"
