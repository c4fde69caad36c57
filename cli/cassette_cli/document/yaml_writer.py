"""Writes a value as a new YAML text, in the way of the library that a recorder writes with.

Emitters agree on structure, and differ in what they quote, where they fold and how far they indent.
"""

import re
from base64 import b64encode
from collections.abc import Callable, Sequence
from collections.abc import Mapping as MappingOf
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from cassette_cli.document.context import Context
from cassette_cli.document.plain_style import is_plain_text, plain_type
from cassette_cli.document.spelling import continuation_indent, spell
from cassette_cli.errors import EditError

YamlValue: TypeAlias = (
    "bool | int | str | bytes | Sequence[YamlValue] | MappingOf[str, YamlValue] | None"
)
Styles: TypeAlias = "Callable[[str], tuple[str, ...]]"

_BLANK_BESIDE_BREAK = re.compile(r"[ \t]\n|\n[ \t]")
_NOT_ASCII_TEXT = re.compile(r"[^\n -~]")
# Where a line may end: at a space alone; between double quotes also at the first of several.
_SINGLE_SPACE = re.compile(r"(?<=[^ \n]) (?=[^ \n])")
_FIRST_SPACE = re.compile(r"(?<=[^ ]) (?=.)", re.DOTALL)
_ESCAPE = re.compile(r"\\(?:x[0-9a-f]{2}|u[0-9a-f]{4}|U[0-9a-f]{8}|.)", re.DOTALL)
# What Psych takes for punctuation: https://github.com/ruby/psych, visit_String.
_PUNCTUATION_FIRST = re.compile(r"^[^\w][^\"]*$", re.MULTILINE)


class Emitter(NamedTuple):
    """How a library writes YAML.

    A nested mapping stands at the next multiple of `step` columns, and so do the dashes of a list
    where they are indented at all. `styles(text)` names the styles to try for a text, best first. A
    line longer than `width` ends at its next space; 0 means never. Bytes stand under `binary_tag`,
    in lines of `binary_width`; without a `binary_header` a single line of them stands plain.
    """

    styles: Styles
    start: str = ""
    step: int = 2
    dashes_indented: bool = False
    width: int = 0
    ascii: bool = False
    null: str = " null"
    binary_tag: str = "!!binary"
    binary_header: str = "|"
    binary_width: int = 0


def write_yaml(value: YamlValue, emitter: Emitter) -> str:
    """A whole document. Raises EditError for text that YAML cannot hold (lone surrogates)."""
    return f"{emitter.start}{_Writer(emitter).root(value)}"


class _Writer(NamedTuple):
    emitter: Emitter

    def root(self, value: YamlValue) -> str:
        if isinstance(value, dict) and value:
            return self._mapping(value, self._context(0))
        return self._scalar(value, self._context(0), 0).lstrip(" ") + "\n"

    def _context(self, indent: int) -> Context:
        step = self._next_column(indent) - indent
        return Context(False, self.emitter.ascii, "\n", indent=indent, step=step)  # noqa: FBT003 -- no JSON

    def _next_column(self, indent: int) -> int:
        return (indent // self.emitter.step + 1) * self.emitter.step

    def _mapping(self, entries: MappingOf[str, YamlValue], context: Context) -> str:
        """The lines of a block mapping at the column `context.indent`, without the first margin."""
        margin = " " * context.indent
        return margin.join(self._entry(key, value, context) for key, value in entries.items())

    def _entry(self, key: str, value: YamlValue, context: Context) -> str:
        name = self._text(key, context._replace(is_key=True), 0)
        head = f"{name}:"
        match value:
            case dict() if value:
                inner = self._context(self._next_column(context.indent))
                return f"{head}\n{' ' * inner.indent}{self._mapping(value, inner)}"
            case list() if value:
                indented = self.emitter.dashes_indented
                column = self._next_column(context.indent) if indented else context.indent
                return f"{head}\n{self._items(value, column)}"
        written = self._scalar(value, context, context.indent + len(head))
        return f"{head}{written}" + ("" if written.endswith("\n") else "\n")

    def _items(self, items: Sequence[YamlValue], column: int) -> str:
        return "".join(f"{' ' * column}- {self._item(item, column)}" for item in items)

    def _item(self, item: YamlValue, column: int) -> str:
        if isinstance(item, dict) and item:
            return self._mapping(item, self._context(column + len("- ")))
        written = self._scalar(item, self._context(column), column + 1).removeprefix(" ")
        return written if written.endswith("\n") else f"{written}\n"

    def _scalar(self, value: YamlValue, context: Context, column: int) -> str:
        """A value that needs no block of its own, with the space before it."""
        match value:
            case None:
                return self.emitter.null
            case bool():
                return f" {str(value).lower()}"
            case int():
                return f" {value}"
            case str():
                return f" {self._text(value, context, column + 1)}"
            case bytes():
                return f" {self.emitter.binary_tag} {self._binary(value, context)}"
        return " {}" if isinstance(value, dict) else " []"

    def _text(self, text: str, context: Context, column: int) -> str:
        for style in self.emitter.styles(text):
            spelled = spell(text, style, context)
            if spelled is not None:
                spelled = _ESCAPE.sub(_in_capitals, spelled) if style == '"' else spelled
                return self._folded(spelled, style, context, column)
        raise EditError("the text has characters that YAML cannot hold")

    def _folded(self, spelled: str, style: str, context: Context, column: int) -> str:
        """A scalar in lines of about the emitter's width; a block scalar keeps its own."""
        if not self.emitter.width or context.is_key or style in ("|", ">"):
            return spelled
        margin = continuation_indent(context)
        pieces = (_FIRST_SPACE if style == '"' else _SINGLE_SPACE).split(spelled)
        folded = [pieces[0]]
        column = _column_behind(pieces[0], column)
        for before, piece in pairwise(pieces):
            # The quotes are no part of the text, which a fold may not begin or end.
            inside = not (before == style and len(folded) == 1) and piece != style
            if column > self.emitter.width and inside:
                escape = "\\" if style == '"' and piece.startswith(" ") else ""
                folded.append(f"\n{margin}{escape}{piece}")
                column = _column_behind(escape + piece, len(margin))
            else:
                folded.append(f" {piece}")
                column = _column_behind(piece, column + 1)
        return "".join(folded)

    def _binary(self, data: bytes, context: Context) -> str:
        packed = b64encode(data).decode("ascii")
        width = self.emitter.binary_width or max(len(packed), 1)
        lines = [packed[start : start + width] for start in range(0, len(packed), width)]
        if len(lines) < 2 and not self.emitter.binary_header:  # noqa: PLR2004 -- one line
            return packed
        header = self.emitter.binary_header or "|"
        margin = continuation_indent(context)
        return f"{header}\n" + "".join(f"{margin}{line}\n" for line in lines)


def _in_capitals(escape: re.Match[str]) -> str:
    return escape[0][:2] + escape[0][2:].upper()


def _column_behind(text: str, column: int) -> int:
    _, newline, last = text.rpartition("\n")
    return len(last) if newline else column + len(text)


def _pyyaml_styles(text: str) -> tuple[str, ...]:
    if _NOT_ASCII_TEXT.search(text) or _BLANK_BESIDE_BREAK.search(text):
        return ('"',)
    return ("", "'", '"')


def _psych_styles(text: str) -> tuple[str, ...]:
    if "\n" in text[:-1]:
        return ("|", '"')
    if _PUNCTUATION_FIRST.search(text) or text in ("y", "n", "Y", "N"):
        return ('"',)
    return ("", "'", '"')


def _go_yaml_styles(text: str) -> tuple[str, ...]:
    if "\n" in text:
        return ("|", '"')
    if text == "" or (is_plain_text(text, flow=False) and plain_type(text) != "string"):
        return ('"',)
    return ("", "'", '"')


# What vcrpy writes with: https://pyyaml.org/wiki/PyYAMLDocumentation.
PYYAML = Emitter(_pyyaml_styles, width=80, ascii=True, binary_width=76)
# What VCR writes with: https://github.com/ruby/psych.
PSYCH = Emitter(
    _psych_styles, start="---\n", width=80, null="", binary_tag="!binary", binary_header="|-"
)
# What go-vcr writes with: https://github.com/yaml/go-yaml.
GO_YAML = Emitter(
    _go_yaml_styles,
    start="---\n",
    step=4,
    dashes_indented=True,
    binary_header="",
    binary_width=70,
)
