"""A JSON text (RFC 8259) into nodes with spans; JSON may hold what no YAML parser accepts."""

import re
from json.decoder import JSONDecodeError, scanstring  # type: ignore[attr-defined] # undocumented

from cassette_cli.document.nodes import Mapping, Node, Scalar, Sequence
from cassette_cli.errors import ParseError

_BLANK = re.compile(r"[ \t\n\r]*")
JSON_LITERAL = re.compile(r"true|false|null|(-?(?:0|[1-9]\d*))(\.\d+)?([eE][-+]?\d+)?")
_FLOAT = "tag:yaml.org,2002:float"


def compose_json(name: str, text: str, max_depth: int) -> Node:
    """Parse one JSON value. Numbers with a fraction or an exponent are tagged as floats, since
    YAML reads `1e3` as text. Raises ParseError with the line and the reason.
    """
    try:
        return _Scanner(text, max_depth).whole()
    except JSONDecodeError as error:
        # The library's own words go on with a place, which stands in `where` here.
        reason = error.msg.lower().removesuffix(" at").removesuffix(" starting")
        raise ParseError(
            f"not readable as JSON: {reason}", where=f"{name}:{error.lineno}"
        ) from None


def compose_json_lines(text: str, max_depth: int) -> tuple[Node, ...] | None:
    """Parse JSON objects, one a line; None where there are not two of them, or is anything else."""
    scanner = _Scanner(text, max_depth)
    roots: list[Node] = []
    position = 0
    for line in text.splitlines(keepends=True):
        start = _blank(text, position)
        position += len(line)
        if start >= position:
            continue
        try:
            node, end = scanner.value(start, 1)
        except JSONDecodeError:
            return None
        if not isinstance(node, Mapping) or _blank(text, end) < min(position, len(text)):
            return None
        roots.append(node)
    return tuple(roots) if len(roots) > 1 else None


def _blank(text: str, position: int) -> int:
    found = _BLANK.match(text, position)
    return found.end() if found else position


class _Scanner:
    """A recursive descent over one text; `max_depth` keeps hostile nesting bounded."""

    def __init__(self, text: str, max_depth: int) -> None:
        self.text = text
        self.max_depth = max_depth

    def whole(self) -> Node:
        node, end = self.value(_blank(self.text, 0), 1)
        end = _blank(self.text, end)
        if end < len(self.text):
            raise JSONDecodeError("text after the end of the value", self.text, end)
        return node

    def value(self, start: int, depth: int) -> tuple[Node, int]:
        if depth > self.max_depth:
            raise JSONDecodeError(
                f"nested more than {self.max_depth} levels deep", self.text, start
            )
        match self.text[start : start + 1]:
            case '"':
                return self.string(start)
            case "{":
                return self.mapping(start, depth)
            case "[":
                return self.sequence(start, depth)
        literal = JSON_LITERAL.match(self.text, start)
        if literal is None:
            raise JSONDecodeError("expecting a value", self.text, start)
        tag = _FLOAT if literal[2] or literal[3] else None
        return Scalar(literal[0], "", start, literal.end(), tag), literal.end()

    def string(self, start: int) -> tuple[Scalar, int]:
        if self.text[start : start + 1] != '"':
            raise JSONDecodeError("expecting a name in double quotes", self.text, start)
        value, end = scanstring(self.text, start + 1, True)  # noqa: FBT003 -- positional in C
        return Scalar(value, '"', start, end), end

    def mapping(self, start: int, depth: int) -> tuple[Mapping, int]:
        entries: list[tuple[Node, Node]] = []
        position = _blank(self.text, start + 1)
        while self.text[position : position + 1] != "}":
            key, position = self.string(position)
            position = self.expect(":", _blank(self.text, position))
            value, position = self.value(position, depth + 1)
            entries.append((key, value))
            position = self.separator(position, "}")
        position += 1
        return Mapping(tuple(entries), flow=True, start=start, end=position), position

    def sequence(self, start: int, depth: int) -> tuple[Sequence, int]:
        items: list[Node] = []
        position = _blank(self.text, start + 1)
        while self.text[position : position + 1] != "]":
            item, position = self.value(position, depth + 1)
            items.append(item)
            position = self.separator(position, "]")
        position += 1
        return Sequence(tuple(items), flow=True, start=start, end=position), position

    def separator(self, position: int, closing: str) -> int:
        """Past a comma to the next item, or to the closing bracket."""
        position = _blank(self.text, position)
        if self.text[position : position + 1] == closing:
            return position
        position = self.expect(",", position)
        if self.text[position : position + 1] == closing:
            raise JSONDecodeError("a comma before the closing bracket", self.text, position)
        return position

    def expect(self, character: str, position: int) -> int:
        if self.text[position : position + 1] != character:
            raise JSONDecodeError(f"expecting {character!r}", self.text, position)
        return _blank(self.text, position + 1)
