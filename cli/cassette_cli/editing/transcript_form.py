"""A completion as a text to edit: docs/transcript-form.md says how it is written."""

import json
import re
from collections.abc import Iterator, Mapping

from cassette_cli.json_values import Json
from cassette_cli.transcript import Usage
from cassette_cli.transcript_json import JsonObject

MARKER = "%% "
TEXTS = ("text", "reasoning", "refusal")
ARGUMENTS = "arguments:"
# The fields of each section that has some; the arguments of a call follow them.
FIELDS = {
    "answer": ("id", "model"),
    "message": ("role", "finish_reason"),
    "tool_call": ("id", "name"),
    "usage": tuple(Usage.__dataclass_fields__),
}
# A line of a text that looks like a marker gets a backslash, and so does one that then looks so.
_LIKE_MARKER = re.compile(r"^(?=\\*%%)", re.MULTILINE)
_ESCAPED = re.compile(r"^\\(?=\\*%%)", re.MULTILINE)


def write_transcript(completion: JsonObject) -> str:
    """A completion, as the contract has it in JSON, as a text in sections."""
    return "".join(_sections(completion))


def escape(content: str) -> str:
    """A text as it stands in its section."""
    return _LIKE_MARKER.sub(r"\\", content)


def unescape(body: str) -> str:
    """What a section of text says."""
    return _ESCAPED.sub("", body)


def _sections(completion: JsonObject) -> Iterator[str]:
    yield from _section("answer", completion)
    messages, usage = completion["messages"], completion["usage"]
    for message in messages if isinstance(messages, list) else ():
        yield from _message(message)
    if isinstance(usage, dict):
        yield from _section("usage", usage)
    if completion["error"] is not None:
        yield f"{MARKER}error\n{_pretty(completion['error'])}\n"


def _message(message: Json) -> Iterator[str]:
    match message:
        case dict() if isinstance(parts := message["parts"], list):
            yield from _section("message", message)
            for part in parts:
                yield from _part(part)


def _part(part: Json) -> Iterator[str]:
    match part:
        case {"type": str(kind), "content": str(content)} if kind in TEXTS:
            yield f"{MARKER}{kind}\n{escape(content)}\n"
        case dict() if part["type"] == "tool_call":
            yield from _section("tool_call", part)
            yield f"{ARGUMENTS}\n{_pretty(part['arguments'])}\n"
        case _:
            yield f"{MARKER}part\n{_pretty(part)}\n"


def _section(name: str, values: Mapping[str, Json]) -> Iterator[str]:
    """The marker, and the fields that are known."""
    yield f"{MARKER}{name}\n"
    for field in FIELDS[name]:
        value = values[field]
        if value is not None:
            yield f"{field}: {_spell(str(value))}\n"


def _spell(text: str) -> str:
    """A word as it is, or as a JSON string where that could be misread."""
    is_plain = text.isprintable() and text.strip() == text and text[:1] not in ("", '"')
    return text if is_plain else json.dumps(text)


def _pretty(value: Json) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False)
