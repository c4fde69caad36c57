"""Uploaded files: https://platform.openai.com/docs/api-reference/files; also Anthropic, Mistral,
Gemini.
"""

import re
from collections.abc import Iterator

from cassette_cli.dialects.dialect import Dialect
from cassette_cli.dialects.errors import read_error
from cassette_cli.dialects.json_fields import at, objects_at, other_fields, string_at
from cassette_cli.dialects.non_json_bodies import body_value, read_file, without_content
from cassette_cli.exchange import Exchange
from cassette_cli.json_values import Json
from cassette_cli.transcript import Completion, GenericPart, Message, Part, Prompt, Text

_PATH = re.compile(r"/files(/[^/]+)?$")
_CONTENT_PATH = re.compile(r"/files/[^/]+(/content|:download)$")
_KINDS = ("file", "file.deleted", "file_deleted")
_LISTS = ("data", "files")


def matches(exchange: Exchange) -> bool:
    """By the path, and an answer that is a file, a list of files, an error, or what is in one."""
    path, first = exchange.path.rstrip("/"), exchange.response.first_value
    if _CONTENT_PATH.search(path):
        # The results of a batch are a file too, but are read as what they are.
        return at(first, "custom_id") is None
    if not _PATH.search(path) or "/vector_stores/" in path:
        return False
    listed = string_at(first, "object") == "list" or at(first, "has_more") is not None
    return _is_file(first) or listed or at(first, "files") is not None or _failed(exchange)


def read_request(value: Json) -> Prompt:
    """The form of an upload: what is in the file, and what it is for."""
    parts = tuple(_read_upload(value))
    return Prompt(
        messages=(Message("user", parts),) if parts else (),
        settings=tuple(
            (name, without_content(field))
            for name, field in other_fields(value, ("media_type", "bytes", "base64", "text"))
        ),
    )


def read_response(value: Json) -> Completion:
    """What is said of one file or of each, or what is in it."""
    listed = next((objects_at(value, name) for name in _LISTS if _are_files(at(value, name))), None)
    inner = at(value, "file") if isinstance(at(value, "file"), dict) else value
    parts: tuple[Part, ...] = ()
    if listed is not None:
        parts = tuple(GenericPart("file", file) for file in listed)
    elif _is_file(value):
        parts = (GenericPart("file", inner),)
    elif at(value, "error") is None:
        parts = tuple(_read_content(value))
    return Completion(
        id=string_at(inner, "id"),
        messages=(Message("assistant", parts),) if parts else (),
        error=None if parts else read_error(value, *_LISTS),
    )


def _is_file(value: Json) -> bool:
    kind = string_at(value, "object") or string_at(value, "type")
    name = string_at(value, "name") or string_at(value, "file", "name") or ""
    return kind in _KINDS or name.startswith("files/")


def _are_files(value: Json) -> bool:
    return isinstance(value, list) and all(_is_file(item) for item in value)


def _failed(exchange: Exchange) -> bool:
    """Whether an API with keys refused: on other hosts, too, files are not found."""
    names = {header.name.lower() for header in exchange.interaction.request.headers}
    keyed = names & {"authorization", "x-api-key", "x-goog-api-key"}
    return bool(keyed) and at(exchange.response.first_value, "error", "message") is not None


def _read_upload(value: Json) -> Iterator[Part]:
    fields = [value, *value.values()] if isinstance(value, dict) else []
    for field in fields:
        if part := read_file(field):
            yield part


def _read_content(value: Json) -> Iterator[Part]:
    match value:
        case None:
            return
        case str(text):
            yield Text(text)
        case _:
            yield read_file(value) or GenericPart("content", value)


DIALECT = Dialect(
    name="files",
    matches=matches,
    read_request=read_request,
    read_response=read_response,
    framings=(),
    value_of=body_value,
)
