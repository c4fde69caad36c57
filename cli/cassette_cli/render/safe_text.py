"""Recorded text made safe to print: no terminal escape, no bidirectional trick passes."""

import json
import re

from cassette_cli.json_values import Json

# C0 but for tab and line feed, DEL, C1, lone surrogates, and controls of the writing direction.
_UNSAFE = re.compile(
    "[\0-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u200e\u200f\u2028-\u202e\u2066-\u2069]"
)
# JSON escapes C0 itself, and the direction of text does no harm in a file.
_UNSAFE_IN_JSON = re.compile("[\x7f-\x9f\ud800-\udfff]")


def safe_text(text: str) -> str:
    r"""Show control characters as escapes (`\x1b`); a carriage return before a line feed goes."""
    if _UNSAFE.search(text) is None:
        return text
    return _UNSAFE.sub(_spell, text.replace("\r\n", "\n"))


def safe_line(text: str) -> str:
    r"""The same for what has to stay on one line: line feeds and tabs become escapes, too."""
    return safe_text(text).replace("\n", "\\n").replace("\t", "\\t")


def safe_json(value: Json, indent: int | None = None) -> str:
    """Spell a value as JSON that is safe to print."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return _UNSAFE_IN_JSON.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _spell(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\x{code:02x}" if code <= 0xFF else f"\\u{code:04x}"  # noqa: PLR2004 -- two digits
