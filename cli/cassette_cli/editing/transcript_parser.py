"""The completion that the text of a transcript says: the way back from `transcript_form`."""

import json
import re
from collections.abc import Iterator
from typing import NamedTuple

from cassette_cli.editing.transcript_form import ARGUMENTS, FIELDS, MARKER, TEXTS, unescape
from cassette_cli.errors import EditError
from cassette_cli.json_values import Json
from cassette_cli.transcript_json import JsonObject

_SECTION = re.compile(r"%% *(\w*)[ \t\r]*")
_FIELD = re.compile(r"(\w+):[ \t]*(.*?)[ \t\r]*")


def read_transcript(text: str) -> JsonObject:
    """The completion, as the contract has it in JSON.

    Raises EditError, with the line, where the text does not keep to the form.
    """
    head: JsonObject = {"id": None, "model": None}
    messages: list[Json] = []
    parts: list[Json] | None = None
    usage: Json = None
    error: Json = None
    for section in _sections(text):
        match section.name:
            case "answer":
                head = section.fields()
            case "message":
                parts = []
                fields = section.fields()
                messages.append({**fields, "role": fields["role"] or "", "parts": parts})
            case "usage":
                usage = section.counts()
            case "error":
                error = section.json(section.body)
            case _ if parts is None:
                raise section.mistake(f"`{section.name}` stands before any `{MARKER}message`")
            case _:
                parts.append(section.part())
    return {**head, "messages": messages, "usage": usage, "error": error}


class _Section(NamedTuple):
    """A section by its name, the text below, and the line of its marker."""

    name: str
    body: str
    line: int

    def mistake(self, message: str, line: int = 0) -> EditError:
        return EditError(message, where=f"line {self.line + line}")

    def fields(self, text: str | None = None) -> JsonObject:
        """The fields of the section, None for those that are left out."""
        fields: JsonObject = dict.fromkeys(FIELDS[self.name])
        for number, line in enumerate((self.body if text is None else text).split("\n"), 1):
            found = _FIELD.fullmatch(line)
            if found and found[1] in fields:
                fields[found[1]] = self.json(found[2], number) if found[2][:1] == '"' else found[2]
            elif line.strip():
                names = ", ".join(fields)
                unknown = line.strip()
                raise self.mistake(f"`{unknown}` is not a field; those here are {names}", number)
        return fields

    def counts(self) -> JsonObject:
        fields = self.fields()
        try:
            return {name: value and int(str(value)) for name, value in fields.items()}
        except ValueError:
            raise self.mistake("the counts of `usage` must be integers") from None

    def part(self) -> Json:
        if self.name in TEXTS:
            return {"type": self.name, "content": unescape(self.body)}
        if self.name == "part":
            return self.json(self.body)
        if self.name != "tool_call":
            raise self.mistake(f"there is no section `{self.name}`")
        head, found, arguments = f"\n{self.body}".partition(f"\n{ARGUMENTS}")
        if not found:
            raise self.mistake(f"the call has no `{ARGUMENTS}`")
        fields = self.fields(head[1:])
        value = self.json(arguments, head.count("\n") + 1)
        return {"type": "tool_call", **fields, "name": fields["name"] or "", "arguments": value}

    def json(self, text: str, line: int = 1) -> Json:
        try:
            value: Json = json.loads(text)
        except (ValueError, RecursionError) as error:
            reason = getattr(error, "msg", str(error))
            line += getattr(error, "lineno", 1) - 1
            raise self.mistake(f"not readable as JSON: {reason.lower()}", line) from None
        return value


def _sections(text: str) -> Iterator[_Section]:
    """The sections, each without the line break at its end."""
    name, start, lines = "", 0, list[str]()
    for number, line in enumerate(text.removesuffix("\n").split("\n"), 1):
        found = _SECTION.fullmatch(line)
        if not found:
            lines.append(line)
            continue
        if start or "".join(lines).strip():
            yield _section(name, start, lines)
        name, start, lines = found[1], number, []
    yield _section(name, start, lines)


def _section(name: str, start: int, lines: list[str]) -> _Section:
    if not name:
        raise EditError(
            f"a section must begin here, with a line such as `{MARKER}text`",
            where=f"line {start or 1}",
        )
    return _Section(name, "\n".join(lines), start)
