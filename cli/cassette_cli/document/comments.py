"""The comments of a YAML text: https://yaml.org/spec/1.2.2/#66-comments.

Between scalars and aliases there is nothing but syntax, so that a `#` there begins a comment,
unless it is a part of a tag or an anchor. The header of a block scalar may end in one, too.
"""

import re
from collections.abc import Iterator

from cassette_cli.document.block_scalar import HEADER
from cassette_cli.document.nodes import Alias, Comment, Node, Scalar, walk
from cassette_cli.document.plain_style import UNPRINTABLE
from cassette_cli.document.raw_scalar import content_start
from cassette_cli.errors import EditError
from cassette_cli.text import Edit, Span, splice

_TAG_OR_ANCHOR = r"[!&](?:<[^>]*>|[^\s,\[\]{}]*)"
_COMMENT = re.compile(rf"{_TAG_OR_ANCHOR}|#(?P<value>[^\r\n\x85\u2028\u2029]*)")


def find_comments(text: str, roots: tuple[Node, ...]) -> Iterator[Comment]:
    """All comments around and between the nodes of a YAML text, in source order."""
    if "#" not in text:
        return
    position = 0
    for root in roots:
        for node in walk(root):
            if isinstance(node, Scalar):
                start = content_start(text, node)
                yield from _between(text, position, start)
                yield from _of_header(text, start, node)
                position = node.end
            elif isinstance(node, Alias):
                yield from _between(text, position, node.start)
                position = node.end
    yield from _between(text, position, len(text))


def _between(text: str, start: int, end: int) -> Iterator[Comment]:
    if text.find("#", start, end) < 0:
        return
    for found in _COMMENT.finditer(text, start, end):
        if found["value"] is not None:
            yield Comment(found["value"], found.start(), found.end())


def _of_header(text: str, start: int, scalar: Scalar) -> Iterator[Comment]:
    header = HEADER.match(text, start, scalar.end) if scalar.style in ("|", ">") else None
    if header is not None:
        yield from _between(text, header.start("comment"), header.end("comment"))


def edited_comment(comment: Comment, edits: tuple[Edit, ...]) -> str:
    """The new text of a comment. Raises EditError where a comment cannot hold it."""
    value = splice(comment.value, edits)
    if "\n" in value or UNPRINTABLE.search(value):
        raise EditError("a comment cannot hold line breaks or control characters")
    return value


def value_span(comment: Comment) -> Span:
    """Where the text behind the `#` stands."""
    return Span(comment.start + 1, comment.end)
