"""Spells a string as a YAML or JSON scalar, so that every loader reads the same string back."""

import json
import re
from collections.abc import Iterable

from cassette_cli.document.context import Context
from cassette_cli.document.plain_style import UNPRINTABLE, is_plain_text, plain_type

_INDICATORS = range(1, 10)
_LINE_BREAKS = re.compile("\n+")
# A fold takes the blanks around it, so none may stand there.
_BLANK_AT_BREAK = re.compile("[ \t]\n|\n[ \t]")
_FOLDING = re.compile(r"^(?=[^ \t\n])(.*)(\n+)(?=[^ \t\n])", re.MULTILINE)
_SURROGATE = re.compile("[\ud800-\udfff]")
# What JSON can escape in one piece.
_BEYOND_ASCII = re.compile("[\x7f-\uffff]")
_NOT_RAW = re.compile(f'[\\\\"\t\n]|{UNPRINTABLE.pattern}')
_NOT_RAW_OR_ASCII = re.compile(r"[^ !#-\[\]-~]")
_SHORT_ESCAPES = {
    "\\": "\\\\",
    '"': '\\"',
    "\0": "\\0",
    "\a": "\\a",
    "\b": "\\b",
    "\t": "\\t",
    "\n": "\\n",
    "\v": "\\v",
    "\f": "\\f",
    "\r": "\\r",
    "\x1b": "\\e",
    "\x85": "\\N",
    "\u2028": "\\L",
    "\u2029": "\\P",
}


def spell_first(value: str, styles: Iterable[str], context: Context) -> str | None:
    """The value in the first of the styles that can hold it there."""
    spellings = (spell(value, style, context) for style in styles)
    return next((spelled for spelled in spellings if spelled is not None), None)


def fallbacks(style: str) -> tuple[str, ...]:
    """A style and those to try when it cannot hold a value."""
    return ("", "'", '"') if style == "" else (style, '"')


def spell(value: str, style: str, context: Context) -> str | None:
    """The value in a style, or None where that style cannot hold it there.

    A block scalar is spelled from its header to the end of its last line.
    """
    if context.json:
        return spell_json(value, context) if style == '"' else None
    match style:
        case "":
            fits = is_plain_text(value, flow=context.flow) and plain_type(value) == "string"
            return value if fits and "\n" not in value else None
        case "'":
            text = spell_part(value, style, context, continuation_indent(context))
            fits = text is not None and not _BLANK_AT_BREAK.search(value)
            return f"'{text}'" if fits else None
        case '"':
            text = spell_part(value, style, context, "")
            return None if text is None else f'"{text}"'
    return spell_block(value, style, context)


def spell_part(text: str, style: str, context: Context, margin: str) -> str | None:
    """A part of a value as it stands inside of a scalar of a style, without what surrounds it.

    `margin` is what a new line begins with.
    """
    if context.json:
        spelled = spell_json(text, context)
        return None if spelled is None else spelled[1:-1]
    if style == '"':
        return None if _SURROGATE.search(text) else _escaped(text, context)
    if UNPRINTABLE.search(text):
        return None
    if style == "'":
        text = text.replace("'", "''")
    if "\n" not in text:
        return text
    if style in ("", ">") or context.is_key:
        return None
    # Quoted, the first of the breaks in a row is taken for a fold.
    more = style == "'"
    return _LINE_BREAKS.sub(lambda found: context.newline * (len(found[0]) + more) + margin, text)


def continuation_indent(context: Context) -> str:
    """The indentation of the second line of a scalar."""
    return " " * (max(context.indent, 0) + context.step)


def _escaped(text: str, context: Context) -> str:
    pattern = _NOT_RAW_OR_ASCII if context.ascii else _NOT_RAW
    return pattern.sub(_escape, text)


def _escape(found: re.Match[str]) -> str:
    character = found[0]
    if character in _SHORT_ESCAPES:
        return _SHORT_ESCAPES[character]
    digits = f"{ord(character):x}"
    if len(digits) <= len("ff"):
        return f"\\x{digits:0>2}"
    return f"\\u{digits:0>4}" if len(digits) <= len("ffff") else f"\\U{digits:0>8}"


def spell_json(value: str, context: Context) -> str | None:
    """A JSON string; an ASCII file stays ASCII as far as all who read it understand that.

    YAML knows no pairs of surrogates, which are the only escape that JSON has beyond U+FFFF, and
    no lone ones: None where a file that is read as YAML, too, would need one.
    """
    if not context.also_yaml:
        text = json.dumps(value, ensure_ascii=context.ascii)
        return _SURROGATE.sub(_json_escape, text)
    if _SURROGATE.search(value):
        return None
    not_raw = _BEYOND_ASCII if context.ascii else UNPRINTABLE
    return not_raw.sub(_json_escape, json.dumps(value, ensure_ascii=False))


def _json_escape(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"


def spell_block(
    value: str, style: str, context: Context, indent: int | None = None, comment: str = ""
) -> str | None:
    """A literal or folded block; `indent` is the column of its text, `comment` ends its header."""
    if context.flow or context.is_key or UNPRINTABLE.search(value) or not value.strip(" \t\n"):
        return None
    column = max(context.indent, 0) + context.step if indent is None else indent
    indicator = ""
    if value[0] in " \t\n":
        relative = column - max(context.indent, 0)
        if relative not in _INDICATORS:
            return None
        indicator = str(relative)
    text = value.rstrip("\n")
    trailing = len(value) - len(text)
    chomping = "-" if trailing == 0 else "" if trailing == 1 else "+"
    lines = (_folded_lines(text) if style == ">" else text).split("\n")
    margin = " " * column
    body = context.newline.join(margin + line if line else "" for line in lines)
    header = f"{style}{indicator}{chomping}{comment}{context.newline}"
    return header + body + context.newline * max(trailing, 1)


def _folded_lines(text: str) -> str:
    # A break between two lines that begin with text would fold, and needs one more.
    return _FOLDING.sub(r"\1\n\2", text)
