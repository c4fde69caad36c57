"""Stores of files to search, and what a search finds.

https://platform.openai.com/docs/api-reference/vector-stores, and Gemini's file search stores,
https://ai.google.dev/api/file-search/file-search-stores.
"""

import re
from collections.abc import Iterator

from cassette_cli.dialects.dialect import Dialect
from cassette_cli.dialects.errors import read_error
from cassette_cli.dialects.json_fields import at, objects_at, other_fields, string_at
from cassette_cli.dialects.non_json_bodies import body_value
from cassette_cli.dialects.parts import text_parts
from cassette_cli.exchange import Exchange
from cassette_cli.json_values import Json
from cassette_cli.transcript import Completion, GenericPart, Message, Part, Prompt, Text

_PATH = re.compile(
    r"/vector_stores(/[^/]+(/search|/(files|file_batches)(/[^/]+(/(content|cancel|files))?)?)?)?$"
    r"|/fileSearchStores(/[^:]+)?(:\w+)?$"
)
_LISTS = ("data", "fileSearchStores", "documents")


def matches(exchange: Exchange) -> bool:
    """By the path, which no other API has."""
    return _PATH.search(exchange.path.rstrip("/")) is not None


def read_request(value: Json) -> Prompt:
    """What is searched for; all else, such as which files a store gets, are settings."""
    query = at(value, "query")
    queries = query if isinstance(query, list) else [query]
    parts = text_parts(*(text for text in queries if isinstance(text, str)))
    if isinstance(value, str):
        parts = text_parts(value)
    return Prompt(
        messages=(Message("user", parts),) if parts else (),
        settings=other_fields(value, ("query",)),
    )


def read_response(value: Json) -> Completion:
    """Stores, files in them, or what was found, each with the file that it stands in."""
    error = read_error(value, "id", "object", "name", *_LISTS)
    parts = () if error else tuple(_read_parts(value))
    return Completion(
        id=string_at(value, "id") or string_at(value, "name"),
        messages=(Message("assistant", parts),) if parts else (),
        error=error,
    )


def _read_parts(value: Json) -> Iterator[Part]:
    kind = string_at(value, "object")
    listed = next((objects_at(value, name) for name in _LISTS if objects_at(value, name)), None)
    match kind, listed:
        case ("vector_store.file_content.page", list(pieces)):
            yield from text_parts(*(string_at(piece, "text") for piece in pieces))
        case ("vector_store.search_results.page", list(hits)):
            for hit in hits:
                yield GenericPart("search_result", dict(other_fields(hit, ("content",))))
                yield from _read_content(hit)
        case _, list(items):
            for item in items:
                yield GenericPart(string_at(item, "object") or "file_search_store", item)
        case _ if isinstance(value, dict) and value:
            yield GenericPart(kind or "file_search_store", value)


def _read_content(hit: dict[str, Json]) -> Iterator[Text]:
    yield from text_parts(*(string_at(block, "text") for block in objects_at(hit, "content")))


DIALECT = Dialect(
    name="vector-stores",
    matches=matches,
    read_request=read_request,
    read_response=read_response,
    framings=(),
    value_of=body_value,
)
