"""Bodies that a recorder wrote as objects of its language, by their tags.

PyYAML writes a buffer as `!!python/object/new:_io.BytesIO {state: [bytes, position, null]}` and an
iterator as `!!python/object/apply:builtins.iter {args: [[part, …]]}`; Psych writes a string that
has instance variables as `!ruby/string {str: text, "@name": value}`.
"""

from cassette_cli.document import Mapping, Node, Scalar, Sequence, bytes_of, is_binary

_BUFFER = "python/object/new:_io.BytesIO"
_ITERATOR = "python/object/apply:builtins.iter"
_RUBY_STRINGS = ("!ruby/string", "!str", "tag:ruby.yaml.org,2002:str")


def content_node(node: Mapping) -> Node | None:
    """The node that holds the content of such an object, where one alone does; else None."""
    tag = node.tag or ""
    if tag.endswith(_BUFFER):
        return _first(node.get("state"))
    if tag.endswith(_ITERATOR):
        parts = _first(node.get("args"))
        return parts.items[0] if isinstance(parts, Sequence) and len(parts.items) == 1 else None
    return node.get("str") if tag.startswith(_RUBY_STRINGS) else None


def joined_parts(node: Mapping) -> bytes | None:
    """The parts that an iterator gives, joined; None of anything else."""
    parts = _first(node.get("args")) if (node.tag or "").endswith(_ITERATOR) else None
    if not isinstance(parts, Sequence):
        return None
    scalars = [part for part in parts.items if isinstance(part, Scalar)]
    return b"".join(
        bytes_of(part) if is_binary(part) else part.value.encode("utf-8", "surrogatepass")
        for part in scalars
    )


def _first(node: Node | None) -> Node | None:
    return node.items[0] if isinstance(node, Sequence) and node.items else None
