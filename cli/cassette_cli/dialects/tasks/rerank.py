"""Documents in the order of their relevance: https://docs.cohere.com/reference/rerank; also Voyage,
Jina and Hugging Face.
"""

from collections.abc import Iterator

from cassette_cli.dialects.dialect import Dialect
from cassette_cli.dialects.errors import read_error
from cassette_cli.dialects.json_fields import at, integer_at, other_fields, string_at
from cassette_cli.dialects.parts import unknown_part
from cassette_cli.exchange import Exchange
from cassette_cli.json_values import Json
from cassette_cli.transcript import Completion, GenericPart, Message, Part, Prompt, Text, Usage

_DOCUMENT_FIELDS = ("documents", "texts", "inputs")
_PROMPT_FIELDS = ("model", "model_id", "query", *_DOCUMENT_FIELDS)
_ANSWER_FIELDS = ("results", "data")


def matches(exchange: Exchange) -> bool:
    """By the path of a request."""
    posted = exchange.interaction.request.method.upper() == "POST"
    return posted and exchange.path.rstrip("/").endswith("/rerank")


def read_request(value: Json) -> Prompt:
    """The query, and the documents in one message."""
    lists = (at(value, name) for name in _DOCUMENT_FIELDS)
    documents = next((found for found in lists if isinstance(found, list)), [])
    query = string_at(value, "query")
    parts = tuple(_read(documents))
    return Prompt(
        model=string_at(value, "model") or string_at(value, "model_id"),
        messages=(
            *((Message("user", (Text(query),)),) if query else ()),
            *((Message("documents", parts),) if parts else ()),
        ),
        settings=other_fields(value, _PROMPT_FIELDS),
    )


def read_response(value: Json) -> Completion:
    """The ranking, as it was given."""
    ranking = value if isinstance(value, list) else at(value, "results") or at(value, "data")
    billed = integer_at(value, "meta", "billed_units", "input_tokens")
    total = integer_at(value, "usage", "total_tokens")
    counted = billed is not None or total is not None
    return Completion(
        id=string_at(value, "id"),
        model=string_at(value, "model"),
        messages=(Message("assistant", (GenericPart("ranking", ranking),)),) if ranking else (),
        usage=Usage(input_tokens=billed, total_tokens=total) if counted else None,
        error=read_error(value, *_ANSWER_FIELDS),
    )


def _read(documents: list[Json]) -> Iterator[Part]:
    for document in documents:
        text = document if isinstance(document, str) else string_at(document, "text")
        yield unknown_part(document) if text is None else Text(text)


DIALECT = Dialect(
    name="rerank",
    matches=matches,
    read_request=read_request,
    read_response=read_response,
    framings=(),
)
